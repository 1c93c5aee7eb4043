using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using FundLedger.Checks;
using FundLedger.Journal;

namespace FundLedger.Data.Checks;

/// <summary>A check over a whole ledger: its name, what it promises, and what it found.</summary>
public sealed record CheckResult(string Name, string Promise, ImmutableArray<Problem> Problems);

/// <summary>The checks that <c>fundledger verify</c> runs, in this order. They report and repair nothing.</summary>
public sealed class LedgerChecks(Ledger ledger)
{
    const string Memoranda = "'announced', 'pledged', 'memorandum'";

    static readonly LedgerCheck[] All =
    [
        new("engine", "the database engine finds its file whole",
            (ledger, _) => ledger.Query<string>(ledger.Dialect.IntegrityCheck).Where(line => line != "ok")
                .Select(line => LedgerCheck.Found("the database is damaged: " + line))),
        new("references", "every record belongs to an entry that exists",
            (ledger, _) => ledger.Query<string>(ledger.Dialect.ReferenceCheck)
                .Select(table => LedgerCheck.Found($"a record of {table} belongs to nothing"))),
        new("guards", "the database still refuses what it must",
            (ledger, _) => ledger.Dialect.MissingGuards(ledger.Connection)
                .Select(name => LedgerCheck.Found($"{name} was taken away or changed"))),
        new("seals", "every entry is what was sealed, in one unbroken chain", SealCheck.Run),
        new("balance", "every entry comes to zero, in US$ and in each currency, for each fund and donor", LedgerCheck.Rows("""
            SELECT 'entry ' || entry || ' is out by ' || SUM(usd) || ' cents in fund ' || fund AS found
            FROM posting GROUP BY entry, fund, donor HAVING SUM(usd) <> 0
            UNION ALL
            SELECT 'entry ' || entry || ' is out by ' || SUM(amount) || ' minor units of ' || currency || ' in fund ' || fund
            FROM posting GROUP BY entry, fund, donor, currency HAVING SUM(amount) <> 0
            """)),
        new("memoranda", "what is only promised stands outside the balance", LedgerCheck.Rows($"""
            SELECT 'entry ' || s.entry || ' moved ' || SUM(s.usd) || ' cents between what is only promised and the balance of fund '
                   || s.fund AS found
            FROM (SELECT fund, donor FROM total WHERE account IN ({Memoranda}) GROUP BY fund, donor HAVING SUM(usd) <> 0) t
            JOIN posting s ON s.fund = t.fund AND s.donor = t.donor AND s.account IN ({Memoranda})
            GROUP BY s.entry, s.fund HAVING SUM(s.usd) <> 0
            """)),
        new("instalments", "the instalments of a pledge come to the pledge", LedgerCheck.Rows("""
            SELECT 'pledge ' || p.reference || ' is ' || p.amount || ' but its instalments come to ' || COALESCE(SUM(i.amount), 0)
                   AS found
            FROM pledge p LEFT JOIN instalment i ON i.entry = p.entry
            GROUP BY p.entry, p.reference, p.amount HAVING p.amount <> COALESCE(SUM(i.amount), 0)
            """)),
        new("allocations", "no payment is allocated beyond what was received", LedgerCheck.Rows("""
            SELECT 'payment ' || p.reference || ' of ' || p.amount || ' is allocated ' || SUM(a.amount) AS found
            FROM allocation a JOIN payment p ON p.entry = a.payment
            GROUP BY p.entry, p.reference, p.amount HAVING SUM(a.amount) > p.amount AND p.amount > 0
            """)),
        new("reversals", "every reversal is the exact opposite of its entry", LedgerCheck.Rows("""
            SELECT 'entry ' || e.number || ' does not undo entry ' || e.reverses || ' exactly' AS found
            FROM entry e JOIN posting s ON s.entry IN (e.number, e.reverses)
            WHERE e.reverses <> 0
            GROUP BY e.number, e.reverses, s.account, s.movement, s.fund, s.donor, s.pledge, s.instalment, s.payment, s.currency
            HAVING SUM(s.amount) <> 0 OR SUM(s.usd) <> 0
            """)),
        new("totals", "the totals are what the postings come to", TotalsDiffer),
        new("claims", "what is outstanding is what the postings leave", LedgerCheck.Rows("""
            SELECT 'instalment ' || instalment || ' of pledge entry ' || pledge || ' is out by ' || SUM(amount) || ' and '
                   || SUM(usd) || ' cents' AS found
            FROM (SELECT pledge, instalment, account, amount, usd FROM claim
                  UNION ALL
                  SELECT pledge, instalment, account, -amount, -usd FROM posting WHERE pledge <> 0) AS compared
            GROUP BY pledge, instalment, account HAVING SUM(amount) <> 0 OR SUM(usd) <> 0
            UNION ALL
            SELECT 'instalment ' || instalment || ' of pledge entry ' || pledge || ' owes nothing and is carried at ' || usd || ' cents'
            FROM claim WHERE amount = 0 AND usd <> 0
            """)),
        new("receipts", "what is unallocated is what the postings leave", LedgerCheck.Rows("""
            SELECT 'payment entry ' || payment || ' is out by ' || SUM(amount) || ' and ' || SUM(usd) || ' cents' AS found
            FROM (SELECT payment, amount, usd FROM receipt
                  UNION ALL
                  SELECT payment, amount, usd FROM posting WHERE payment <> 0) AS compared
            GROUP BY payment HAVING SUM(amount) <> 0 OR SUM(usd) <> 0
            UNION ALL
            SELECT 'payment entry ' || payment || ' has nothing unallocated, which is carried at ' || usd || ' cents'
            FROM receipt WHERE amount = 0 AND usd <> 0
            """)),
        new("closed-years", "nothing was posted into a year while it was closed", InClosedYears),
        new("two-persons", "nobody approved what he recorded or proposed", LedgerCheck.Rows("""
            SELECT 'entry ' || number || ' was recorded and approved by ' || recorded_by AS found FROM entry
            WHERE approved_by = recorded_by
            UNION ALL
            SELECT 'proposal ' || d.proposal || ' was approved by ' || p.recorded_by || ', who proposed it'
            FROM decision d JOIN entry h ON h.number = d.entry JOIN entry p ON p.number = d.proposal
            WHERE d.verdict = 'approved' AND h.recorded_by = p.recorded_by
            """)),
        .. BankChecks.All,
        ContactChecks.Details,
    ];

