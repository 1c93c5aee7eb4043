using System.Collections.Immutable;
using System.Security.Cryptography;
using FundLedger.Bank;
using FundLedger.Bank.Reconciling;
using FundLedger.Checks;
using FundLedger.Data.Journal;
using FundLedger.Journal;
using FundLedger.Money;

namespace FundLedger.Data.Bank;

public sealed record BankImportOptions
{
    /// <summary>The bank's CSV profile; needed for CSV only.</summary>
    public string? ProfilePath { get; init; }

    /// <summary>Does everything but keep it.</summary>
    public bool DryRun { get; init; }

    /// <summary>The name people call the file by, where its path is not their own.</summary>
    public string? FileName { get; init; }
}

/// <summary>
/// What an import of a statement file did. <see cref="Entry"/> is the entry that holds the file, or 0 where it told
/// nothing new; <see cref="Known"/> counts the lines that the ledger held already.
/// </summary>
public sealed record BankImported(
    long Entry, string File, ImmutableArray<string> Accounts, int Statements, int Added, int Known, int Confirmed, bool DryRun)
{
    /// <summary>Statements that do not open with what the last one of their account closed with, and by how much.</summary>
    public ImmutableArray<string> Gaps { get; init; } = [];
}

/// <summary>
/// An account as the banks last told of it. <see cref="Entry"/> is the import that brought the newest statement;
/// <see cref="Unexplained"/> counts the lines that nothing explains; up to <see cref="ExplainedTo"/> there is none.
/// </summary>
public sealed record BankAccount(
    string Account, Currency Currency, DateOnly BalanceDay, Amount? Balance, long Entry, long Unexplained, DateOnly ExplainedTo);

/// <summary>Bank statements: what the banks say happened on the accounts.</summary>
public sealed class BankStore(Ledger ledger)
{
    /// <summary>
    /// Takes over a statement file, whatever its form. The same file twice adds nothing, overlapping files add what is
    /// new, and the file is kept. What is certain is confirmed at once where the ledger is set so.
    /// </summary>
    public Outcome<BankImported> Import(string path, BankImportOptions options, Author author) =>
        StatementUpload.Read(path, options)
            .Then(upload => ledger.Write(author, new { bank = Convert.ToHexString(SHA256.HashData(upload.Bytes)) },
                writing => Post(upload, options.DryRun, writing), options.DryRun))
            .Then(imported => options.DryRun || imported.Added == 0 || !BankSettings.Of(ledger.Standing).PostsCertain
                ? imported
                : ledger.Matches.ConfirmCertain(author with { RequestKey = null })
                    .Then<BankImported>(confirmed => imported with { Confirmed = confirmed.Lines.Length }));

    /// <summary>
    /// Takes an import back, as if the file had never been read; the newest first, and none of its lines may be confirmed.
    /// </summary>
    public Outcome<Recorded> Undo(long entry, DateOnly date, string reason, Author author) =>
        ledger.Write(author, new { undoBank = entry, date, reason }, writing =>
            ledger.Journal.Header(entry)?.Kind == EntryKind.BankStatement ? ledger.Journal.Reverse(entry, date, reason, writing)
                : new Problem($"entry {entry} is no import of a bank statement", "see «bank accounts» for the imports")
                { Column = "entry" });

    /// <summary>The accounts with the newest balance that a bank stated, and how many lines nothing explains.</summary>
    public ImmutableArray<BankAccount> Accounts() => [.. ledger.Query<AccountRow>("""
        SELECT s.account, s.currency, s.last_day AS balance_day, s.closing, s.entry,
               (SELECT COUNT(*) FROM standing_line l WHERE l.account = s.account AND l.currency = s.currency
                 AND NOT EXISTS (SELECT 1 FROM standing_match m
                                 WHERE m.bank_entry = l.entry AND m.bank_line = l.line AND m.matched <> 0)) AS unexplained,
               (SELECT MIN(l.day) FROM standing_line l WHERE l.account = s.account AND l.currency = s.currency
                 AND NOT EXISTS (SELECT 1 FROM standing_match m
                                 WHERE m.bank_entry = l.entry AND m.bank_line = l.line AND m.matched <> 0)) AS open_since
        FROM standing_statement s
        WHERE NOT EXISTS (SELECT 1 FROM standing_statement n WHERE n.account = s.account AND n.currency = s.currency
                          AND (n.last_day > s.last_day
                               OR (n.last_day = s.last_day AND (n.entry > s.entry OR (n.entry = s.entry AND n.line > s.line)))))
        ORDER BY s.account, s.currency
        """).Select(row => row.ToAccount())];

