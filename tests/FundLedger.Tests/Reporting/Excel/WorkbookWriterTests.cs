using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using CsCheck;
using FundLedger.Money;
using FundLedger.Reporting.Excel;
using FundLedger.Reports;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Reporting.Excel;

public class WorkbookWriterTests
{
    static readonly DocumentFace Face = new(
        "WB-2024-7", "2024 donors & funds", "en", new DateOnly(2024, 12, 31),
        new DateTimeOffset(2025, 2, 14, 9, 30, 0, TimeSpan.FromHours(1)), 4711, new string('a', 64))
    { Banner = "Invented figures" };

    static readonly Gen<Amount> ShortAmounts = Gen.Select(
        Gen.Long[-999_999_999_999_999, 999_999_999_999_999], Gen.Int[0, 49], Gen.Int[0, 3],
        (units, shift, currency) => new Amount(
            units >> shift, Currency.Of(new[] { "JPY", "EUR", "KWD", "CLF" }[currency])));

    public static TheoryData<string> Cultures => InCulture.Names;

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Equal_workbooks_give_equal_bytes_in_every_culture(string culture)
    {
        var expected = WorkbookWriter.Write(Sample());

        InCulture.Run(culture, () => WorkbookWriter.Write(Sample()).ShouldBe(expected));
    }

    [Fact]
    public void Nothing_in_the_file_depends_on_chance_or_on_the_moment()
    {
        using var zip = new ZipArchive(new MemoryStream(WorkbookWriter.Write(Sample())));

        zip.Entries.ShouldAllBe(entry => entry.LastWriteTime.Year == 1980);
        zip.Entries.ShouldAllBe(entry => !entry.FullName.EndsWith(".psmdcp", StringComparison.Ordinal));
        var core = SheetXml.Part(WorkbookWriter.Write(Sample()), "docProps/core.xml");
        core.ShouldContain("<dc:creator>FundLedger</dc:creator>");
        core.ShouldContain("<dc:title>2024 donors &amp; funds</dc:title>");
        core.ShouldContain(">2025-02-14T08:30:00Z</dcterms:created>");
        core.ShouldContain(">2025-02-14T08:30:00Z</dcterms:modified>");
    }

    [Fact]
    public void The_file_keeps_to_its_format() => SheetXml.Faults(WorkbookWriter.Write(Sample())).ShouldBeEmpty();

    [Fact]
    public void Sums_are_formulas_with_their_results_stored()
    {
        var sheet = new SheetXml(WorkbookWriter.Write(Sample()));

        sheet.Formula("D8").ShouldBe("B8-C8");
        sheet.Number("D8").ShouldBe("75.25");
        sheet.Formula("B10").ShouldBe("SUBTOTAL(109,B8:B9)");
        sheet.Number("B10").ShouldBe("350.75");
        sheet.Formula("B13").ShouldBe("SUBTOTAL(109,B12:B12)");
        sheet.Formula("B14").ShouldBe("SUBTOTAL(109,B8:B12)");
        sheet.Number("B14").ShouldBe("351.75");
        sheet.Formula("D14").ShouldBe("SUBTOTAL(109,D8:D12)");
        sheet.Number("D14").ShouldBe("326");
        sheet.Formula("E14").ShouldBeNull();
        sheet.Number("E14").ShouldBe("1");
        sheet.Root.Descendants().Where(element => element.Name.LocalName == "f")
            .ShouldAllBe(formula => formula.ElementsAfterSelf().Single().Value.Length > 0);
    }

    [Fact]
    public void The_sheet_freezes_filters_and_repeats_its_headings()
    {
        var bytes = WorkbookWriter.Write(Sample());
        var (grouped, plain) = (new SheetXml(bytes), new SheetXml(bytes, 2));

        grouped.Text("A6").ShouldBe("Donor");
        ((string?)grouped.One("pane").Attribute("topLeftCell")).ShouldBe("B7");
        ((string?)grouped.One("autoFilter").Attribute("ref")).ShouldBe("A6:E13");
        ((string?)plain.One("pane").Attribute("topLeftCell")).ShouldBe("C5");
        SheetXml.Part(bytes, "xl/tables/table1.xml").ShouldContain("ref=\"A4:F9\"");
        var book = SheetXml.Part(bytes, "xl/workbook.xml");
        book.ShouldContain("_xlnm.Print_Titles\" localSheetId=\"0\">Donors!$6:$6<");
        book.ShouldContain("_xlnm.Print_Area\" localSheetId=\"0\">Donors!$A$1:$I$18<");
        var page = grouped.One("pageSetup");
        ((string?)page.Attribute("orientation")).ShouldBe("landscape");
        ((string?)page.Attribute("paperSize")).ShouldBe("9");
        ((string?)page.Attribute("fitToHeight")).ShouldBe("0");
        var header = grouped.One("oddHeader").Value + grouped.One("oddFooter").Value;
        header.ShouldContain("&7 2024 donors && funds");
        header.ShouldContain("As at 2024-12-31");
        header.ShouldContain("Document WB-2024-7");
        header.ShouldContain("Ledger seal " + Face.Seal);
    }

