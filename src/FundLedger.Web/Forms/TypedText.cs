using FundLedger.Money;
using FundLedger.Reports;
using FundLedger.Web.Access;
using FundLedger.Web.Pages.Payments;
using FundLedger.Web.Visits;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FundLedger.Web.Forms;

/// <summary>
/// Tells the desk's script how something typed is read, by the rules by which it is read when it is sent: an amount, a day,
/// a donor with what he still owes.
/// </summary>
static class TypedText
{
    internal static void Map(WebApplication desk)
    {
        desk.MapGet("/desk/amount", ReadAmount).WithMetadata(new AsksAttribute());
        desk.MapGet("/desk/day", ReadDay).WithMetadata(new AsksAttribute());
        desk.MapGet("/desk/donor", FindDonor).WithMetadata(new AsksAttribute());
    }

    static IResult ReadAmount(string text, string? currency, Visit visit)
    {
        if (!Currency.TryFind(currency is { Length: > 0 } ? currency : "USD", out var known))
            return Results.Json(new { why = visit.Words["field.currency.unknown"] });
        return AmountText.TryParseTyped(text, known, out var amount, out var why)
            ? Results.Json(new
            {
                text = visit.Notation.Number(amount.ToDecimal(), known.Exponent) + (currency is { Length: > 0 } ? " " + known.Code : ""),
                units = amount.MinorUnits,
                digits = known.Exponent,
            })
            : Results.Json(new { why });
    }

    static IResult ReadDay(string text, Visit visit) => TypedDay.TryRead(text, visit.Ledger.Today, out var day, out var why)
        ? Results.Json(new { text = visit.Notation.LongDay(day), value = DayText.Iso(day) })
        : Results.Json(new { why });

    static IResult FindDonor(string text, Visit visit)
    {
        var found = visit.Ledger.Standing.Donors.Find(text);
        if (found.IsRefused)
            return Results.Json(new
            {
                why = found.Problems[0].Message,
                near = visit.Ledger.Standing.Donors.Duplicates(text)
                    .Select(donor => donor.NameOn(visit.Ledger.Today, visit.Language)),
            });
        var donor = found.Value;
        return Results.Json(new
        {
            code = donor.Code,
            text = $"{donor.NameOn(visit.Ledger.Today, visit.Language)} ({donor.Code})",
            pledges = TargetFields.Open(visit, donor.Code).Select(pledge => Offer(pledge, visit)),
        });
    }

    static object Offer(PledgeLine pledge, Visit visit)
    {
        var next = visit.Ledger.Pledges.Instalments(pledge.Entry).FirstOrDefault(part => !part.Outstanding.IsZero)?.Outstanding
            ?? pledge.Outstanding;
        return new
        {
            reference = pledge.Reference,
            field = TargetFields.Name(pledge),
            fund = pledge.Fund,
            currency = pledge.Currency.Code,
            open = Figure(pledge.Outstanding, visit),
            next = next.ToPlainText(),
            due = pledge.NextDue is { } due ? visit.Notation.Day(due) : "",
            isOverdue = pledge.IsOverdueOn(visit.Ledger.Today),
        };
    }

    static string Figure(Amount amount, Visit visit) =>
        $"{amount.Currency} {visit.Notation.Figure(amount.ToDecimal(), amount.Currency.Exponent)}";
}