    /// <summary>The statements that stand, the newest first.</summary>
    public ImmutableArray<HeldStatement> Statements() => new BankLists(ledger).Statements();

    /// <summary>The lines that an import of a statement file brought, each with what explains it.</summary>
    public ImmutableArray<StatedLine> LinesOf(long entry) => new BankLists(ledger).LinesOf(entry);

    /// <summary>What a reconciliation of an account is made from, as at a day.</summary>
    public Outcome<ReconciliationMaterial> Reconciliation(string account, DateOnly asAt, Knowledge known) =>
        new ReconciliationQueries(ledger).Read(account, asAt, known);

    /// <summary>What stands on an import of a statement; none where it can be taken back.</summary>
    internal Problem? BuiltOn(long entry)
    {
        var later = ledger.Single<long>("""
            SELECT COALESCE(MAX(n.entry), 0) FROM standing_statement n
            WHERE n.entry > @entry AND n.account IN (SELECT account FROM bank_statement WHERE entry = @entry)
            """, new { entry });
        if (later != 0)
            return new Problem($"entry {later} brought a newer statement of the same account", $"undo entry {later} first");
        var confirmed = ledger.Query<(long Entry, long Line)>("""
            SELECT DISTINCT bank_entry, bank_line FROM standing_match WHERE bank_entry = @entry AND matched <> 0
            ORDER BY bank_line LIMIT 5
            """, new { entry }).Select(line => new BankLineId(line.Entry, (int)line.Line).ToString()).ToArray();
        return confirmed.Length == 0 ? null
            : new Problem($"lines of the statement are confirmed: {string.Join(", ", confirmed)}", "undo their confirmation first");
    }

    Outcome<BankImported> Post(StatementUpload upload, bool dryRun, Writing writing)
    {
        var all = upload.Statements.Sum(statement => statement.Booked.Count());
        ImmutableArray<string> accounts = [.. upload.Statements.Select(one => AccountNumber.Normal(one.Account)).Distinct()];
        var nothing = new BankImported(0, upload.Name, accounts, 0, 0, all, 0, dryRun);
        if (IsKept(upload.Bytes)) return nothing;
        var fresh = Known(upload.Statements, accounts).Reduced(upload.Statements)
            .Select((reduced, i) => (Head: StatementRecord.Of(upload.Statements[i], ledger.Today), reduced.Lines))
            .Where(statement => statement.Lines.Length > 0 || !IsHeld(statement.Head)).ToArray();
        if (fresh.Length == 0) return nothing;
        var gaps = new StatementGaps(ledger).Of(fresh.Select(statement => statement.Head));
        var records = Records(upload, fresh);
        return writing.Post(new EntryDraft(EntryKind.BankStatement, ledger.Today, $"Bank statement {upload.Name}")
        { Records = [.. records] }).Then<BankImported>(entry =>
        {
            KeepTexts(entry, records, writing);
            var added = fresh.Sum(statement => statement.Lines.Length);
            return nothing with { Entry = entry, Statements = fresh.Length, Added = added, Known = all - added, Gaps = gaps };
        });
    }

