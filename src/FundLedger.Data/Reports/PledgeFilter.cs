using FundLedger.Data.Lists;
using FundLedger.Pledges;

namespace FundLedger.Data.Reports;

/// <summary>Which pledges are asked for.</summary>
public sealed record PledgeFilter : LineFilter
{
    /// <summary>The highest rung that it has reached.</summary>
    public Rung? Rung { get; init; }

    /// <summary>Only pledges of which something is open now.</summary>
    public bool OpenOnly { get; init; }

    /// <summary>Only pledges of which something that is open fell due before this day.</summary>
    public DateOnly? OverdueAt { get; init; }

    /// <summary>With the day above: only what fell due on this day or after it.</summary>
    public DateOnly DueFrom { get; init; } = DateOnly.MinValue;

    internal override bool IsOfWhatNeverChanges => base.IsOfWhatNeverChanges && Rung is null && !OpenOnly && OverdueAt is null;

    /// <summary>What it asks of a pledge <c>p</c>, known up to an entry; a condition is written only where it is asked for.</summary>
    internal string Condition(Ledger ledger)
    {
        var conditions = new List<string> { "p.entry <= @known" };
        conditions.AddRange(Conditions(ledger, "pledge"));
        void Where(bool isAsked, string condition)
        {
            if (isAsked) conditions.Add(condition);
        }

        Where(OpenOnly, "EXISTS (SELECT 1 FROM claim c WHERE c.pledge = p.entry AND c.amount <> 0)");
        Where(OverdueAt is not null, """
            p.entry IN (SELECT pledge FROM claim WHERE amount <> 0 AND due < @OverdueAt AND due >= @DueFrom
                                                   AND account IN ('pledged', 'receivable'))
            """);
        Where(Rung is not null, Rung switch
        {
            FundLedger.Pledges.Rung.Signed => Has("receivable"),
            FundLedger.Pledges.Rung.Pledged => $"{Has("pledged")} AND NOT {Has("receivable")}",
            _ => $"NOT {Has("pledged")} AND NOT {Has("receivable")}",
        });
        Where(Place is not null, Keyset.Condition);
        return string.Join(" AND ", conditions);
    }

    static string Has(string account) => $"EXISTS (SELECT 1 FROM claim c WHERE c.pledge = p.entry AND c.account = '{account}')";
}
