using System.CommandLine;
using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Data.Reports;
using FundLedger.Reporting.Exports;
using FundLedger.Reports;

namespace FundLedger.Cli.Commands;

static class ExportCommands
{
    internal static Command Build(Shell shell) => Described.Command("export", "Data for other programs.",
        "fundledger export contributions --format csv --out contributions.csv",
        Kind(shell, "contributions", """
            Write every pledge and payment as it was recorded, in the columns of the import format with usd, rate, rate_date and
            entry behind them. The file can be imported into an empty ledger.
            """, (ledger, filter) => ledger.Contributions.Export(filter)),
        Kind(shell, "journal", """
            Write the journal itself: one row a posting, debits and credits in the original currency and in US$, who recorded and
            approved it, and each entry's seal.
            """, (ledger, filter) => ledger.Journal.Export(filter)));

    static Command Kind(Shell shell, string name, string description, Func<Ledger, ContributionFilter, Listing> export)
    {
        var filter = new FilterOptions();
        var format = Described.Usual("--format", "csv (the default), xlsx or json", "FORMAT", "csv");
        format.AcceptOnlyFromAmong("csv", "xlsx", "json");
        var file = Described.Text("--out", "the file to write; standard output where none is given", "FILE");
        return Described.Command(name, description, $"fundledger export {name} --format xlsx --out {name}.xlsx",
            [.. filter.All, format, file])
            .Does(parse => shell.Do(parse, ledger => filter.Read(parse, ledger).Then<Exported>(given => Write(
                export(ledger, new ContributionFilter { Fund = given.Fund, Donor = given.Donor, From = given.From, To = given.To }),
                parse.GetRequiredValue(format), parse.GetValue(file))),
                done =>
                {
                    if (done.File.Length > 0) shell.Terminal.Say($"Wrote {done.File}.");
                }));
    }

    static Exported Write(Listing listing, string format, string? file)
    {
        if (file is null)
        {
            using var output = Console.OpenStandardOutput();
            Write(listing, format, output);
            return new Exported("", format);
        }

        // Written beside the place and moved there when whole, so that nobody reads half a file.
        var unfinished = file + ".part";
        using (var stream = File.Create(unfinished)) Write(listing, format, stream);
        File.Move(unfinished, file, overwrite: true);
        return new Exported(file, format);
    }

    static void Write(Listing listing, string format, Stream stream)
    {
        switch (format)
        {
            case "xlsx":
                XlsxListing.Write(listing, stream);
                break;
            case "json":
                JsonListing.Write(listing, stream);
                break;
            default:
                CsvListing.Write(listing, stream);
                break;
        }
    }

    sealed record Exported(string File, string Format);
}
