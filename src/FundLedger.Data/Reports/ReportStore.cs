using System.Collections.Immutable;
using System.Security.Cryptography;
using FundLedger.Checks;
using FundLedger.Data.Requests;
using FundLedger.Journal;
using FundLedger.Reports;
using FundLedger.Reports.Issued;

namespace FundLedger.Data.Reports;

/// <summary>
/// A report that was made and is to be put on record: its id, its name (<c>board</c>), what it was asked for, and the SHA-256
/// of its bytes. <see cref="Fund"/> and <see cref="Donor"/> are codes; none where its figures are of all.
/// </summary>
public sealed record MadeReport(
    string Id, string Name, string Parameters, string? Fund, string? Donor, ReportBasis Basis, ReadOnlyMemory<byte> Hash);

public sealed record IssueReport(MadeReport Report) : RecordRequest
{
    internal override Outcome<Recorded> Run(Ledger ledger, Writing writing) => ledger.Reports.Issue(Report, writing);
}

/// <summary>A report as it was put on record: by which entry, when and by whom.</summary>
public sealed record ReportOnRecord(long Entry, DateTimeOffset IssuedAt, string IssuedBy, IssuedReport Report);

/// <summary>A report on record that would not say the same today, with the figures that changed.</summary>
public sealed record DriftedReport(ReportOnRecord Issued, ImmutableArray<FigureChange> Changes);

/// <summary>Reports that were issued, and whether they still hold.</summary>
public sealed class ReportStore(Ledger ledger)
{
    /// <summary>
    /// Puts a report on record before it is handed out, and says whether it is: what an auditor makes is on no record, since he
    /// writes nothing, and a standby takes nothing.
    /// </summary>
    public Outcome<bool> Keep(ReportQuestion question, string id, ReadOnlySpan<byte> bytes, Author author)
    {
        if (!ledger.KeepsWhatIsIssuedBy(author.Name)) return false;
        var report = new MadeReport(
            id, question.Name, question.Parameters, question.Fund, question.Donor, question.Basis, SHA256.HashData(bytes));
        return Issue(report, author).Then<bool>(_ => true);
    }

    /// <summary>
    /// Puts a report on record with the figures it was made from. The same report (id and bytes) is recorded once: made again
    /// it answers with the entry it has.
    /// </summary>
    public Outcome<Recorded> Issue(MadeReport report, Author author) =>
        RecordedBefore(report) is { } before ? before : ledger.Write(author, new IssueReport(report));

    /// <summary>All reports on record, the newest first.</summary>
    public ImmutableArray<ReportOnRecord> All() =>
    [
        .. ledger.Query<ReportRow>("""
            SELECT r.*, e.recorded_at, e.recorded_by FROM report r JOIN entry e ON e.number = r.entry ORDER BY r.entry DESC
            """).Select(row => row.ToReport()),
    ];

    /// <summary>
    /// Reports whose figures are others today, as at the same day. A report that was issued again since, with the same name
    /// and parameters, is superseded and passed over.
    /// </summary>
    public Outcome<ImmutableArray<DriftedReport>> Drift() => ledger.Journal.Known().Then<ImmutableArray<DriftedReport>>(known =>
    {
        var today = new Dictionary<(DateOnly, string?, string?), ReportFigures>();
        ReportFigures Today(IssuedReport report)
        {
            var scope = (report.AsAt, report.Fund, report.Donor);
            if (!today.TryGetValue(scope, out var figures))
                today.Add(scope, figures = ReportFigures.Of(ledger.Figures.Read(report.AsAt, known, report.Fund, report.Donor)));
            return figures;
        }

        return All()
            .DistinctBy(issued =>
                (issued.Report.Name, issued.Report.Parameters, issued.Report.AsAt, issued.Report.Fund, issued.Report.Donor))
            .Select(issued => new DriftedReport(issued, ReportFigures.FromJson(issued.Report.Figures).ChangesTo(Today(issued.Report))))
            .Where(report => !report.Changes.IsEmpty).ToImmutableArray();
    });

    internal Outcome<Recorded> Issue(MadeReport report, Writing writing)
    {
        if (RecordedBefore(report) is { } before) return before;
        var known = new Journal.Knowledge(report.Basis.Entry, report.Basis.AsKnownOn, report.Basis.Seal);
        var figures = ReportFigures.Of(ledger.Figures.Read(report.Basis.AsAt, known, report.Fund, report.Donor));
        var draft = new EntryDraft(EntryKind.Report, ledger.Today, $"Report {report.Id} issued: {report.Name}")
        {
            Records =
            [
                new IssuedReport(report.Id, report.Name, report.Parameters, report.Fund, report.Donor, report.Basis.AsAt,
                    report.Basis.Entry, report.Basis.Seal, report.Hash, figures.ToJson()),
            ],
        };
        return writing.Post(draft).Then<Recorded>(number => new Recorded(number, report.Id, draft.Text));
    }

    Recorded? RecordedBefore(MadeReport report) => ledger.Single<long?>(
            "SELECT MIN(entry) FROM report WHERE id = @Id AND hash = @hash", new { report.Id, hash = report.Hash.ToArray() }) is { } entry
        ? new Recorded(entry, report.Id, $"Report {report.Id} is on record already, by entry {entry}") : null;

    sealed class ReportRow
    {
        public long Entry { get; init; }
        public long RecordedAt { get; init; }
        public string RecordedBy { get; init; } = "";
        public string Id { get; init; } = "";
        public string Name { get; init; } = "";
        public string Parameters { get; init; } = "";
        public string? Fund { get; init; }
        public string? Donor { get; init; }
        public DateOnly AsAt { get; init; }
        public long KnownEntry { get; init; }
        public string Seal { get; init; } = "";
        public byte[] Hash { get; init; } = [];
        public string Figures { get; init; } = "";

        internal ReportOnRecord ToReport() => new(Entry, DateTimeOffset.FromUnixTimeMilliseconds(RecordedAt), RecordedBy,
            new IssuedReport(Id, Name, Parameters, Fund, Donor, AsAt, KnownEntry, Seal, Hash, Figures));
    }
}
