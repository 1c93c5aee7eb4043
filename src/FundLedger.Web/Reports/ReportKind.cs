using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Html;
using FundLedger.Reporting;
using FundLedger.Reports;
using FundLedger.Reports.Board;
using FundLedger.Reports.Brief;
using FundLedger.Reports.Donors;
using FundLedger.Reports.Receivables;

namespace FundLedger.Web.Reports;

/// <summary>A file that a report can be had as: <c>pdf</c>, and how it is made.</summary>
public sealed record ReportForm(string Extension, Func<Ledger, ReportAsked, Outcome<MadeFile>> Make);

/// <summary>
/// A kind of report: its key (its name is the text <c>report.KEY</c> of the wording), the fields it asks, of which ! marks those that
/// it needs, how it is shown on the screen, and the files it can be had as, the usual one first.
/// </summary>
public sealed record ReportKind(
    string Key, string Fields, Func<Ledger, ReportAsked, Outcome<string>>? Preview, params ImmutableArray<ReportForm> Forms)
{
    /// <summary>All kinds: another kind is another line.</summary>
    public static ImmutableArray<ReportKind> All { get; } =
    [
        new("board", "fund year! language", (ledger, asked) => Board(ledger, asked).Then(BoardReport.Compose).Then(Shown),
            BoardForm("pdf", ReportFile.BoardPdf), BoardForm("html", ReportFile.BoardHtml),
            new ReportForm("xlsx", (ledger, asked) => Board(ledger, asked, BoardMaterial.MostOfWorkbook).Then<MadeFile>(material =>
                MadeFile.Of(ReportQuestion.Workbook(material), ReportFile.Workbook(material))))),
        Composed("brief", "year! language", (ledger, asked) => ledger.Briefs.Read(asked.Year, asked.AsAt, asked.Known)
            .Then<BriefMaterial>(material => material with { Board = material.Board with { Language = asked.Language } }),
            ReportQuestion.Brief, BriefReport.Compose),
        Composed("donors-base", "fund year! language", (ledger, asked) => Board(ledger, asked, 0),
            ReportQuestion.DonorBase, DonorBaseReport.Compose),
        Composed("ageing", "fund as-at language", Receivables,
            material => ReportQuestion.Receivables("ageing", material), AgeingReport.Compose),
        Composed("receivables", "fund as-at language", Receivables,
            material => ReportQuestion.Receivables("receivables", material), ReceivablesReport.Compose),
        Composed("statement", "donor! from to language", (ledger, asked) => ledger.DonorStatements.Read(
            asked.Given.Donor ?? "", asked.Given.From, asked.Given.To, asked.AsAt, asked.Known, asked.Given.Language),
            ReportQuestion.Statement, DonorStatement.Compose),
        new("letter", "payment! language", LetterFiles.ShowThanks, new ReportForm("pdf", LetterFiles.Thanks)),
        new("reminders", "fund as-at", LetterFiles.ShowReminders, new ReportForm("zip", LetterFiles.Reminders)),
        new("iati", "fund as-at", null, new ReportForm("xml", IatiFiles.Make)),
    ];

    /// <summary>Whether it is in the donor's language where none is given.</summary>
    public bool IsInDonorsLanguage => Asks("donor") || Asks("payment");

    /// <summary>The names of the fields that it asks, in their order.</summary>
    public IEnumerable<string> FieldNames => Fields.Split(' ').Select(name => name.TrimEnd('!'));

    public IEnumerable<string> NeededFields => Fields.Split(' ').Where(name => name.EndsWith('!')).Select(name => name.TrimEnd('!'));

    public static ReportKind? Find(string? key) => All.FirstOrDefault(kind => kind.Key == key);

    public bool Asks(string field) => FieldNames.Contains(field);

    /// <summary>
    /// Whether it can be had of the funds that the ledger shows: where it is not of one fund it says something of all, and is for
    /// those who see all.
    /// </summary>
    public bool IsWithin(Ledger ledger, string? fund) => ReportAsked.IsWithin(ledger, Asks("fund") ? fund : null);

    internal static Outcome<string> Shown(Document document) => HtmlWriter.Fragment(Shortened.Of(document));

    static ReportForm BoardForm(string extension, Func<BoardMaterial, Outcome<ReportFile>> make) => new(extension, (ledger, asked) =>
        Board(ledger, asked).Then(material => make(material).Then<MadeFile>(file => MadeFile.Of(ReportQuestion.Board(material), file))));

    /// <summary>A report that is composed as document and workbook of the same figures.</summary>
    static ReportKind Composed<T>(string key, string fields, Func<Ledger, ReportAsked, Outcome<T>> read, Func<T, ReportQuestion> question,
        Func<T, Outcome<ComposedReport>> compose)
    {
        ReportForm Form(string extension) => new(extension, (ledger, asked) => read(ledger, asked).Then(material =>
            compose(material).Then<MadeFile>(report => MadeFile.Of(
                question(material), ReportFile.Of(report, question(material).FileName, extension)))));
        return new ReportKind(key, fields, (ledger, asked) => read(ledger, asked).Then(compose).Then(report => Shown(report.Document)),
            Form("pdf"), Form("xlsx"));
    }

    static Outcome<BoardMaterial> Board(Ledger ledger, ReportAsked asked, int most = BoardMaterial.MostContributions) =>
        ledger.Boards.Read(asked.Fund, asked.Year, asked.AsAt, asked.Known, most)
            .Then<BoardMaterial>(material => material with { Language = asked.Language });

    static Outcome<ReceivablesMaterial> Receivables(Ledger ledger, ReportAsked asked) =>
        ledger.Receivables.Read(asked.Fund, asked.AsAt, asked.Known)
            .Then<ReceivablesMaterial>(material => material with { Language = asked.Language });
}