    List<ILedgerRecord> Records(StatementUpload upload, IEnumerable<(StatementRecord Head, ImmutableArray<BankLine> Lines)> fresh)
    {
        var records = new List<ILedgerRecord> { ledger.Attachments.Keep(upload.Name, upload.Bytes) };
        if (upload.Profile is { } profile) records.Add(ledger.Attachments.Keep(profile.Name, profile.Bytes));
        foreach (var (head, lines) in fresh)
        {
            records.Add(head);
            var place = records.Count;
            records.AddRange(lines.Select(line =>
                new LineRecord(line, place, line.Booked < head.LastDay ? line.Booked : head.LastDay)));
        }

        return records;
    }

    static void KeepTexts(long entry, List<ILedgerRecord> records, Writing writing)
    {
        var insert = writing.Journal.Prepare("""
            INSERT INTO bank_text (entry, line, payer_name, payer_account, on_behalf_of, end_to_end, remittance)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            """);
        for (var i = 0; i < records.Count; i++)
        {
            if (records[i] is not LineRecord { Line: var line }) continue;
            insert.Number(entry);
            insert.Number(i + 1);
            insert.Text(line.PayerName);
            insert.Text(line.PayerAccount);
            insert.Text(line.OnBehalfOf);
            insert.Text(line.EndToEndId);
            insert.Text(line.Remittance);
            insert.Execute();
        }
    }

    bool IsKept(byte[] bytes) => ledger.Single<long>("""
        SELECT COUNT(*) FROM attachment a WHERE a.hash = @hash AND EXISTS (SELECT 1 FROM standing_statement s WHERE s.entry = a.entry)
        """, new { hash = SHA256.HashData(bytes) }) > 0;

    bool IsHeld(StatementRecord head) => ledger.Single<long>("""
        SELECT COUNT(*) FROM standing_statement
        WHERE account = @Account AND currency = @currency AND first_day = @FirstDay AND last_day = @LastDay
          AND COALESCE(opening, 0) = @opening AND COALESCE(closing, 0) = @closing
        """, new
    {
        head.Account,
        currency = head.Currency.Code,
        head.FirstDay,
        head.LastDay,
        opening = head.Opening?.MinorUnits ?? 0,
        closing = head.Closing?.MinorUnits ?? 0,
    }) > 0;

    KnownLines Known(ImmutableArray<BankStatement> statements, ImmutableArray<string> accounts)
    {
        var keys = statements.SelectMany(statement => statement.Booked).Select(line => line.Key).Distinct().ToArray();
        var counts = ledger.Query<(string Key, long Count)>($"""
            SELECT key, COUNT(*) FROM standing_line WHERE key IN {ledger.Dialect.Among("@keys")} GROUP BY key
            """, new { keys = ledger.Dialect.List(keys) }).ToDictionary(row => row.Key, row => (int)row.Count, StringComparer.Ordinal);
        var held = ledger.Query<HeldRow>($"""
            SELECT account, currency, last_day, opening, closing FROM standing_statement
            WHERE account IN {ledger.Dialect.Among("@accounts")} AND opening IS NOT NULL AND closing IS NOT NULL
            """, new { accounts = ledger.Dialect.List(accounts) });
        return new KnownLines(counts, [.. held.Select(row => row.ToStatement())]);
    }

    sealed class AccountRow
    {
        public string Account { get; init; } = "";
        public Currency Currency { get; init; } = Currency.Usd;
        public DateOnly BalanceDay { get; init; }
        public long? Closing { get; init; }
        public long Entry { get; init; }
        public long Unexplained { get; init; }
        public DateOnly? OpenSince { get; init; }

        internal BankAccount ToAccount() => new(Account, Currency, BalanceDay,
            Closing is { } balance ? new Amount(balance, Currency) : null, Entry, Unexplained, OpenSince?.AddDays(-1) ?? BalanceDay);
    }

    sealed class HeldRow
    {
        public string Account { get; init; } = "";
        public Currency Currency { get; init; } = Currency.Usd;
        public DateOnly LastDay { get; init; }
        public long Opening { get; init; }
        public long Closing { get; init; }

        internal KnownStatement ToStatement() =>
            new(Account, LastDay, new Amount(Opening, Currency), new Amount(Closing, Currency));
    }
}
