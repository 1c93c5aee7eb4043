using System.CommandLine;
using System.Globalization;
using FundLedger.Data.Contributions;

namespace FundLedger.Cli.Commands;

static class ImportCommand
{
    internal static Command Build(Shell shell)
    {
        var file = Described.Name("FILE", "a CSV or XLSX file with one row a pledge or payment");
        var dryRun = Described.Flag("--dry-run", "say what would happen and keep nothing");
        var createDonors = Described.Flag("--create-donors", "add donors that the ledger does not know");
        return Described.Command("import", """
            Import pledges and payments from a spreadsheet: every row or none.

            The first row names the columns, in any order: kind (pledge or payment), donor (code or name), fund, date
            (2025-03-31), currency, amount; and where you have them: reference, pledge (the pledge a payment settles; it may
            be a row of the same file; "-" gives the payment to the fund without a pledge), status (announced, pledged,
            signed), earmarking, form (monetary, in-kind), due (a day, or 2025-03-31=500.00; 2026-03-31=500.00), usd (checked
            against the rate), note. Other columns are kept as notes.
            """, "fundledger import contributions.csv --dry-run\nfundledger import contributions.xlsx --create-donors",
            file, dryRun, createDonors, Undo(shell))
            .Does(parse => shell.Do(parse, ledger => ledger.Contributions.Import(parse.GetRequiredValue(file), new ImportOptions
            {
                DryRun = parse.GetValue(dryRun),
                CreateDonors = parse.GetValue(createDonors),
                Progress = shell.Terminal.ImportProgress(),
            }, shell.Author(parse)), done => Print(shell, done)));
    }

    static Command Undo(Shell shell)
    {
        var batch = new Argument<long>("BATCH") { Description = "the number that the import named" };
        var date = Described.Text("--date", "the day; today where none is given", "DATE");
        var reason = Described.Needed("--reason", "why", "TEXT");
        return Described.Command("undo", """
            Undo an import: every entry of it is reversed, all or none, as one batch. Refused where something was built on it
            since. The references of its rows are free again; donors that it added stay.
            """, "fundledger import undo 1204 --reason \"the wrong file\"", batch, date, reason)
            .Does(parse => shell.Record(parse, (ledger, author) =>
                Input.Day(parse.GetValue(date), ledger.Today, "--date").Then(day =>
                    ledger.Batches.Undo(parse.GetValue(batch), day, parse.GetRequiredValue(reason), author))));
    }

    static void Print(Shell shell, Imported done)
    {
        shell.Terminal.Say(string.Format(CultureInfo.InvariantCulture, "{0} {1:N0} pledges and {2:N0} payments from {3}.",
            done.DryRun ? "Would import" : "Imported", done.Pledges, done.Payments, done.File));
        foreach (var donor in done.NewDonors) shell.Terminal.Say($"New donor: {donor}");
        if (!done.DryRun)
            shell.Terminal.Say(string.Format(CultureInfo.InvariantCulture, "Batch {0}.", done.Batch));
    }
}
