using System.Data.Common;
using Dapper;
using FundLedger.Data.Approvals;
using FundLedger.Data.Attachments;
using FundLedger.Data.Audit;
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
    Writing? _writing;

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

    /// <summary>The newest schema of ledgers that this program knows; older ones are brought up to it when they are opened.</summary>
    public static int NewestSchema => Migrations.Newest;

    /// <summary>The day it is where the program runs.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Clock.GetLocalNow().DateTime);

    internal TimeProvider Clock { get; }

    internal DbConnection Connection { get; }

    /// <summary>The transaction being written, which every query inside it has to name.</summary>
    DbTransaction? Current { get; set; }

    internal Dialect Dialect => _dialect;

    /// <summary>Where the ledger is, as it may be shown: never with a password.</summary>
    public string Place => _dialect.Place;

    /// <summary>Whether anything can be recorded here: a standby and a role that only reads cannot.</summary>
    public bool CanWrite => _dialect.CanWrite(Connection);

    /// <summary>The connection when everything that was posted stands in its tables.</summary>
    DbConnection Settled
    {
        get
        {
            _writing?.Journal.Flush();
            return Connection;
        }
    }

    /// <summary>Funds, donors, rates and settings as they stand now.</summary>
    public StandingData Standing => _standing is { } standing && standing.IsCurrent() ? standing : _standing = new StandingData(this);

    /// <summary>Funds, donors, rates and settings as they stood when the ledger knew what is given.</summary>
    public StandingData StandingAt(Knowledge known) => new(this, known.Entry);

    /// <summary>What a report made from this knowledge prints on each of its pages.</summary>
    public ReportBasis Basis(DateOnly asAt, Knowledge known) =>
        new(asAt, known.Entry, known.At, known.Seal) { Banner = StandingAt(known).Setting(Setting.Banner) };

    internal IEnumerable<T> Query<T>(string sql, object? values = null) => Settled.Query<T>(sql, values, Current);

    /// <summary>Rows one by one, for those who cannot hold them all.</summary>
    internal IEnumerable<T> Stream<T>(string sql, object? values = null) => Settled.Query<T>(sql, values, Current, buffered: false);

    /// <summary>All rows of a table in order, read beside those of other tables within one moment.</summary>
    internal RowReader Rows(string table, string columns, string order, int atOnce = 2000) =>
        _dialect.Rows(Settled, $"SELECT {columns} FROM {table} ORDER BY {order}", atOnce);

    internal void Execute(string sql, object values) => Settled.Execute(sql, values, Current);

    internal T? Single<T>(string sql, object? values = null) => Settled.QuerySingleOrDefault<T>(sql, values, Current);

    /// <summary>
    /// Lets everything that is read until the end see one moment of the ledger. Within a transaction it is that one's.
    /// </summary>
    internal Moment OneMoment() => new(this);

    public void Dispose() => Connection.Dispose();

    internal readonly struct Moment : IDisposable
    {
        readonly Ledger _ledger;
        readonly DbTransaction? _own;

        internal Moment(Ledger ledger)
        {
            _ledger = ledger;
            if (ledger.Current is null) ledger.Current = _own = ledger.Dialect.BeginReading(ledger.Connection);
        }

        public void Dispose()
        {
            if (_own is null) return;
            _ledger.Current = null;
            _own.Dispose();
        }
    }
}
