using System.Collections.Immutable;
using System.Globalization;
using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Data.Payments;
using FundLedger.Money;

namespace FundLedger.Web.Pages.Bank;

/// <summary>Who paid for what: pledges as people write them (REF, REF#2, REF=500; REF#2=500), or a donor and a fund.</summary>
sealed class PaidFor(Ledger ledger, Currency currency)
{
    internal Outcome<(string Donor, string Fund, ImmutableArray<AllocationRequest> Settles)> Read(
        string settles, string? donor, string? fund)
    {
        var parts = ImmutableArray.CreateBuilder<AllocationRequest>();
        foreach (var text in settles.Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var part = Part(text);
            if (part.IsRefused) return new Refusal(part.Problems);
            parts.Add(part.Value);
        }

        if (parts.Count > 0)
        {
            var pledge = ledger.Pledges.Find(parts[0].Pledge!);
            if (pledge.IsRefused) return new Refusal(pledge.Problems);
            (donor, fund) = (donor ?? pledge.Value.Donor, fund ?? pledge.Value.Fund);
        }

        if (donor is null) return Missing("settles", "neither a pledge nor a donor is named", "name the pledge that it pays, or the donor");
        return fund is null ? Missing("pay-fund", "the fund is not named", "name the fund that it was given to")
            : (donor, fund, parts.ToImmutable());
    }

    Outcome<AllocationRequest> Part(string text)
    {
        var (left, amount) = Sides(text, '=');
        var (reference, number) = Sides(left, '#');
        int? instalment = null;
        if (number is not null)
        {
            if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed))
                return Missing("settles", $"'{number}' is not the number of an instalment", "write it like REF#2");
            instalment = parsed;
        }

        var request = new AllocationRequest { Pledge = reference, Instalment = instalment };
        if (amount is null) return request;
        return AmountText.TryParseTyped(amount, currency, out var paid, out var why)
            ? request with { Amount = paid } : Missing("settles", why, $"write the amount in {currency}");
    }

    static Problem Missing(string field, string message, string remedy) => new(message, remedy) { Column = field };

    static (string Left, string? Right) Sides(string text, char sign)
    {
        var sides = text.Split(sign, 2, StringSplitOptions.TrimEntries);
        return (sides[0], sides.Length == 2 ? sides[1] : null);
    }
}