    [Theory]
    [InlineData("=1+1", true)]
    [InlineData("@SUM(1)", true)]
    [InlineData("-Dash", true)]
    [InlineData("\t=1", true)]
    [InlineData("\uFF1D1", true)]
    [InlineData("'=1", false)]
    [InlineData("Norway", false)]
    [InlineData(" _x0041_ <b>&amp;", false)]
    public void Text_is_never_a_formula(string text, bool isQuoted)
    {
        var sheet = new SheetXml(WorkbookWriter.Write(Plain(Row.Detail(text, Amount.Usd(1)))));

        sheet.Formula("A4").ShouldBeNull();
        sheet.IsText("A4").ShouldBeTrue();
        sheet.Text("A4").Replace("_x005F_", "_", StringComparison.Ordinal).ShouldBe(text);
        sheet.HasQuotePrefix("A4").ShouldBe(isQuoted);
    }

    [Fact]
    public void Characters_that_no_workbook_can_hold_become_a_sign()
    {
        var sheet = new SheetXml(WorkbookWriter.Write(Plain(Row.Detail("a\u0001\uD800b\r\nc\rd", Amount.Usd(1)))));

        sheet.Text("A4").ShouldBe("a\uFFFD\uFFFDb\nc\nd");
    }

    [Fact]
    public void Every_amount_of_up_to_15_digits_is_stored_exactly() =>
        ShortAmounts.Array[1, 30].Sample(amounts =>
        {
            var rows = amounts.Select(amount => Row.Detail("x", amount));
            var sheet = new SheetXml(WorkbookWriter.Write(Plain([.. rows])));
            amounts.Select((_, i) => decimal.Parse(sheet.Number($"B{4 + i}")!, CultureInfo.InvariantCulture))
                .ShouldBe(amounts.Select(amount => amount.ToDecimal()));
        }, iter: 40);

    [Fact]
    public void A_figure_that_a_spreadsheet_would_change_is_text_and_the_sheet_says_so()
    {
        var sheet = new SheetXml(WorkbookWriter.Write(Plain(
            Row.Detail("x", Amount.Usd(1_234_567_890_123_456_789)),
            new Row(RowKind.Total, ["Total", Amount.Usd(1_234_567_890_123_456_789)]))));

        sheet.Text("B4").ShouldBe("12,345,678,901,234,567.89");
        sheet.Text("B5").ShouldBe("12,345,678,901,234,567.89");
        sheet.Text("A7").ShouldStartWith("Figures of more than 15 digits stand as text");
    }

    [Fact]
    public void Sums_that_do_not_add_up_are_a_fault()
    {
        var total = Plain(Row.Detail("x", Amount.Usd(100)), new Row(RowKind.Total, ["Total", Amount.Usd(101)]));

        Should.Throw<InvalidOperationException>(() => WorkbookWriter.Write(total)).Message
            .ShouldBe("The table 'plain' states 1.01 in column 'usd' of its row 2, where its formula comes to 1.");
    }

    [Fact]
    public void Names_of_sheets_are_made_fit_and_different()
    {
        var table = Plain(Row.Detail("x", Amount.Usd(1))).Sheets[0].Table;
        var names = new[] { "Pledges: 2024/25", "pledges 202425", "", "'Donor's & <'", new('x', 40), new('x', 40) };
        var bytes = WorkbookWriter.Write(new Workbook(Face, [.. names.Select(name => new Sheet(name, table))]));

        XDocument.Parse(SheetXml.Part(bytes, "xl/workbook.xml")).Descendants()
            .Where(element => element.Name.LocalName == "sheet")
            .Select(sheet => (string)sheet.Attribute("name")!)
            .ShouldBe(
                ["Pledges 202425", "pledges 202425 2", "Sheet", "Donor's & <", new('x', 31), new string('x', 29) + " 2"]);
        SheetXml.Faults(bytes).ShouldBeEmpty();
    }

