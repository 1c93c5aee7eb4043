using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Data.Audit;
using FundLedger.Journal;
using FundLedger.Reports;

namespace FundLedger.Cli.Commands;

static class AuditCommand
{
    internal static Command Build(Shell shell)
    {
        var from = Described.Text("--from", "recorded on this day or later (UTC)", "DATE");
        var to = Described.Text("--to", "recorded on this day or earlier (UTC)", "DATE");
        var kind = Described.Text("--kind", "only entries of this kind, e.g. write-off", "KIND");
        var take = new Option<int>("--take") { Description = "how many entries (50)", HelpName = "N", DefaultValueFactory = _ => 50 };
        var skip = new Option<int>("--skip") { Description = "how many entries to pass over", HelpName = "N" };
        var list = Described.Command("list",
            """
            List who did what, when and why, the newest first, with what it changed of donors, funds, rates, settings, persons
            and rules. With --by NAME only what this person recorded or approved.
            """, "fundledger audit list --kind donors --from 2025-01-01\nfundledger audit list --by anna", from, to, kind, take, skip)
            .Does(parse => shell.Do(parse, ledger =>
                Input.Day(parse.GetValue(from), DateOnly.MinValue, "--from").Then(first =>
                Input.Day(parse.GetValue(to), DateOnly.MaxValue, "--to").Then(last =>
                Input.OneOf(parse.GetValue(kind), EntryKind.Payment, "--kind").Then<ImmutableArray<AuditLine>>(only =>
                    ledger.Audit.Page(new AuditFilter
                    {
                        From = first,
                        To = last,
                        By = shell.By(parse),
                        Kind = parse.GetValue(kind) is null ? null : only,
                        Take = parse.GetValue(take),
                        Skip = parse.GetValue(skip),
                    })))), lines => shell.Terminal.Print(TableOf(lines))));
        return Described.Command("audit", "Who did what.", "fundledger audit list", list);
    }

    static Table TableOf(ImmutableArray<AuditLine> lines) => new("audit", "",
        [
            new("number", "Entry", ColumnKind.Count), new("recorded_at", "Recorded (UTC)", ColumnKind.Text),
            new("recorded_by", "By", ColumnKind.Text), new("approved_by", "Approved by", ColumnKind.Text),
            new("kind", "What", ColumnKind.Text), new("text", "Text", ColumnKind.Text), new("reason", "Why", ColumnKind.Text),
        ],
        [.. lines.SelectMany(line => Rows(line.Entry, line.Changes))]);

    static IEnumerable<Row> Rows(EntryHeader entry, ImmutableArray<Change> changes) =>
    [
        Row.Detail(new CountCell(entry.Number), entry.RecordedAt.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            entry.RecordedBy, entry.ApprovedBy ?? "", Word.Of(entry.Kind), entry.Text, entry.Reason ?? ""),
        .. changes.Select(change => Row.Detail(Cell.Empty, "", "", "", "", TextOf(change), "")),
    ];

    static string TextOf(Change change) => change.Field is null ? $"{change.Record}: {change.After}"
        : $"{change.Record}, {change.Field}: {change.Before ?? "(none)"} → {change.After ?? "(none)"}";
}
