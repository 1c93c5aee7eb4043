using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using FundLedger.Checks;
using FundLedger.Cli.Demo;
using FundLedger.Data;
using FundLedger.Data.Journal;
using FundLedger.Data.Reports;
using FundLedger.Reporting;
using FundLedger.Reporting.Exports;
using FundLedger.Reports;
using FundLedger.Reports.Status;
using FundLedger.Reports.Wording;

namespace FundLedger.Cli.Commands;

static class DemoCommand
{
    const int Year = SampleDonor.LastYear;

    internal static Command Build(Shell shell)
    {
        var folder = Described.Usual("--out", "the folder to write to", "DIR", "out");
        return Described.Command("demo", """
            Make a sample ledger and every report from it.

            Eleven years, four funds, some fifty donors; every figure is invented, and each page says so. What stands in the
            folder from an earlier demo is made anew.
            """, "fundledger demo --out out", folder)
            .Does(parse => shell.Answer(parse, Make(parse.GetRequiredValue(folder), shell), shown => Print(shell, shown)));
    }

    static Outcome<Shown> Make(string folder, Shell shell)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "sample-ledger.db");
        foreach (var old in new[] { path, path + "-wal", path + "-shm" }) File.Delete(old);
        return SampleLedger.Make(path, Path.Combine(folder, "sample-statement.csv"), new SampleClock(), shell.Terminal.DemoProgress())
            .Then(ledger =>
            {
                using (ledger) return Reports(ledger, folder, path);
            });
    }

    static Outcome<Shown> Reports(Ledger ledger, string folder, string path) => ledger.Journal.Known().Then(known =>
    {
        var made = ImmutableArray.CreateBuilder<Made>();
        made.Add(new Made(Path.GetFileName(path), "the sample ledger", new FileInfo(path).Length));
        var asAt = new DateOnly(Year, 12, 31);
        string?[] funds = [.. ledger.Standing.Funds.All.Select(fund => fund.Code), null];
        foreach (var fund in funds)
        {
            var report = ledger.Boards.Read(fund, Year, asAt, known).Then(ReportFile.BoardPdf);
            if (report.IsRefused) return new Refusal(report.Problems);
            made.Add(Save(folder, report.Value, fund is null ? "the report of the four funds together"
                : $"the Board's report of {fund}"));
        }

        var workbook = ledger.Boards.Read(null, Year, asAt, known, BoardMaterial.MostOfWorkbook);
        if (workbook.IsRefused) return new Refusal(workbook.Problems);
        made.Add(Save(folder, ReportFile.Workbook(workbook.Value), "the donor workbook"));
        made.Add(Export(ledger, folder));
        var others = SampleReports.Make(ledger, Year, asAt, known);
        if (others.IsRefused) return new Refusal(others.Problems);
        foreach (var (file, what) in others.Value) made.Add(Save(folder, file, what));
        return (Outcome<Shown>)new Shown(folder, known.Entry, known.Seal, made.ToImmutable())
        { Status = StatusOf(ledger, asAt, known) };
    });

    static Made Save(string folder, ReportFile file, string what)
    {
        ReportOptions.Save(folder, file);
        return new Made(file.Name, what, file.Bytes.Length);
    }

    static Made Export(Ledger ledger, string folder)
    {
        var path = Path.Combine(folder, "contributions.csv");
        using (var stream = File.Create(path)) CsvListing.Write(ledger.Contributions.Export(new ContributionFilter()), stream);
        return new Made("contributions.csv", "every pledge and payment, as an import reads them", new FileInfo(path).Length);
    }

    static StatusReport StatusOf(Ledger ledger, DateOnly asAt, Knowledge known) => StatusReport.Of(
        ledger.Figures.ForStatus(asAt, known, null, null, Year), ledger.Standing.Funds.All, ledger.Standing.Donors, asAt, Year);

    static void Print(Shell shell, Shown shown)
    {
        shell.Terminal.Say(SampleLedger.Banner + ".");
        shell.Terminal.Print(shown.Status.Tables(Phrases.In("en").Value).First());
        shell.Terminal.Print(new Table("made", $"Made in {shown.Folder}",
            [new("file", "File", ColumnKind.Text), new("what", "What it is", ColumnKind.Text), new("bytes", "Bytes", ColumnKind.Count)],
            [.. shown.Files.Select(file => Row.Detail(file.File, file.What, new CountCell(file.Bytes)))]));
        shell.Terminal.Say(string.Format(CultureInfo.InvariantCulture, "{0:N0} entries, seal {1}", shown.Entries, shown.Seal));
    }

    sealed record Made(string File, string What, long Bytes);

    sealed record Shown(string Folder, long Entries, string Seal, ImmutableArray<Made> Files)
    {
        internal required StatusReport Status { get; init; }
    }
}