    [Fact]
    public void A_table_without_rows_and_a_sheet_without_a_table_are_written()
    {
        var empty = Plain().Sheets[0];
        var lines = new Sheet("Notes", null) { Lines = ["=One", "Two"] };
        var bytes = WorkbookWriter.Write(new Workbook(Face with { Banner = null }, [empty, lines]));

        SheetXml.Faults(bytes).ShouldBeEmpty();
        var notes = new SheetXml(bytes, 2);
        new[] { "A1", "A2", "A3" }.Select(notes.Text).ShouldBe(["Notes", "=One", "Two"]);
        notes.HasQuotePrefix("A2").ShouldBeTrue();
    }

    [Fact]
    public void Dates_rates_shares_and_digits_have_their_formats()
    {
        var bytes = WorkbookWriter.Write(Sample());
        var sheet = new SheetXml(bytes, 2);

        sheet.Number("A5").ShouldBe("45382");
        sheet.Number("D5").ShouldBe("0.896");
        var styles = SheetXml.Part(bytes, "xl/styles.xml");
        var (whole, thousandths) = ("#,##0_);(#,##0);&quot;–&quot;_)", "#,##0.000_);(#,##0.000);&quot;–&quot;_)");
        foreach (var format in new[] { "dd mmm yyyy", "#,##0.0000_)", "0.0%_)", whole, thousandths })
            styles.ShouldContain($"formatCode=\"{format}\"");
    }

    internal static Workbook Sample() => new(Face,
    [
        new Sheet("Donors", Donors()) { Lines = ["Basis."] },
        new Sheet("Gifts", Gifts()) { FrozenColumns = 2 },
    ]);

    static Table Donors() => new("donors", "Contributions by donor",
    [
        new("donor", "Donor", ColumnKind.Text),
        new("pledged", "Pledged", ColumnKind.WholeDollars) { Summed = true },
        new("paid", "Paid", ColumnKind.WholeDollars) { Summed = true },
        new("outstanding", "Outstanding", ColumnKind.WholeDollars) { Summed = true, RowFormula = "pledged - paid" },
        new("share", "Share", ColumnKind.Percent),
    ],
    [
        new(RowKind.Group, ["Governments"]),
        Line(RowKind.Detail, "Norway", 10_050, 2_525, 285),
        Line(RowKind.Detail, "=Türkiye", 25_025, 0, 712),
        Line(RowKind.Subtotal, "Governments", 35_075, 2_525, 997),
        new(RowKind.Group, ["Foundations"]),
        Line(RowKind.Detail, "Ford", 100, 50, 3),
        Line(RowKind.Subtotal, "Foundations", 100, 50, 3),
        Line(RowKind.Total, "Total", 35_175, 2_575, 1000),
    ])
    { Unit = "(United States dollars)", Notes = ["A note."] };

    static Table Gifts() => new("gifts", "Contributions",
    [
        new("date", "Date", ColumnKind.Date), new("donor", "Donor", ColumnKind.Text),
        new("amount", "Amount", ColumnKind.Money), new("rate", "Rate", ColumnKind.Rate),
        new("usd", "US dollars", ColumnKind.Dollars) { Summed = true }, new("n", "Entry", ColumnKind.Count),
    ],
    [
        .. new[] { "JPY", "EUR", "KWD", "CLF", "USD" }.Select((code, i) => Row.Detail(
            new DateOnly(2024, 3, 31), code, new Amount(-12_345, Currency.Of(code)), new RateCell(0.8960m),
            Amount.Usd(i), new CountCell(i))),
        new(RowKind.Total, ["", "Total", "", "", Amount.Usd(10), ""]),
    ]);

    static Row Line(RowKind kind, string name, long pledged, long paid, long share) => new(
        kind, [name, Amount.Usd(pledged), Amount.Usd(paid), Amount.Usd(pledged - paid), new PercentCell(share)]);

    static Workbook Plain(params ReadOnlySpan<Row> rows) => new(
        Face with { Banner = null },
        [
            new Sheet("Plain", new Table(
                "plain",
                "Plain",
                [new("name", "Name", ColumnKind.Text), new("usd", "Amount", ColumnKind.Money) { Summed = true }],
                [.. rows])),
        ]);
}
