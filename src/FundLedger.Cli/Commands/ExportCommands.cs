using System.CommandLine;
using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Data.Journal;
using FundLedger.Data.Reports;
using FundLedger.Reporting.Exports;
using FundLedger.Reports;

namespace FundLedger.Cli.Commands;

static class ExportCommands
{
    const string Iati = "iati";

    internal static Command Build(Shell shell) => Described.Command("export", "Data for other programs.",
        "fundledger export contributions --format csv --out contributions.csv",
        Kind(shell, "contributions", """
            Write every pledge and payment as it was recorded, in the columns of the import format with usd, rate, rate_date and
            entry behind them. The file can be imported into an empty ledger.
            """, (ledger, filter) => ledger.Contributions.Export(filter)),
        Kind(shell, "journal", """
            Write the journal itself: one row a posting, debits and credits in the original currency and in US$, who recorded and
            approved it, and each entry's seal.
            """, (ledger, filter) => ledger.Journal.Export(filter)),
        IatiCommand(shell));

    static Command Kind(Shell shell, string name, string description, Func<Ledger, ContributionFilter, Listing> export)
    {
        var filter = new FilterOptions();
        var format = Described.Usual("--format", "csv (the default), xlsx, json or iati", "FORMAT", "csv");
        format.AcceptOnlyFromAmong([.. ListingWriter.Formats, Iati]);
        var file = Described.Text("--out", "the file to write; standard output where none is given", "FILE");
        return Described.Command(name, description, $"fundledger export {name} --format xlsx --out {name}.xlsx",
            [.. filter.All, format, file])
            .Does(parse => shell.Do(parse, ledger => filter.Read(parse, ledger).Then(given => parse.GetValue(format) == Iati
                ? WriteIati(ledger, given.Fund, given.To, ledger.Journal.Known(), parse.GetValue(file))
                : Write(export(ledger, given.ToContributions()), parse.GetRequiredValue(format), parse.GetValue(file))),
                done => SayWhere(shell, done)));
    }

    static Command IatiCommand(Shell shell)
    {
        var scope = new FundOptions();
        var file = Described.Text("--out", "the file to write; standard output where none is given", "FILE");
        return Described.Command(Iati,
            "Pledges, agreements, receipts and expenditure in the IATI standard 2.03, one activity a fund.",
            "fundledger export iati --out activities.xml", [.. scope.AllButLanguage, file])
            .Does(parse => shell.Do(parse, ledger => scope.Read(parse, ledger)
                .Then(asked => WriteIati(ledger, asked.Fund, asked.AsAt, asked.Known, parse.GetValue(file))),
                done => SayWhere(shell, done)));
    }

    static void SayWhere(Shell shell, Exported done)
    {
        if (done.File.Length > 0) shell.Terminal.Say($"Wrote {done.File}.");
    }

    static Outcome<Exported> WriteIati(Ledger ledger, string? fund, DateOnly asAt, Outcome<Knowledge> known, string? file) =>
        known.Then(at => ledger.Iati.Read(fund, asAt, at)).Then<Exported>(read =>
            Write(stream => IatiWriter.Write(read, stream), Iati, file));

    static Exported Write(Listing listing, string format, string? file) =>
        Write(stream => ListingWriter.Write(listing, format, stream), format, file);

    static Exported Write(Action<Stream> write, string format, string? file)
    {
        if (file is null)
        {
            using var output = Console.OpenStandardOutput();
            write(output);
            return new Exported("", format);
        }

        // Written beside the place and moved there when whole, so that nobody reads half a file.
        var unfinished = file + ".part";
        using (var stream = File.Create(unfinished)) write(stream);
        File.Move(unfinished, file, overwrite: true);
        return new Exported(file, format);
    }

    sealed record Exported(string File, string Format);
}