    /// <summary>The two longest: together they take about as long as all others.</summary>
    static readonly string[] Longest = ["seals", "totals"];

    const int MostShown = 20;
    const long MostCheckedBeforeUse = 10_000;

    static readonly ImmutableArray<string> BeforeFigures = ["engine", "seals", "totals", "claims", "receipts", "bank-texts"];

    /// <summary>The checks of what figures are made of, which take no walk along the whole chain of seals.</summary>
    public static ImmutableArray<string> OfFigures { get; } = ["balance", "totals", "claims", "receipts"];

    /// <summary>
    /// Looks before figures are shown whether the ledger is what was recorded. A small ledger is checked whole, which takes
    /// no time that is noticed; a large one is checked by 'fundledger verify', and its figures by their balance.
    /// </summary>
    public ImmutableArray<Problem> BeforeUse() => ledger.Journal.Head().Entry > MostCheckedBeforeUse ? []
        : [.. Run(BeforeFigures).SelectMany(check => check.Problems).Take(1).Select(problem =>
            problem with { Message = "the ledger is damaged: " + problem.Message, Row = null })];

    /// <summary>
    /// Runs every check. A check that cannot run, since the file is too damaged, says so as its problem. About half of the work is
    /// done by a second thread, see <see cref="Ledger.Beside"/>. Of a seal that was printed it is asked last whether it is still held.
    /// </summary>
    public IReadOnlyList<CheckResult> Run(IProgress<long>? progress = null, string? printedSeal = null)
    {
        string[] names = [.. All.Select(check => check.Name)];
        var beside = ledger.Beside(again => again.Checks.Run(Longest, progress).ToArray());
        CheckResult[] here = [.. Run([.. names.Except(Longest)], progress)];
        var results = here.Concat(beside.GetAwaiter().GetResult()).OrderBy(result => Array.IndexOf(names, result.Name));
        return [.. results, .. printedSeal is null ? [] : new[] { Holds(printedSeal) }];
    }

