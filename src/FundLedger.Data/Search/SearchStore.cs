using System.Collections.Immutable;
using FundLedger.Data.Payments;
using FundLedger.Data.Reports;
using FundLedger.Donors;
using FundLedger.Money;
using FundLedger.Names;
using FundLedger.Reports;

namespace FundLedger.Data.Search;

/// <summary>What was found by a few words, a number or an amount.</summary>
public sealed record Found(
    ImmutableArray<Donor> Donors, ImmutableArray<PledgeLine> Pledges, ImmutableArray<PaymentLine> Payments, long? Entry)
{
    public bool IsEmpty => Donors.IsEmpty && Pledges.IsEmpty && Payments.IsEmpty && Entry is null;
}

/// <summary>Finds donors by name, promises and money by reference or amount, and entries by number.</summary>
public sealed class SearchStore(Ledger ledger)
{
    const int Most = 8;

    public Found Find(string text)
    {
        text = text.Trim();
        var known = ledger.Journal.Known().Value;
        var folded = FoldedName.Of(text);
        var isNumber = long.TryParse(text.TrimStart('#'), System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture, out var number);
        return new Found(
            folded.Length == 0 ? [] : [.. ledger.Standing.Donors.All.Where(donor => IsMeant(donor, text, folded)).Take(Most)],
            [
                .. ledger.PledgeLines.Page(new PledgeFilter { Text = text, Take = Most }, DateOnly.MaxValue, known),
                .. WithAmount("pledge", text).SelectMany(entry =>
                    ledger.PledgeLines.Page(new PledgeFilter { Entry = entry }, DateOnly.MaxValue, known)),
            ],
            [
                .. ledger.Payments.Page(new PaymentFilter { Text = text, Take = Most }),
                .. WithAmount("payment", text).SelectMany(entry => ledger.Payments.Page(new PaymentFilter { Entry = entry })),
            ],
            isNumber && !ledger.Entries.Read(number).IsRefused ? number : null);
    }

    static bool IsMeant(Donor donor, string text, string folded) =>
        donor.Code.Equals(text, StringComparison.OrdinalIgnoreCase)
        || donor.AllNames().Any(name => FoldedName.Of(name).Contains(folded, StringComparison.Ordinal));

    /// <summary>The newest entries of this amount, in US$ or in a currency with cents.</summary>
    ImmutableArray<long> WithAmount(string table, string text)
    {
        if (!AmountText.TryParseTyped(text, Currency.Usd, out var amount, out _) || amount.MinorUnits == 0) return [];
        return
        [
            .. ledger.Query<long>($"""
                SELECT p.entry FROM {table} p
                WHERE (p.amount = @cents OR p.usd = @cents) AND {ledger.InScope("p.fund")}
                ORDER BY p.date DESC, p.entry DESC LIMIT {Most}
                """, new { cents = amount.MinorUnits, scope = ledger.ScopeCodes }),
        ];
    }
}
