using FundLedger.Data.Lists;
using FundLedger.Pledges;

namespace FundLedger.Data.Reports;

/// <summary>Which pledges are asked for.</summary>
public sealed record PledgeFilter : LineFilter
{
    /// <summary>The highest rung of its claims, by its place on the ladder; what is open goes before what is not.</summary>
    const string OnRung = """
        (SELECT MAX(CASE c.account WHEN 'receivable' THEN 2 WHEN 'pledged' THEN 1 ELSE 0 END + CASE WHEN c.amount <> 0 THEN 10 ELSE 0 END)
         FROM claim c WHERE c.pledge = p.entry)
        """;

    /// <summary>The highest rung on which something of it is open now; of a settled pledge the highest that it reached.</summary>
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
        Where(Rung is not null, $"{OnRung} IN ({(int)Rung.GetValueOrDefault()}, {(int)Rung.GetValueOrDefault() + 10})");
        Where(Place is not null, Keyset.Condition);
        return string.Join(" AND ", conditions);
    }
}
