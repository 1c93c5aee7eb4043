using Dapper;

namespace FundLedger.Data.Lists;

/// <summary>Which pledges or payments are asked for, in which order, and from which place; nothing where a part is not given.</summary>
public abstract record LineFilter
{
    public string? Reference { get; init; }

    public string? Fund { get; init; }

    public string? Donor { get; init; }

    public DateOnly From { get; init; } = DateOnly.MinValue;

    public DateOnly To { get; init; } = DateOnly.MaxValue;

    /// <summary>The entry that recorded it.</summary>
    public long? Entry { get; init; }

    /// <summary>What a reference begins with.</summary>
    public string? Text { get; init; }

    public string? Currency { get; init; }

    public LineOrder Order { get; init; }

    public bool IsAscending { get; init; }

    public ListPlace? Place { get; init; }

    public int Skip { get; init; }

    public int Take { get; init; } = 50;

    /// <summary>Whether what it finds is always found, whatever is posted later.</summary>
    internal virtual bool IsOfWhatNeverChanges => Reference is null;

    internal Keyset Keyset => new(Order, IsAscending, Place);

    /// <summary>
    /// The conditions on a table that is called <c>p</c> in the query: one is written only where it is asked for, so that the
    /// engine finds the index that serves it.
    /// </summary>
    internal IEnumerable<string> Conditions(Ledger ledger, string table)
    {
        yield return ledger.InScope("p.fund");
        foreach (var condition in Conditions(From, To, Fund, Donor)) yield return condition;
        if (Entry is not null) yield return "p.entry = @Entry";
        if (Reference is not null) yield return $"p.entry = (SELECT MAX(n.entry) FROM {table} n WHERE n.reference = @Reference)";
        if (Text is not null) yield return "p.reference >= @Text AND p.reference < @textEnd";
        if (Currency is not null) yield return "p.currency = @Currency";
    }

    /// <summary>The same for the parts that every filter of promises and money has.</summary>
    internal static IEnumerable<string> Conditions(DateOnly from, DateOnly to, string? fund, string? donor)
    {
        if (from > DateOnly.MinValue) yield return "p.date >= @From";
        if (to < DateOnly.MaxValue) yield return "p.date <= @To";
        if (fund is not null) yield return "p.fund = @Fund";
        if (donor is not null) yield return "p.donor = @Donor";
    }

    /// <summary>The values of every part, of the place and of the scope, by the names that conditions use.</summary>
    internal DynamicParameters Values(Ledger ledger, string table)
    {
        var place = Place is { } at
            ? ledger.Single<(DateOnly Date, long Usd)>($"SELECT date, usd FROM {table} WHERE entry = @Entry", new { at.Entry }) : default;
        var values = new DynamicParameters(this);
        values.AddDynamicParams(new
        {
            textEnd = Text + "\uFFFF",
            placeDate = place.Date,
            placeUsd = place.Usd,
            placeEntry = Place?.Entry,
            scope = ledger.ScopeCodes,
        });
        return values;
    }
}
