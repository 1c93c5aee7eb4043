using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using FundLedger.Checks;
using FundLedger.Data.Files;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Statements;

namespace FundLedger.Data.Statements;

/// <summary>What taking over a file of statement lines did.</summary>
public sealed record StatementImported(long Batch, string File, int Lines, int Statements, bool DryRun)
{
    /// <summary>What was odd and is recorded all the same: support costs off their rate, openings that are no closing.</summary>
    public ImmutableArray<string> Findings { get; init; } = [];
}

/// <summary>Income and expenditure from the finance system, by fund, year and class.</summary>
public sealed class StatementStore(Ledger ledger)
{
    static readonly string[] Required = ["fund", "year", "class", "amount"];

    /// <summary>
    /// Takes over a file with the columns fund, year, class and amount (US$), and perhaps note. A class is one of the
    /// words of <see cref="StatementClass"/>, or the name of a class of expenditure; an expenditure may have a support_rate (per
    /// cent) or an agreement whose rate is set. All rows or none.
    /// </summary>
    public Outcome<StatementImported> Import(
        string path, Author author, bool dryRun = false, string? fileName = null, FileLimits? limits = null) =>
        TableFile.Open(path, limits ?? FileLimits.Import, ledger.Clock, name: fileName).Then(file =>
        {
            using var stream = File.OpenRead(path);
            var hash = SHA256.HashData(stream);
            return Read(file).Then(lines => ledger.Write(author, new { statement = Convert.ToHexString(hash) },
                writing => Post(file.Name, hash, lines, writing, dryRun), dryRun));
        });

    /// <summary>The lines of a fund up to a year that were not undone, as known at an entry.</summary>
    internal IEnumerable<StatementLine> Read(string fund, int upToYear, long knownUpTo) => ledger.Query<LineRow>("""
        SELECT s.* FROM statement_line s
        WHERE s.fund = @fund AND s.year <= @upToYear AND s.entry <= @knownUpTo
          AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = s.entry AND r.reverses <> 0 AND r.number <= @knownUpTo)
        ORDER BY s.year, s.entry, s.line
        """, new { fund, upToYear, knownUpTo }).Select(row => row.ToLine());

    Outcome<StatementImported> Post(
        string file, byte[] hash, ImmutableArray<StatedLine> lines, Writing writing, bool dryRun)
    {
        var head = writing.Post(new EntryDraft(EntryKind.Import, ledger.Today, $"Import of {file}")
        { Records = [new Batch(file, hash)] });
        if (head.IsRefused) return new Refusal(head.Problems);
        if (CompleteStatement.Objection(lines.Select(stated => stated.Line)) is { } problem) return problem with { File = file };
        var statements = lines.GroupBy(stated => (stated.Line.Fund, stated.Line.Year)).OrderBy(statement => statement.Key.Year).ToArray();
        var balances = new FundBalances(ledger);
        var findings = ImmutableArray.CreateBuilder<string>();
        foreach (var statement in statements)
        {
            if (Standing(statement.Key.Fund, statement.Key.Year) is var entry and not 0)
                return new Problem($"{statement.Key.Fund} has a statement for {statement.Key.Year} already (entry {entry})",
                    $"reverse entry {entry} first, or leave the rows of {statement.Key.Year} out")
                { File = file };
            var completed = CompleteStatement.Of([.. statement], RateOf(statement.Key.Fund), balances.Before(statement.Key));
            balances.Add(statement.Key, completed.Lines);
            findings.AddRange(completed.Findings);
            var decided = RecordStatement.Decide(statement.Key.Fund, statement.Key.Year, completed.Lines);
            var posted = decided.Then(draft => writing.Post(draft, head.Value));
            if (posted.IsRefused) return new Refusal([.. posted.Problems.Select(problem => problem with { File = file })]);
        }

        return new StatementImported(head.Value, file, lines.Length, statements.Length, dryRun) { Findings = findings.ToImmutable() };
    }

    /// <summary>Opening balances that the finance system stated for a year and that are not the closing of the year before.</summary>
    public ImmutableArray<(string Fund, Amount Stated, Amount Closing)> OpeningDifferences(int year) =>
    [
        .. ledger.Standing.Funds.All.Select(fund => (fund.Code, Stated: Read(fund.Code, year, StandingData.Everything)
                .Where(line => line.Year == year && line.Class == StatementClass.StatedOpening).Select(line => line.Usd).ToArray()))
            .Where(fund => fund.Stated.Length > 0)
            .Select(fund => (fund.Code, fund.Stated.Aggregate((a, b) => a + b),
                new FundBalances(ledger).Before((fund.Code, year)) ?? Amount.Usd(0)))
            .Where(fund => fund.Item2 != fund.Item3),
    ];

