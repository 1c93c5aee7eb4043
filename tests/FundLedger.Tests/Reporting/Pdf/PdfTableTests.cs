using System.Diagnostics;
using System.Globalization;
using FundLedger.Money;
using FundLedger.Pdf;
using FundLedger.Reports;
using Shouldly;
using Xunit;

namespace FundLedger.Reporting.Pdf;

public class PdfTableTests
{
    static readonly Column[] Columns =
        [new("name", "Name", ColumnKind.Text, 3), new("usd", "Amount", ColumnKind.WholeDollars)];

    [Fact]
    public void Figures_come_out_of_the_file_as_they_are_printed()
    {
        var text = string.Join('\n', PdfText.Pages(PdfWriter.Write(Of(SampleDocument.Contributions(36)))));
        text.ShouldContain("Australia 46,985 – – 91,000 12.5%");
        text.ShouldContain("Belgium 120,112 31,250 (1,234) 102,003 12.4%");
        text.ShouldContain("Subtotal, Governments 14,834,870 6,250,000 (7,404) 3,910,570 93.1%");
        text.ShouldContain("(United States dollars)");
        text.ShouldContain("A dash stands for zero.");
    }

    [Fact]
    public void Headings_return_on_every_page_marked_as_continued()
    {
        var pages = PdfText.Pages(PdfWriter.Write(Of(SampleDocument.Annex(120))));
        pages.Length.ShouldBeGreaterThan(2);
        pages.ShouldAllBe(page =>
            page.Contains("Entry Donor Received Currency Amount Rate US$", StringComparison.Ordinal));
        pages[0].ShouldNotContain("(continued)");
        pages.Skip(1).ShouldAllBe(page => page.Contains("rate and days (continued)", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_thousand_rows_are_all_there_once_within_seconds()
    {
        var clock = Stopwatch.StartNew();
        var pdf = PdfWriter.Write(Of(SampleDocument.Annex(2_000)));
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        var entries = PdfText.Lines(pdf).SelectMany(lines => lines)
            .Where(line => line.Contains(" 2021 ", StringComparison.Ordinal) && char.IsAsciiDigit(line[0]))
            .Select(line => int.Parse(line.Split(' ')[0], NumberStyles.AllowThousands, CultureInfo.InvariantCulture));
        entries.ShouldBe(Enumerable.Range(1, 2_000));
    }

    [Fact]
    public void A_total_is_never_alone_on_a_page()
    {
        for (var count = 1; count <= 110; count++)
        {
            var total = new Row(RowKind.Total, ["Total", Amount.Usd(1)]);
            var pages = Pages([.. Enumerable.Range(1, count).Select(Detail), total]);
            pages.Single(page => page.Contains("Total")).ShouldContain($"Row {count}", $"{count} rows");
        }
    }

    [Fact]
    public void A_heading_inside_a_table_keeps_two_rows_with_it()
    {
        for (var count = 1; count <= 110; count++)
        {
            var before = Enumerable.Range(1, count).Select(Detail);
            var pages = Pages([.. before, new Row(RowKind.Group, ["Group"]), Detail(901), Detail(902), Detail(903)]);
            var page = pages.Single(page => page.Contains("Group"));
            page.ShouldContain("Row 901", $"{count} rows");
            page.ShouldContain("Row 902", $"{count} rows");
        }
    }

    [Fact]
    public void The_title_of_a_table_is_never_parted_from_its_first_rows()
    {
        for (var lines = 0; lines < 60; lines++)
        {
            var text = string.Join('\n', Enumerable.Repeat("x", lines));
            var table = new Table("t", "Title", [.. Columns], [.. Enumerable.Range(1, 60).Select(Detail)]);
            var pages = Pages(new Document(SampleDocument.Face, [new Paragraph(text), new TableBlock(table)]));
            var page = pages.Single(page => page.Contains("Title"));
            page.ShouldContain("Row 1", $"{lines} lines");
            page.ShouldContain("Row 2", $"{lines} lines");
        }
    }

    [Fact]
    public void A_table_that_fits_on_a_page_is_not_divided_without_need()
    {
        for (var lines = 0; lines < 60; lines++)
        {
            var text = string.Join('\n', Enumerable.Repeat("x", lines));
            Block[] blocks = [new Paragraph(text), new TableBlock(SampleDocument.Statement)];
            var pages = Pages(new Document(SampleDocument.Face, [.. blocks]));
            pages.Count(page => page.Contains("Income") || page.Contains("Fund balance, 31 December"))
                .ShouldBe(1, $"{lines} lines");
        }
    }

    [Fact]
    public void A_table_without_rows_shows_its_headings_and_a_dash()
    {
        var page = Pages([])[0];
        page.ShouldContain("Name");
        page.ShouldContain("–");
    }

    [Fact]
    public void A_cell_longer_than_a_page_runs_on_to_the_next()
    {
        var words = string.Join(' ', Enumerable.Range(1, 4_000).Select(i => $"w{i}"));
        var table = new Table("t", "Title", [.. Columns], [Row.Detail(words, Amount.Usd(100))]);
        var text = string.Join(' ', PdfText.Pages(PdfWriter.Write(Of(table))));
        text.Split([' ', '\n']).Where(word => word is ['w', >= '0' and <= '9', ..]).ShouldBe(words.Split(' '));
    }

    [Fact]
    public void Digits_of_a_column_end_in_one_line_and_parentheses_hang()
    {
        Row[] rows =
        [
            Row.Detail("a", Amount.Usd(777_700)), Row.Detail("b", Amount.Usd(-88_888_800)),
            Row.Detail("c", Amount.Usd(0)),
        ];
        var letters = PdfText.Letters(PdfWriter.Write(Of(new Table("t", "Title", [.. Columns], [.. rows]))));
        double EndOf(string value) =>
            letters.Last(letter => letter.Value == value && letter.StartBaseLine.Y > 100).EndBaseLine.X;
        EndOf("8").ShouldBe(EndOf("7"), 0.1);
        EndOf("–").ShouldBe(EndOf("7"), 0.1);
        EndOf(")").ShouldBeGreaterThan(EndOf("7") + 1);
    }

    [Fact]
    public void Many_columns_of_large_figures_never_run_into_each_other()
    {
        var columns = Enumerable.Range(0, 13).Select(i =>
            new Column($"c{i}", $"Column {i}", i == 0 ? ColumnKind.Text : ColumnKind.WholeDollars));
        var row = new Row(RowKind.Detail, ["Donor", .. Enumerable.Repeat<Cell>(Amount.Usd(-1_234_567_800), 12)]);
        var pdf = PdfWriter.Write(Of(new Table("t", "Title", [.. columns], [row])));
        PdfText.Pages(pdf)[0].ShouldContain("Donor " + string.Join(' ', Enumerable.Repeat("(12,345,678)", 12)));
        PdfText.Letters(pdf).Max(letter => letter.EndBaseLine.X).ShouldBeLessThan(545);
    }

    static Row Detail(int number) => Row.Detail($"Row {number}", Amount.Usd(number * 100));

    static Document Of(Table table) => new(SampleDocument.Face, [new TableBlock(table)]);

    static List<HashSet<string>> Pages(Row[] rows) => Pages(Of(new Table("t", "Title", [.. Columns], [.. rows])));

    // What each page says, straight from the layout: quicker than painting and reading a file.
    static List<HashSet<string>> Pages(Document document)
    {
        using var shaper = new FundLedger.Typesetting.Shaper();
        var (pages, _) = DocumentLayout.Lay(document, shaper);
        return pages.ConvertAll(page => page.Slices.SelectMany(place => place.Slice.Marks)
            .OfType<FundLedger.Drawing.TextMark>().Select(mark => mark.Line.Text).ToHashSet());
    }
}