    /// <summary>Runs only the checks of these names.</summary>
    public IEnumerable<CheckResult> Run(IReadOnlyCollection<string> names, IProgress<long>? progress = null) => All
        .Where(check => names.Contains(check.Name))
        .Select(check => new CheckResult(check.Name, check.Promise, Guarded(check, progress)));

    /// <summary>
    /// Whether the ledger still holds what was printed: the entry with this number has this seal. A report's seal proves
    /// in this way that nothing at the end was cut off.
    /// </summary>
    public CheckResult Holds(string seal)
    {
        var entry = ledger.Single<long?>($"SELECT number FROM entry WHERE seal = @seal", new { seal = Bytes(seal) });
        var last = ledger.Single<long>("SELECT COALESCE(MAX(number), 0) FROM entry");
        return new CheckResult("printed-seal", "the ledger holds the entry whose seal was printed", entry is not null ? []
            : [new Problem($"no entry has the seal {seal}; the last entry is {last.ToString(CultureInfo.InvariantCulture)}",
                "entries were cut off or changed since the report was printed: restore the backup that holds them")]);
    }

    static byte[] Bytes(string seal)
    {
        try
        {
            return Convert.FromHexString(seal.Trim());
        }
        catch (FormatException)
        {
            return [];
        }
    }

    ImmutableArray<Problem> Guarded(LedgerCheck check, IProgress<long>? progress)
    {
        try
        {
            return [.. check.Find(ledger, progress).Take(MostShown)];
        }
        catch (Exception fault) when (fault is DbException or InvalidCastException or FormatException or KeyNotFoundException
            or ArgumentException or OverflowException)
        {
            return [LedgerCheck.Found($"the check could not be finished: {fault.Message}")];
        }
    }

    static IEnumerable<Problem> TotalsDiffer(Ledger ledger, IProgress<long>? progress) => ledger.Query<string>($"""
        SELECT 'the total of fund ' || fund || ', donor ' || donor || ', ' || year || ', ' || account || ', ' || movement
               || ' is out by ' || SUM(usd) || ' cents and ' || SUM(postings) || ' postings' AS found
        FROM (SELECT fund, donor, year, account, movement, due_year, usd, postings FROM total
              UNION ALL
              SELECT p.fund, p.donor, {ledger.Dialect.Year("e.date")}, p.account, p.movement,
                     COALESCE({ledger.Dialect.Year("p.due")}, 0), -p.usd, -1
              FROM posting p JOIN entry e ON e.number = p.entry) AS compared
        GROUP BY fund, donor, year, account, movement, due_year HAVING SUM(usd) <> 0 OR SUM(postings) <> 0
        """).Concat(CoarserDiffer(ledger, "donor")).Concat(CoarserDiffer(ledger, "year")).Select(LedgerCheck.Found);

    /// <summary>Where the sums over years, or over donors, are not what the totals come to.</summary>
    static IEnumerable<string> CoarserDiffer(Ledger ledger, string kept) => ledger.Query<string>($"""
        SELECT 'the sum of fund ' || fund || ', {kept} ' || {kept} || ', ' || account || ', ' || movement
               || ' is out by ' || SUM(usd) || ' cents and ' || SUM(postings) || ' postings' AS found
        FROM (SELECT fund, {kept}, account, movement, usd, postings FROM {kept}_total
              UNION ALL
              SELECT fund, {kept}, account, movement, -usd, -postings FROM total) AS compared
        GROUP BY fund, {kept}, account, movement HAVING SUM(usd) <> 0 OR SUM(postings) <> 0
        """);

    static IEnumerable<Problem> InClosedYears(Ledger ledger, IProgress<long>? progress) => ledger.Query<string>($"""
        SELECT 'entry ' || e.number || ' of ' || e.date || ' was posted while its year was closed' AS found FROM entry e
        WHERE e.kind <> 'reopening' AND {ledger.Dialect.Year("e.date")} <=
              (SELECT c.through FROM closing c WHERE c.entry < e.number ORDER BY c.entry DESC LIMIT 1)
        """).Select(LedgerCheck.Found);
}