    int RateOf(string fund) => ledger.Standing.Funds.All.First(one => one.Code == fund).SupportCostRate;

    long Standing(string fund, int year) => ledger.Single<long>("""
        SELECT COALESCE(MAX(s.entry), 0) FROM statement_line s WHERE s.fund = @fund AND s.year = @year
          AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = s.entry AND r.reverses <> 0)
        """, new { fund, year });

    Outcome<ImmutableArray<StatedLine>> Read(TableFile file)
    {
        if (Required.FirstOrDefault(column => file.Find(column) < 0) is { } missing)
            return new Problem($"the file has no column '{missing}'", $"give the first row the names {string.Join(", ", Required)}, note")
            { File = file.Name, Row = 1 };
        var agreements = SupportCosts.Agreements(ledger.Standing.Setting(SupportCosts.AgreementsSetting));
        if (agreements.IsRefused) return new Refusal(agreements.Problems);
        var lines = ImmutableArray.CreateBuilder<StatedLine>();
        var problems = new List<Problem>();
        foreach (var row in file.Rows())
        {
            var line = row.Problem is { } unreadable ? unreadable : Read(file, row);
            var rate = SupportRate(file, row, agreements.Value);
            if (line.IsRefused || rate.IsRefused) problems.AddRange([.. line.Problems, .. rate.Problems]);
            else lines.Add(new StatedLine(line.Value, rate.Value));
        }

        if (problems.Count > 0) return new Refusal([.. problems]);
        return lines.Count > 0 ? lines.ToImmutable()
            : new Problem("the file has no lines", "give it rows below the column names") { File = file.Name };
    }

    Outcome<StatementLine> Read(TableFile file, FileRow row)
    {
        int At(string column) => file.Find(column);
        var fund = ledger.Standing.Funds.Find(row.Text(At("fund")));
        if (fund.IsRefused) return row.Refuse(At("fund"), fund.Problems[0].Message, fund.Problems[0].Remedy);
        if (!int.TryParse(row[At("year")].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || year is < 1946 or > 2200)
            return row.Refuse(At("year"), $"'{row.Text(At("year"))}' is not a year", "write four digits");
        var name = row.Text(At("class")).Trim();
        if (name.Length == 0) return row.Refuse(At("class"), "the class is missing",
            $"write one of {Word.List<StatementClass>()}, or the name of a class of expenditure");
        if (!AmountText.TryParse(row[At("amount")], Currency.Usd, out var amount, out var why))
            return row.Refuse(At("amount"), $"the amount cannot be read: {why}", "write US$ like 12500.00");
        if (!Word.TryParse<StatementClass>(name.Replace(' ', '-'), out var statementClass)) statementClass = StatementClass.Expenditure;
        var note = At("note") < 0 || row[At("note")].IsEmpty ? null : row.Text(At("note"));
        return new StatementLine(fund.Value.Code, year, statementClass, name, amount, note);
    }

    /// <summary>The rate that the row names, or its agreement's; none where the fund's applies.</summary>
    static Outcome<int?> SupportRate(TableFile file, FileRow row, ImmutableDictionary<string, int> agreements)
    {
        var (rate, agreement) = (file.Find("support_rate"), file.Find("agreement"));
        if (rate >= 0 && !row[rate].Trim().IsEmpty)
            return SupportCosts.Rate(row.Text(rate).Trim()) is { } given ? given
                : row.Refuse(rate, $"'{row.Text(rate)}' is no percentage from 0 to 100", "write it like 13 or 7.5");
        if (agreement < 0 || row[agreement].Trim().IsEmpty) return (int?)null;
        return agreements.TryGetValue(row.Text(agreement).Trim(), out var set) ? set : (int?)null;
    }

    sealed class LineRow
    {
        public string Fund { get; init; } = "";
        public long Year { get; init; }
        public string Class { get; init; } = "";
        public string Label { get; init; } = "";
        public long Usd { get; init; }
        public string? Note { get; init; }

        internal StatementLine ToLine() =>
            new(Fund, (int)Year, Word.Parse<StatementClass>(Class), Label, Amount.Usd(Usd), Note);
    }
}
