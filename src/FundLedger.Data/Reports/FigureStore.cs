using System.Data.Common;
using FundLedger.Data.Checks;
using FundLedger.Data.Journal;
using FundLedger.Journal;
using FundLedger.Reports;
using FundLedger.Reports.Status;

namespace FundLedger.Data.Reports;

/// <summary>
/// The sums behind every figure. Where the totals tell all that is asked they are read, the coarsest that do; for a day
/// within a year, or for what was known earlier, the same sums are made from the postings.
/// </summary>
public sealed class FigureStore(Ledger ledger)
{
    static readonly string[] Whole = ["fund", "year", "donor", "account", "movement", "due_year"];
    static readonly string[] WithoutDueYear = ["fund", "donor", "year", "account", "movement"];
    static readonly string[] WithoutDonor = ["fund", "year", "account", "movement"];

    const string OfDonors = """
        SELECT fund, donor, 0 AS year, account, movement, 0 AS due_year, usd FROM donor_total
        """;

    /// <summary>Takes later years out of the sums of donors and puts the year asked for beside them.</summary>
    const string LaterYears = """
        SELECT fund, donor, 0, account, movement, 0, -usd FROM total
        WHERE fund IN (SELECT DISTINCT fund FROM year_total) AND year >= @only
        UNION ALL
        SELECT fund, donor, year, account, movement, 0, usd FROM total
        WHERE fund IN (SELECT DISTINCT fund FROM year_total) AND year = @only
        """;

    const string OfYears = """
        SELECT fund, '' AS donor, year, account, movement, 0 AS due_year, usd FROM year_total WHERE year <= @upTo
        """;

    const string FromTotals = """
        SELECT fund, donor, year, account, movement, due_year, usd FROM total WHERE year <= @upTo
        """;

    /// <summary>
    /// What was read last, and in which scope: a report is made from it and put on record with it. What was known at an entry
    /// never changes; whose ledger it is changes with each request of the desk.
    /// </summary>
    readonly WeakReference<Answer?> _read = new(null);

    /// <summary>Figures up to and including a day, as known at an entry; all funds and donors where none are named.</summary>
    public Figures Read(DateOnly asAt, Knowledge known, string? fund = null, string? donor = null)
    {
        var asked = new Asked(asAt, asAt.Year, known, fund, donor, null);
        if (_read.TryGetTarget(out var before) && (before.Scope, before.Asked) == (ledger.Scope.Key, asked)) return before.Figures;
        var (source, upTo, _) = Source(asAt, known);
        var figures = Sum(Whole, source, asked with { UpTo = upTo });
        _read.SetTarget(new Answer(ledger.Scope.Key, asked, figures));
        return figures;
    }

    /// <summary>The same without their years: <see cref="Figure.Year"/> is the year named, and 0 in all years before it.</summary>
    public Figures ByDonor(DateOnly asAt, Knowledge known, string? fund = null, string? donor = null, int? year = null)
    {
        var (source, upTo, isNewest) = Source(asAt, known);
        if (isNewest)
            return Sum(WithoutDueYear, year is null ? OfDonors : $"{OfDonors} UNION ALL {LaterYears}",
                new Asked(asAt, upTo, known, fund, donor, year));
        return Sum(WithoutDueYear, $"""
            SELECT fund, donor, CASE WHEN year = @only THEN year ELSE 0 END AS year, account, movement, 0 AS due_year, usd
            FROM ({source}) AS parted WHERE @only IS NULL OR year <= @only
            """, new Asked(asAt, upTo, known, fund, donor, year));
    }

    /// <summary>The same without their donors, who are empty, except where one is named.</summary>
    public Figures ByYear(DateOnly asAt, Knowledge known, string? fund = null, string? donor = null)
    {
        var (source, upTo, _) = Source(asAt, known);
        return Sum(WithoutDonor, source == FromTotals && donor is null ? OfYears : source,
            new Asked(asAt, upTo, known, fund, donor, null));
    }

    /// <summary>What a status is made from: of each donor, and of each year.</summary>
    public StatusFigures ForStatus(DateOnly asAt, Knowledge known, string? fund = null, string? donor = null, int? year = null) =>
        new(ByDonor(asAt, known, fund, donor, year), ByYear(asAt, known, fund, donor));

