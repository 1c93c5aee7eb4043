using System.CommandLine;
using FundLedger.Data.Letters;
using FundLedger.Money;
using FundLedger.Reporting;
using FundLedger.Reports;

namespace FundLedger.Cli.Commands;

static class LetterQueries
{
    internal static Command Build(Shell shell) => Described.Command("letters",
        "The letters that were written to donors. Each is kept in the ledger as it was sent.",
        "fundledger letters list", List(shell), Save(shell));

    static Command List(Shell shell)
    {
        var donor = Described.Text("--donor", "only letters to this donor, by code", "DONOR");
        return Described.Command("list", "The letters on record, the newest first.", "fundledger letters list --donor NOR", donor)
            .Does(parse => shell.Do(parse,
                ledger => (Checks.Outcome<LetterOnRecord[]>)ledger.Letters.All(parse.GetValue(donor)).ToArray(),
                letters => shell.Terminal.Print(new Table("letters", "",
                    [
                        new("id", "Letter", ColumnKind.Text), new("kind", "Kind", ColumnKind.Text),
                        new("donor", "Donor", ColumnKind.Text), new("as_at", "Day", ColumnKind.Text),
                        new("by", "By", ColumnKind.Text), new("entry", "Entry", ColumnKind.Count),
                    ],
                    [
                        .. letters.Select(one => Row.Detail(one.Id, Journal.Word.Of(one.Kind), one.Donor,
                            DayText.Iso(one.AsAt), one.WrittenBy, new CountCell(one.Entry))),
                    ]))));
    }

    static Command Save(Shell shell)
    {
        var id = Described.Name("LETTER", "the letter's id, as the list shows it");
        var folder = Described.Usual("--out", "the folder to write to", "DIR", ".");
        return Described.Command("save", "Write a letter again, as it was sent.",
            "fundledger letters save LR-NOR-0123456789 --out letters", id, folder)
            .Does(parse => shell.Do(parse, ledger => ledger.Letters.Read(parse.GetRequiredValue(id))
                .Then<Saved>(found => ReportOptions.Save(parse.GetRequiredValue(folder),
                    new ReportFile(found.Letter.File, found.Letter.Id, found.Bytes))),
                saved => shell.Terminal.Say($"Wrote {saved.File} ({saved.Document}).")));
    }
}
