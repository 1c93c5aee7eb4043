using System.Data.Common;
using Dapper;
using FundLedger.Checks;
using FundLedger.Data.Approvals;
using FundLedger.Data.Attachments;
using FundLedger.Data.Audit;
using FundLedger.Data.Backup;
using FundLedger.Data.Bank;
using FundLedger.Data.Checks;
using FundLedger.Data.Closing;
using FundLedger.Data.Contributions;
using FundLedger.Data.Donors;
using FundLedger.Data.Engines;
using FundLedger.Data.Funds;
using FundLedger.Data.Journal;
using FundLedger.Data.Payments;
using FundLedger.Data.Pledges;
using FundLedger.Data.Rates;
using FundLedger.Data.Reports;
using FundLedger.Data.Requests;
using FundLedger.Data.Statements;
using FundLedger.Data.Users;
using FundLedger.Journal;
using FundLedger.Reports;

namespace FundLedger.Data;

/// <summary>
/// One ledger, opened. Everything that can be asked of it or done to it goes through the stores below, one a noun.
/// Not safe for use by two threads at once: open one for each.
/// </summary>
public sealed partial class Ledger : IDisposable
{
    readonly Dialect _dialect;
    StandingData? _standing;

    Ledger(Dialect dialect, DbConnection connection, TimeProvider clock)
    {
        (_dialect, Connection, Clock) = (dialect, connection, clock);
        Funds = new FundStore(this);
        Donors = new DonorStore(this);
        Rates = new RateStore(this);
        Pledges = new PledgeStore(this);
        Payments = new PaymentStore(this);
        Journal = new JournalStore(this);
        Settings = new SettingStore(this);
        Contributions = new ContributionStore(this);
        Statements = new StatementStore(this);
        Boards = new BoardStore(this);
        Checks = new LedgerChecks(this);
        Figures = new FigureStore(this);
        PledgeLines = new PledgeLineStore(this);
        ContributionLines = new ContributionLineStore(this);
        Batches = new BatchStore(this);
        Closing = new ClosingStore(this);
        Users = new UserStore(this);
        Approvals = new ApprovalStore(this);
        Proposals = new ProposalStore(this);
        Audit = new AuditStore(this);
        Reports = new ReportStore(this);
        Attachments = new AttachmentStore(this);
        Bank = new BankStore(this);
        Matches = new MatchStore(this);
        Revaluations = new RevaluationStore(this);
    }

    public FundStore Funds { get; }

    public DonorStore Donors { get; }

    public RateStore Rates { get; }

    public PledgeStore Pledges { get; }

    public PaymentStore Payments { get; }

    public JournalStore Journal { get; }

    public SettingStore Settings { get; }

    public ContributionStore Contributions { get; }

    public StatementStore Statements { get; }

    public BoardStore Boards { get; }

    public LedgerChecks Checks { get; }

    public FigureStore Figures { get; }

    public PledgeLineStore PledgeLines { get; }

    public ContributionLineStore ContributionLines { get; }

    public BatchStore Batches { get; }

    public ClosingStore Closing { get; }

    public UserStore Users { get; }

    public ApprovalStore Approvals { get; }

    public ProposalStore Proposals { get; }

    public AuditStore Audit { get; }

    public ReportStore Reports { get; }

    public AttachmentStore Attachments { get; }

    public BankStore Bank { get; }

    public MatchStore Matches { get; }

    public RevaluationStore Revaluations { get; }

    /// <summary>The day it is where the program runs.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Clock.GetLocalNow().DateTime);

    internal TimeProvider Clock { get; }

    internal DbConnection Connection { get; }

    /// <summary>The transaction being written, which every query inside it has to name.</summary>
    DbTransaction? Current { get; set; }

    internal Dialect Dialect => _dialect;

    /// <summary>Opens the ledger at an address: a file's path. Refuses one that is not there, or newer than this program.</summary>
    public static Outcome<Ledger> Open(string address, TimeProvider clock)
    {
        if (!File.Exists(address))
            return new Problem($"there is no ledger at {address}",
                "make one with 'fundledger init', or name another with --ledger")
            { File = address };
        var ledger = Connect(new SqliteDialect(address, create: false), clock);
        var version = Migrations.Current(ledger.Connection, ledger._dialect);
        if (version is > 0 && version < Migrations.Newest) Migrations.Apply(ledger.Connection, ledger._dialect, clock.GetUtcNow());
        if (version > 0 && version <= Migrations.Newest) return ledger;
        ledger.Dispose();
        return version == 0
            ? new Problem($"{address} is not a ledger", "name a file that 'fundledger init' made") { File = address }
            : new Problem($"{address} was made by a newer FundLedger (schema {version}; this program knows {Migrations.Newest})",
                "use the newer program")
            { File = address };
    }

