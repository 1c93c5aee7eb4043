using FundLedger.Html;
using FundLedger.Money;
using FundLedger.Pdf;
using FundLedger.Reports;

namespace FundLedger.Benchmarks;

/// <summary>A million rows as a workbook, and a thousand pages as a PDF.</summary>
static class DocumentWorks
{
    const int LargestExport = 150;
    const int RowsOfLongDocument = 44_000;

    internal static IEnumerable<Comparison> Xlsx(Bench bench)
    {
        var (ours, theirs) = (Path.Combine(bench.Workload.Folder, "ours.xlsx"), Path.Combine(bench.Workload.Folder, "theirs.xlsx"));
        var python = Bench.Find("python3") is { } found && HasXlsxWriter(found) ? found : null;
        yield return bench.Compare("all contributions as XLSX",
            () => bench.Ours(bench.Workload, "export", "contributions", "--format", "xlsx", "--out", ours), "XlsxWriter, constant memory",
            python is null ? null : () => Measured.Run(python, Repository.File("tests/FundLedger.Benchmarks/write_xlsx.py"), bench.Workload.File, theirs),
            "≤ 1/5, < 150 MB", (mine, other) => mine.Seconds <= other.Seconds / 5 && mine.PeakBytes < LargestExport * 1048576L);
    }

    internal static IEnumerable<Comparison> Pdf(Bench bench)
    {
        var (page, printed) = (Path.Combine(bench.Workload.Folder, "long.html"), Path.Combine(bench.Workload.Folder, "chromium.pdf"));
        File.WriteAllText(page, HtmlWriter.Write(LongDocument()));
        var self = Environment.ProcessPath!;
        var chromium = Bench.Find("chromium");
        yield return bench.Compare("a document of 1,000 pages as PDF", () => Measured.Run(self, "write-pdf", Path.Combine(bench.Workload.Folder, "long.pdf")),
            "headless Chromium, the same document", chromium is null ? null : () => Measured.Run(chromium, "--headless", "--no-sandbox", "--disable-gpu",
                "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--no-pdf-header-footer", "--print-to-pdf=" + printed, page),
            "≤ 1/5", (ours, theirs) => ours.Seconds <= theirs.Seconds / 5);
    }

    internal static void WritePdf(string file) => File.WriteAllBytes(file, PdfWriter.Write(LongDocument()));

    /// <summary>A table long enough for a thousand pages.</summary>
    static Document LongDocument()
    {
        var random = new Random(1);
        var table = new Table("long", "Contributions",
            [
                new("donor", "Donor", ColumnKind.Text, 3), new("reference", "Reference", ColumnKind.Text, 2), new("date", "Date", ColumnKind.Date),
                new("amount", "Amount", ColumnKind.Dollars), new("paid", "Paid", ColumnKind.Dollars),
            ],
            [.. Enumerable.Range(0, RowsOfLongDocument).Select(i => Row.Detail(
                FormattableString.Invariant($"Donor {random.Next(200)}"), FormattableString.Invariant($"PL-{i}"),
                new DateOnly(2024, 1, 1).AddDays(random.Next(365)), Amount.Usd(random.Next(100_000_000)), Amount.Usd(random.Next(100_000_000))))]);
        var face = new DocumentFace("LONG-1", "Contributions", "en", new DateOnly(2024, 12, 31), DateTimeOffset.UnixEpoch, 1, new string('0', 64));
        return new Document(face, [new Heading(1, "I.", "Contributions"), new TableBlock(table)]);
    }

    static bool HasXlsxWriter(string python)
    {
        try
        {
            Measured.Run(python, "-c", "import xlsxwriter");
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
