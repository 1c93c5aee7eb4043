using FundLedger.Journal;
using FundLedger.Reports;

namespace FundLedger.Cli.Commands;

/// <summary>Entries of the journal as a table.</summary>
static class EntryTable
{
    internal static Table Of(IEnumerable<EntryHeader> entries) => new("entries", "Entries",
        [
            new("number", "Entry", ColumnKind.Count), new("date", "Date", ColumnKind.Date), new("kind", "What", ColumnKind.Text),
            new("text", "Text", ColumnKind.Text), new("reason", "Reason", ColumnKind.Text), new("recorded_by", "By", ColumnKind.Text),
        ],
        [.. entries.Select(entry => Row.Detail(new CountCell(entry.Number), entry.Date, Word.Of(entry.Kind), entry.Text,
            entry.Reason ?? "", entry.RecordedBy))]);
}