    /// <summary>Makes an empty ledger with the four funds, the States and the sample organizations of the reference data.</summary>
    public static Outcome<Ledger> Create(string address, TimeProvider clock, Author author)
    {
        if (File.Exists(address))
            return new Problem($"{address} exists already", "name a file that does not exist, or use the ledger that is there")
            { File = address };
        if (Path.GetDirectoryName(Path.GetFullPath(address)) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        // Beside its place, so that what has the name is a whole ledger, whenever the program or the computer stops.
        var unfinished = address + ".part";
        LedgerCopy.Discard(unfinished);
        var made = Begin(unfinished, clock, author);
        if (made.IsRefused) return new Refusal(made.Problems);
        File.Move(unfinished, address);
        return Open(address, clock);
    }

    /// <summary>Funds, donors, rates and settings as they stand now.</summary>
    public StandingData Standing => _standing is { } standing && standing.IsCurrent() ? standing : _standing = new StandingData(this);

    /// <summary>Funds, donors, rates and settings as they stood when the ledger knew what is given.</summary>
    public StandingData StandingAt(Knowledge known) => new(this, known.Entry);

    /// <summary>What a report made from this knowledge prints on each of its pages.</summary>
    public ReportBasis Basis(DateOnly asAt, Knowledge known) =>
        new(asAt, known.Entry, known.At, known.Seal) { Banner = StandingAt(known).Setting(Setting.Banner) };

    /// <summary>
    /// Runs a request in one transaction: all of it or nothing. A request key that was answered before gets the same
    /// answer; with another request it is refused. What needs a second person who is missing is kept as a proposal instead.
    /// </summary>
    internal Outcome<T> Write<T>(Author author, Request<T> request, bool dryRun = false)
    {
        var json = RequestJson.Of<Request>(request);
        var done = Write(author, json, writing => request.Run(this, writing), dryRun, out var unapproved);
        return unapproved is null ? done
            : Write(author, json, writing => Proposals.Propose(json, unapproved, writing).Then<T>(proposal => request.Waiting(proposal)),
                dryRun, out _);
    }

    /// <summary>The same for work that cannot be kept as a proposal, since it needs a file; the request tells two apart.</summary>
    internal Outcome<T> Write<T>(Author author, object request, Func<Writing, Outcome<T>> work, bool dryRun = false) =>
        Write(author, RequestJson.OfWhole(request), work, dryRun, out _);

    /// <summary>Copies the whole ledger into a new file, as it stands now, while others write; the entry and seal it ends with.</summary>
    internal Knowledge CopyTo(string file)
    {
        using var moment = _dialect.BeginReading(Connection);
        Current = moment;
        try
        {
            var head = Journal.Head();
            _dialect.CopyTo(Connection, file);
            return head;
        }
        finally
        {
            Current = null;
        }
    }

    internal IEnumerable<T> Query<T>(string sql, object? values = null) => Connection.Query<T>(sql, values, Current);

    /// <summary>Rows one by one, for those who cannot hold them all.</summary>
    internal IEnumerable<T> Stream<T>(string sql, object? values = null) =>
        Connection.Query<T>(sql, values, Current, buffered: false);

    internal void Execute(string sql, object values) => Connection.Execute(sql, values, Current);

    internal T? Single<T>(string sql, object? values = null) => Connection.QuerySingleOrDefault<T>(sql, values, Current);

    Outcome<T> Write<T>(Author author, string request, Func<Writing, Outcome<T>> work, bool dryRun, out Unapproved? unapproved)
    {
        using var transaction = _dialect.BeginWriting(Connection);
        Current = transaction;
        try
        {
            return Write(author, request, work, dryRun, transaction, out unapproved);
        }
        finally
        {
            Current = null;
        }
    }

    Outcome<T> Write<T>(
        Author author, string request, Func<Writing, Outcome<T>> work, bool dryRun, DbTransaction transaction, out Unapproved? unapproved)
    {
        unapproved = null;
        using var writing = new Writing(this, transaction, author);
        var hash = author.RequestKey is null ? [] : RequestJson.HashOf(request);
        if (author.RequestKey is { } key && Answered<T>(key, hash) is { } before) return before;
        var outcome = Guarded(() => work(writing));
        if (outcome.Problems is [var only] && ReferenceEquals(only, writing.Unapproved?.Problem)) unapproved = writing.Unapproved;
        if (outcome.IsRefused || dryRun) return outcome;
        writing.Journal.Finish();
        if (author.RequestKey is not null)
            Connection.Execute("INSERT INTO request (key, hash, entry, answer) VALUES (@key, @hash, @entry, @answer)",
                new
                {
                    key = author.RequestKey,
                    hash,
                    entry = writing.Journal.LastNumber,
                    answer = RequestJson.Of(outcome.Value),
                }, transaction);
        transaction.Commit();
        return outcome;
    }

    /// <summary>What the engine's error means for the person in front of it; none where it is a fault of the program.</summary>
    public static Problem? Trouble(DbException fault) => SqliteDialect.Explain(fault) is { } text
        ? new Problem(text, "nothing of this request was recorded") : null;

    public void Dispose() => Connection.Dispose();

    static Outcome<long> Begin(string file, TimeProvider clock, Author author)
    {
        using var ledger = Connect(new SqliteDialect(file, create: true), clock);
        Migrations.Apply(ledger.Connection, ledger._dialect, clock.GetUtcNow());
        return FirstEntries.Post(ledger, author);
    }

    static Ledger Connect(Dialect dialect, TimeProvider clock)
    {
        ColumnTypes.Register();
        return new Ledger(dialect, dialect.Open(), clock);
    }

    /// <summary>What a constraint refuses is a problem of the request, not a fault: a rule has its last guard in the database.</summary>
    Outcome<T> Guarded<T>(Func<Outcome<T>> work)
    {
        try
        {
            return work();
        }
        catch (DbException fault) when (_dialect.IsRefusal(fault))
        {
            return new Problem("the ledger refused: " + fault.Message, "look at what stands in the ledger and try again");
        }
    }

    Outcome<T>? Answered<T>(string key, byte[] hash)
    {
        var row = Single<(byte[] Hash, string Answer)>("SELECT hash, answer FROM request WHERE key = @key", new { key });
        if (row.Answer is null) return null;
        return row.Hash.AsSpan().SequenceEqual(hash)
            ? RequestJson.Read<T>(row.Answer)
            : new Problem($"the request key '{key}' was used before for another request",
                "use a new key for a new request; send the same request to hear the first answer again")
            { Value = key };
    }
}
