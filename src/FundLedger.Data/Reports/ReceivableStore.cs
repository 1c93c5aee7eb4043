using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Data.Journal;
using FundLedger.Money;
using FundLedger.Reports.Receivables;

namespace FundLedger.Data.Reports;

/// <summary>Reads what signed agreements still owe, instalment by instalment, at any day and as then known.</summary>
public sealed class ReceivableStore(Ledger ledger)
{
    /// <summary>
    /// Only pledges are looked at of which something is open now, or that were touched after the day or what is known.
    /// </summary>
    const string OpenThen = """
        SELECT p.fund, p.donor, p.pledge, g.reference, p.instalment, p.due, p.currency,
               SUM(p.amount) AS amount, SUM(p.usd) AS usd
        FROM pledge g
        JOIN posting p ON p.pledge = g.entry AND p.pledge <> 0 AND (p.account = 'receivable' OR (@unsigned = 1 AND p.account = 'pledged'))
        JOIN entry e ON e.number = p.entry AND e.date <= @asAt AND e.number <= @known
        WHERE g.date <= @asAt AND g.entry <= @known
          AND (@fund IS NULL OR g.fund = @fund) AND (@donor IS NULL OR g.donor = @donor)
          AND (g.entry IN (SELECT pledge FROM claim WHERE amount <> 0 OR usd <> 0)
               OR g.entry IN (SELECT s.pledge FROM entry t JOIN posting s ON s.entry = t.number AND s.pledge <> 0
                              WHERE t.date > @asAt OR t.number > @known))
        GROUP BY p.fund, p.donor, p.pledge, g.reference, p.instalment, p.due, p.currency
        HAVING SUM(p.amount) <> 0 OR SUM(p.usd) <> 0
        ORDER BY p.fund, p.donor, p.due, p.pledge, p.instalment
        """;

    /// <summary>The material for one fund, or for all where none is named.</summary>
    public Outcome<ReceivablesMaterial> Read(string? fund, DateOnly asAt, Knowledge known)
    {
        var standing = ledger.StandingAt(known);
        return AllowanceTable.Parse(standing.Setting(AllowanceTable.SettingName)).Then(allowance =>
            BoardStore.FundsOf(standing, fund).Then<ReceivablesMaterial>(funds =>
            {
                var only = funds.Length == 1 ? funds[0].Code : null;
                var order = funds.Select((one, place) => (one.Code, place)).ToDictionary(one => one.Code, one => one.place);
                return new ReceivablesMaterial(ledger.Basis(asAt, known), funds, standing.Donors,
                    [.. Claims(only, null, asAt, known).OrderBy(claim => order[claim.Fund])],
                    ledger.Figures.Read(asAt, known, only), allowance);
            }));
    }

    /// <summary>
    /// What is open, by fund, donor and the day it falls due: of signed agreements, and where asked for of written pledges too.
    /// </summary>
    public ImmutableArray<OpenClaim> Claims(string? fund, string? donor, DateOnly asAt, Knowledge known, bool withUnsigned = false) =>
        [.. ledger.Query<ClaimRow>(OpenThen, new { fund, donor, asAt, known = known.Entry, unsigned = withUnsigned ? 1 : 0 })
            .Select(row => row.ToClaim())];

    sealed class ClaimRow
    {
        public string Fund { get; init; } = "";
        public string Donor { get; init; } = "";
        public long Pledge { get; init; }
        public string Reference { get; init; } = "";
        public long Instalment { get; init; }
        public DateOnly Due { get; init; }
        public Currency Currency { get; init; } = Currency.Usd;
        public long Amount { get; init; }
        public long Usd { get; init; }

        internal OpenClaim ToClaim() => new(
            Fund, Donor, Pledge, Reference, (int)Instalment, Due, new Amount(Amount, Currency), FundLedger.Money.Amount.Usd(Usd));
    }
}
