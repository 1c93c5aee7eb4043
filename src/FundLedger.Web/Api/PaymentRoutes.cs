using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Data.Payments;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Payments;
using FundLedger.Pledges;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FundLedger.Web.Api;

/// <summary>A payment with what it settled, and everything that happened to it.</summary>
sealed record PaymentAnswer(PaymentLine Payment, ImmutableArray<AllocationLine> Allocations, ImmutableArray<EntryHeader> Entries);

static class PaymentRoutes
{
    static readonly ApiShape Part = ApiShape.Of("pledge instalment fund amount");

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.Get("/payments", new ApiRoute("GET", "Payments, the newest first.")
        { Query = "fund donor from to unallocated limit cursor", Gives = typeof(ApiPage<PaymentLine>) }, List);
        api.Get("/payments/{reference}", new ApiRoute("GET", "One payment.") { Gives = typeof(PaymentAnswer) }, Show);
        api.Post("/payments", new ApiRoute("POST", "Records a payment and settles what it is allocated to.")
        {
            Takes = ApiShape.Of("donor! fund! date! currency! amount! reference form earmarking note charge allocations"),
            Gives = typeof(Recorded),
        }, Add);
        Change(api, "allocate", "Settles pledges with what is not explained yet.", "date! allocations!", (call, body, receipt) =>
            call.Ledger.Payments.Allocate(
                receipt.Reference, Parts(body, receipt.Amount.Currency), body.Day("date") ?? default, call.Author));
        Change(api, "refund", "Pays back what is not explained, or a part of it.", "date! reason! amount", (call, body, receipt) =>
            call.Ledger.Payments.Refund(receipt.Reference, body.Amount("amount", receipt.Amount.Currency), body.Day("date") ?? default,
                body.Needed("reason"), call.Author));
        Change(api, "reverse", "Undoes the payment with all that it settled.", "date! reason!", (call, body, receipt) =>
            call.Ledger.Payments.Reverse(receipt.Reference, body.Day("date") ?? default, body.Needed("reason"), call.Author));
    }

    static void Change(
        IEndpointRouteBuilder api, string verb, string summary, string fields,
        Func<ApiCall, ApiBody, ReceiptState, Outcome<Recorded>> change) =>
        api.Post($"/payments/{{reference}}/{verb}", new ApiRoute("POST", summary) { Takes = ApiShape.Of(fields), Gives = typeof(Recorded) },
            (call, body) =>
            {
                var found = call.Ledger.Payments.Find(call.Route("reference"));
                if (found.IsRefused) return ApiAnswer.Refused(StatusCodes.Status404NotFound, found.Problems);
                body.Day("date");
                body.Amount("amount", found.Value.Amount.Currency);
                Parts(body, found.Value.Amount.Currency);
                return body.IsRefused ? ApiAnswer.Refused(StatusCodes.Status422UnprocessableEntity, body.Refusal.Problems)
                    : ApiAnswer.Recorded(change(call, body, found.Value), call.RequestKey);
            });

    static IResult List(ApiCall call) => ApiAnswer.Of(call.Fund().Then(fund => call.Donor().Then(donor => call.Day("from").Then(from =>
        call.Day("to").Then(to => call.PageOf(place => call.Ledger.Payments.PageAt(new PaymentFilter
        {
            Fund = fund,
            Donor = donor,
            From = from ?? DateOnly.MinValue,
            To = to ?? DateOnly.MaxValue,
            UnallocatedOnly = call.Is("unallocated"),
            Place = place,
            Take = call.Take,
        }), line => line.Entry))))));

    static IResult Show(ApiCall call)
    {
        var found = call.Ledger.Payments.Find(call.Route("reference"));
        return found.IsRefused ? ApiAnswer.Refused(StatusCodes.Status404NotFound, found.Problems)
            : ApiAnswer.Json(new PaymentAnswer(
                call.Ledger.Payments.Page(new PaymentFilter { Reference = found.Value.Reference }).First(),
                [.. call.Ledger.Payments.AllocationsOf(found.Value.Number).Where(part => call.Ledger.Scope.Allows(part.Fund))],
                call.Ledger.Journal.EntriesOfPayment(found.Value.Number)));
    }

    static IResult Add(ApiCall call, ApiBody body)
    {
        var currency = body.Currency("currency");
        var payment = new NewPayment(
            body.Needed("donor"), body.Needed("fund"), body.Day("date") ?? default, body.Amount("amount", currency) ?? default)
        {
            Reference = body.Text("reference"),
            Form = body.WordOr("form", ContributionForm.Monetary),
            Earmarking = body.Text("earmarking"),
            Note = body.Text("note"),
            Charge = body.Amount("charge", currency),
        };
        var parts = Parts(body, currency);
        return body.IsRefused ? ApiAnswer.Refused(StatusCodes.Status422UnprocessableEntity, body.Refusal.Problems)
            : ApiAnswer.Recorded(call.Ledger.Payments.Add(payment, parts, call.Author), call.RequestKey);
    }

    static ImmutableArray<AllocationRequest> Parts(ApiBody body, Currency? currency) =>
    [
        .. body.List("allocations", Part).Select(part => new AllocationRequest
        {
            Pledge = part.Text("pledge"),
            Instalment = part.Number("instalment"),
            Fund = part.Text("fund"),
            Amount = part.Amount("amount", currency),
        }),
    ];
}
