using System.Collections.Immutable;
using System.Globalization;
using FundLedger.Data.Audit;
using FundLedger.Journal;
using FundLedger.Reports;
using FundLedger.Web.Access;
using FundLedger.Web.Forms;
using FundLedger.Web.Lists;

namespace FundLedger.Web.Pages.Audit;

/// <summary>Who did what, when and why, with before and after: the journal itself, newest first.</summary>
[Asks(AllFunds = true)]
public sealed class IndexPage : ListPage<AuditLine>
{
    const int MostAtOnce = 500;

    public IEnumerable<Choice> Persons => Ledger.Users.List().All.Select(person => new Choice(person.Name, person.Name));

    public static IEnumerable<Choice> Kinds => Enum.GetValues<EntryKind>().Select(kind => new Choice(Word.Of(kind), Word.Of(kind)));

    protected override string Name => "audit";

    protected override string UsualOrder => "entry";

    protected override ImmutableArray<ListColumn<AuditLine>> Columns =>
    [
        new("entry", ColumnKind.Count, line => new CountCell(line.Entry.Number) { Link = $"/entries/{line.Entry.Number}" }),
        new("at", ColumnKind.Text, line => Moment(line.Entry.RecordedAt)),
        new("by", ColumnKind.Text, line => new TextCell(line.Entry.RecordedBy)
        { Link = $"/audit?by={Uri.EscapeDataString(line.Entry.RecordedBy)}" }),
        new("approved-by", ColumnKind.Text, line => line.Entry.ApprovedBy ?? ""),
        new("kind", ColumnKind.Text, line => Word.Of(line.Entry.Kind)),
        new("what", ColumnKind.Text, line => line.Entry.Text),
        new("pledge", ColumnKind.Text, line => SubjectsOf(line, SubjectKind.Pledge, one => $"/pledges/{one.Entry}")),
        new("payment", ColumnKind.Text, line => SubjectsOf(line, SubjectKind.Payment, one => $"/payments/{one.Entry}")),
        new("donor", ColumnKind.Text, line => SubjectsOf(line, SubjectKind.Donor, one => $"/donors/{one.Name}")),
        new("changes", ColumnKind.Text, line => string.Join("; ", line.Changes.Select(TextOf))),
        new("reason", ColumnKind.Text, line => line.Entry.Reason ?? ""),
    ];

    int PageNumber => int.TryParse(Address["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 1 ? page : 1;

    protected override ListPart<AuditLine> Part()
    {
        var first = (PageNumber - 1) * PageSize;
        var lines = Ledger.Audit.Page(Filter with { Skip = first, Take = PageSize + 1 });
        var shown = lines.Take(PageSize).ToArray();
        return new ListPart<AuditLine>(shown)
        {
            Place = shown.Length == 0 ? "" : $"{Figure(first + 1)}–{Figure(first + shown.Length)}",
            Previous = PageNumber > 1 ? At(PageNumber - 1) : null,
            Next = lines.Length > PageSize ? At(PageNumber + 1) : null,
        };
    }

    protected override IEnumerable<AuditLine> All()
    {
        for (var skip = 0; ; skip += MostAtOnce)
        {
            var lines = Ledger.Audit.Page(Filter with { Skip = skip, Take = MostAtOnce });
            foreach (var line in lines) yield return line;
            if (lines.Length < MostAtOnce) yield break;
        }
    }

    AuditFilter Filter => new()
    {
        By = Address["by"],
        Kind = Address["entry-kind"] is { } kind && Word.TryParse<EntryKind>(kind, out var known) ? known : null,
        From = DayOf("from"),
        To = DayOf("to"),
    };

    Addresses.Address At(int page) => Address.With("page", page.ToString(CultureInfo.InvariantCulture));

    DateOnly? DayOf(string name) => Address[name] is { } text && TypedDay.TryRead(text, Ledger.Today, out var day, out _) ? day : null;

    /// <summary>What a row is about, as a link to it; several lead to the entry, which shows them all.</summary>
    static TextCell SubjectsOf(AuditLine line, SubjectKind kind, Func<AuditSubject, string> addressOf)
    {
        AuditSubject[] about = [.. line.Subjects.Where(one => one.Kind == kind)];
        return new TextCell(string.Join(", ", about.Select(one => one.Name)))
        {
            Link = about.Length switch
            {
                0 => null,
                1 => addressOf(about[0]),
                _ => $"/entries/{line.Entry.Number}",
            },
        };
    }

    static string TextOf(Change change) => change.Field is null ? $"{change.Record} {change.After}"
        : $"{change.Record} {change.Field}: {change.Before ?? "–"} → {change.After ?? "–"}";
}