    /// <summary>Whether the sums of years tell all of a time: it is made of whole years, and nothing was recorded since.</summary>
    internal bool AreWholeYears(DateOnly from, DateOnly to, Knowledge known) =>
        from is { Month: 1, Day: 1 } && (to is { Month: 12, Day: 31 } || IsNewest(to)) && IsAllKnown(known);

    Figures Sum(string[] keys, string source, Asked asked)
    {
        string Key(string column, string absent) => keys.Contains(column) ? column : $"{absent} AS {column}";
        var columns = string.Join(", ", keys);
        var isSummed = IsSummed(source, keys);
        var usd = isSummed ? "usd" : "SUM(usd)";
        // A fund of twenty years has fifty thousand sums: they are read without an object for each value.
        using var rows = ledger.Reader($"""
            SELECT fund, {Key("donor", "''")}, {Key("year", "0")}, account, movement, {Key("due_year", "0")}, {usd}
            FROM ({source}) AS source
            WHERE {(asked.Fund is null ? "1 = 1" : "fund = @fund")} AND {(asked.Donor is null ? "1 = 1" : "donor = @donor")}
              AND {ledger.InScope("fund")}
            {(isSummed ? "AND" : $"GROUP BY {columns} HAVING")} {usd} <> 0 ORDER BY {columns}
            """, new
        {
            asAt = asked.AsAt,
            from = new DateOnly(asked.AsAt.Year, 1, 1),
            upTo = asked.UpTo,
            known = asked.Known.Entry,
            fund = asked.Fund,
            donor = asked.Donor,
            only = asked.Only,
            scope = ledger.ScopeCodes,
        });
        var figures = new Figures([.. Read(rows)]);
        return figures.Imbalance() is { } damage ? throw new DamagedLedgerException(damage) : figures;
    }

    /// <summary>Whether each row of the source is a sum already, told apart by these columns.</summary>
    static bool IsSummed(string source, string[] keys) =>
        (source == FromTotals && keys == Whole) || (source == OfYears && keys == WithoutDonor)
        || (source == OfDonors && keys == WithoutDueYear);

    static IEnumerable<Figure> Read(DbDataReader rows)
    {
        while (rows.Read())
            yield return new Figure(rows.GetString(0), rows.GetString(1), (int)rows.GetInt64(2), Word.Parse<Account>(rows.GetString(3)),
                Word.Parse<Movement>(rows.GetString(4)), (int)rows.GetInt64(5), rows.GetInt64(6));
    }

    /// <summary>What is added up, the years of totals in it, and whether that is all there is.</summary>
    (string Sql, int UpTo, bool IsNewest) Source(DateOnly asAt, Knowledge known)
    {
        if (!IsAllKnown(known)) return (FromPostings("e.number <= @known"), 0, false);
        var isNewest = IsNewest(asAt);
        if (isNewest || asAt is { Month: 12, Day: 31 }) return (FromTotals, asAt.Year, isNewest);
        return ($"{FromTotals} UNION ALL {FromPostings("e.date >= @from")}", asAt.Year - 1, false);
    }

    /// <summary>Whether nothing in the ledger is dated later.</summary>
    bool IsNewest(DateOnly asAt) => asAt >= ledger.Single<DateOnly?>("SELECT MAX(date) FROM entry");

    /// <summary>Whether the totals hold nothing that was recorded later.</summary>
    bool IsAllKnown(Knowledge known) => ledger.Single<long>("SELECT COALESCE(MAX(entry), 0) FROM posting") <= known.Entry;

    string FromPostings(string condition) => $"""
        SELECT p.fund, p.donor, {ledger.Dialect.Year("e.date")} AS year, p.account, p.movement,
               COALESCE({ledger.Dialect.Year("p.due")}, 0) AS due_year, p.usd
        FROM entry e JOIN posting p ON p.entry = e.number
        WHERE e.date <= @asAt AND {condition}
        """;

    sealed record Asked(DateOnly AsAt, int UpTo, Knowledge Known, string? Fund, string? Donor, int? Only);

    sealed record Answer(string Scope, Asked Asked, Figures Figures);
}
