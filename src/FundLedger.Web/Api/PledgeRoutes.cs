using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Data.Reports;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Pledges;
using FundLedger.Reports;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FundLedger.Web.Api;

/// <summary>A pledge with what is open of it, claim by claim, and everything that happened to it.</summary>
sealed record PledgeAnswer(PledgeLine Pledge, ImmutableArray<ClaimAnswer> Claims, ImmutableArray<EntryHeader> Entries);

sealed record ClaimAnswer(int Instalment, Account Account, DateOnly Due, Amount Outstanding, Amount Usd);

static class PledgeRoutes
{
    static readonly ApiShape Instalment = ApiShape.Of("due! amount!");

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.Get("/pledges", new ApiRoute("GET", "Pledges, the newest first.")
        { Query = "fund donor from to open limit cursor", Gives = typeof(ApiPage<PledgeLine>) }, List);
        api.Get("/pledges/{reference}", new ApiRoute("GET", "One pledge.") { Gives = typeof(PledgeAnswer) }, Show);
        api.Post("/pledges", new ApiRoute("POST", "Records a pledge.")
        {
            Takes = ApiShape.Of("donor! fund! date! currency! amount! reference status form earmarking note due instalments"),
            Gives = typeof(Recorded),
        }, Add);
        Change(api, "formalise", "Formalises what was only announced, by a letter.", "date! note", (call, body, reference) =>
            call.Ledger.Pledges.Climb(reference, Rung.Pledged, body.Day("date") ?? default, body.Text("note"), call.Author));
        Change(api, "sign", "Signs a pledge.", "date! note", (call, body, reference) =>
            call.Ledger.Pledges.Climb(reference, Rung.Signed, body.Day("date") ?? default, body.Text("note"), call.Author));
        Change(api, "amend", "Changes what is promised, or when it falls due.", "date! reason! currency amount due instalments", Amend);
        Change(api, "cancel", "Takes back what is open: the donor will not give it.", "date! reason!", (call, body, reference) =>
            call.Ledger.Pledges.Cancel(reference, body.Day("date") ?? default, body.Needed("reason"), call.Author));
        Change(api, "write-off", "Writes off what is outstanding, or a part of it.", "date! reason! currency amount",
            (call, body, reference) => call.Ledger.Pledges.WriteOff(
                reference, AmountOf(body), body.Day("date") ?? default, body.Needed("reason"), call.Author));
    }

    static void Change(
        IEndpointRouteBuilder api, string verb, string summary, string fields, Func<ApiCall, ApiBody, string, Outcome<Recorded>> change) =>
        api.Post($"/pledges/{{reference}}/{verb}", new ApiRoute("POST", summary) { Takes = ApiShape.Of(fields), Gives = typeof(Recorded) },
            (call, body) =>
            {
                var reference = call.Route("reference");
                if (call.Ledger.Pledges.Find(reference).IsRefused) return ApiAnswer.Refused(StatusCodes.Status404NotFound);
                // Read before it is asked for, so that every mistake is named at once.
                var outcome = Tried(body) ?? change(call, body, reference);
                return body.IsRefused ? ApiAnswer.Refused(StatusCodes.Status422UnprocessableEntity, body.Refusal.Problems)
                    : ApiAnswer.Recorded(outcome, call.RequestKey);
            });

    /// <summary>The refusal of a body whose day or amount cannot be read; none where both can.</summary>
    static Outcome<Recorded>? Tried(ApiBody body)
    {
        body.Day("date");
        AmountOf(body);
        Plan(body, body.Currency("currency"));
        return body.IsRefused ? (Outcome<Recorded>)body.Refusal : null;
    }

    static IResult List(ApiCall call) => ApiAnswer.Of(call.Fund().Then(fund => call.Donor().Then(donor => call.Day("from").Then(from =>
        call.Day("to").Then(to => call.Known().Then(known => call.PageOf(place => call.Ledger.PledgeLines.PageAt(new PledgeFilter
        {
            Fund = fund,
            Donor = donor,
            From = from ?? DateOnly.MinValue,
            To = to ?? DateOnly.MaxValue,
            OpenOnly = call.Is("open"),
            Place = place,
            Take = call.Take,
        }, DateOnly.MaxValue, known), line => line.Entry)))))));

    static IResult Show(ApiCall call)
    {
        var found = call.Ledger.Pledges.Find(call.Route("reference"));
        if (found.IsRefused) return ApiAnswer.Refused(StatusCodes.Status404NotFound, found.Problems);
        return ApiAnswer.Of(call.Known().Then<PledgeAnswer>(known => new PledgeAnswer(
            call.Ledger.PledgeLines.Page(new PledgeFilter { Reference = found.Value.Reference }, DateOnly.MaxValue, known).First(),
            [
                .. found.Value.Claims.Select(claim =>
                    new ClaimAnswer(claim.Instalment, claim.Account, claim.Due, claim.Outstanding, claim.Usd)),
            ],
            call.Ledger.Journal.EntriesOfPledge(found.Value.Number))));
    }

    static IResult Add(ApiCall call, ApiBody body)
    {
        var currency = body.Currency("currency");
        var pledge = new NewPledge(
            body.Needed("donor"), body.Needed("fund"), body.Day("date") ?? default, body.Amount("amount", currency) ?? default)
        {
            Reference = body.Text("reference"),
            Status = body.WordOr("status", Rung.Pledged),
            Form = body.WordOr("form", ContributionForm.Monetary),
            Earmarking = body.Text("earmarking"),
            Note = body.Text("note"),
            Plan = Plan(body, currency),
        };
        return body.IsRefused ? ApiAnswer.Refused(StatusCodes.Status422UnprocessableEntity, body.Refusal.Problems)
            : ApiAnswer.Recorded(call.Ledger.Pledges.Add(pledge, call.Author), call.RequestKey);
    }

    static Outcome<Recorded> Amend(ApiCall call, ApiBody body, string reference)
    {
        var currency = body.Currency("currency");
        return call.Ledger.Pledges.Amend(
            reference, body.Amount("amount", currency), Plan(body, currency), body.Day("date") ?? default, body.Needed("reason"),
            call.Author);
    }

    static Amount? AmountOf(ApiBody body)
    {
        if (body.Text("amount") is not null && body.Text("currency") is null)
            body.Refuse("currency", "the amount has no currency", "send currency too, with the three letters of ISO 4217");
        return body.Amount("amount", body.Currency("currency"));
    }

    static InstalmentPlan? Plan(ApiBody body, Currency? currency)
    {
        var parts = body.List("instalments", Instalment);
        if (parts.IsEmpty) return body.Day("due") is { } due ? InstalmentPlan.Once(due) : null;
        return new InstalmentPlan
        { Each = [.. parts.Select(part => new PlannedInstalment(part.Day("due") ?? default, part.Amount("amount", currency) ?? default))] };
    }
}
