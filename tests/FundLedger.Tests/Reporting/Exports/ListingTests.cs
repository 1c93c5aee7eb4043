using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using CsCheck;
using FundLedger.Checks;
using FundLedger.Data.Files;
using FundLedger.Money;
using FundLedger.Reporting.Exports;
using FundLedger.Reports;
using FundLedger.Tests.Data.Files;
using FundLedger.Tests.Reporting.Excel;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Reporting.Exports;

public class ListingTests
{
    static readonly ImmutableArray<Column> Columns =
    [
        new("donor", "Donor", ColumnKind.Text), new("date", "Date", ColumnKind.Date),
        new("amount", "Amount", ColumnKind.Money), new("usd", "US$", ColumnKind.WholeDollars),
        new("n", "Entry", ColumnKind.Count), new("share", "%", ColumnKind.Percent),
        new("rate", "Rate", ColumnKind.Rate),
    ];

    static readonly ImmutableArray<Column> Amounts = [new("amount", "", ColumnKind.Money)];

    static readonly Listing Gifts = new("Gifts", Columns,
    [
        Gift("Côte d'Ivoire, \"RCI\"", new(2024, 3, 31), In("KWD", -1_234_567), Amount.Usd(12_345), 7, 125, 0.30750m),
        Gift("=HYPERLINK(\"x\")", new(1899, 1, 2), In("JPY", 500), Rounded(392_562_50, 392_563), 0, -5, 1_468_241.15m),
        Gift("two\nlines", new(1900, 3, 1), In("CLF", 1), Amount.Usd(0), -1, 1000, 1m),
    ]);

    static string[] Pieces => [
        "'", "=", "+", "-", "@", ",", ";", "\"", "\t", "\r", "\n", " ", "_x0041_", "_", "x000D_", "&amp;", "<", "]]>", "é",
        "\uFF1D", "\uFEFF", "#", "a"];

    /// <summary>Text as a ledger may hold it: any character but those that nobody sees and halves of pairs.</summary>
    static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Int[0, Pieces.Length - 1].Array[0, 6].Select(picks => string.Concat(picks.Select(pick => Pieces[pick]))),
        Gen.Int[0x20, 0x10FFFF].Where(code => Rune.IsValid(code) && (code & 0xFFFE) != 0xFFFE && !HiddenCharacters.AreIn(new Rune(code).ToString()))
            .Select(code => new Rune(code).ToString()).Array[0, 8].Select(string.Concat));

    public static TheoryData<string> Cultures => InCulture.Names;

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Csv_is_the_same_in_every_culture(string culture) => InCulture.Run(culture, () =>
        Encoding.UTF8.GetString(Bytes(CsvListing.Write, Gifts)).ShouldBe("\uFEFF" + """"
            donor,date,amount,usd,n,share,rate
            "Côte d'Ivoire, ""RCI""",2024-03-31,-1234.567,123.45,7,12.5,0.30750
            "'=HYPERLINK(""x"")",1899-01-02,500,392563,0,-0.5,1468241.15
            "two~lines",1900-03-01,0.0001,0.00,-1,100.0,1

            """".Replace("\n", "\r\n", StringComparison.Ordinal).Replace('~', '\n')));

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Json_is_the_same_in_every_culture(string culture) => InCulture.Run(culture, () =>
        Encoding.UTF8.GetString(Bytes(JsonListing.Write, Gifts)).ShouldBe("""
            [
            {"donor":"Côte d'Ivoire, \"RCI\"","date":"2024-03-31","amount":-1234.567,"usd":123.45,
              "n":7,"share":12.5,"rate":0.30750},
            {"donor":"=HYPERLINK(\"x\")","date":"1899-01-02","amount":500,"usd":392563,
              "n":0,"share":-0.5,"rate":1468241.15},
            {"donor":"two\nlines","date":"1900-03-01","amount":0.0001,"usd":0.00,"n":-1,"share":100.0,"rate":1}
            ]

            """.Replace("\n  ", "", StringComparison.Ordinal)));

    [Fact]
    public void A_listing_without_rows_is_still_a_file()
    {
        var none = Gifts with { Rows = [] };

        Encoding.UTF8.GetString(Bytes(JsonListing.Write, none)).ShouldBe("[]\n");
        Fields(Bytes(CsvListing.Write, none)).ShouldBeEmpty();
        Fields(Bytes(XlsxListing.Write, none)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void A_workbook_holds_real_figures_and_days_in_every_culture(string culture) => InCulture.Run(culture, () =>
    {
        Fields(Bytes(XlsxListing.Write, Gifts)).ShouldBe(
        [
            ["Côte d'Ivoire, \"RCI\"", "2024-03-31", "-1234.567", "123.45", "7", "0.125", "0.30750"],
            ["=HYPERLINK(\"x\")", "1899-01-02", "500", "392563", "0", "-0.005", "1468241.15"],
            ["two\nlines", "1900-03-01", "0.0001", "0.00", "-1", "1", "1"],
        ]);
        var sheet = Part(Bytes(XlsxListing.Write, Gifts), "xl/worksheets/sheet1.xml");
        sheet.ShouldContain("<c r=\"C2\" s=\"10\"><v>-1234.567</v></c>");
        sheet.ShouldContain("<c r=\"A3\" s=\"2\" t=\"inlineStr\">");
        sheet.ShouldContain("<autoFilter ref=\"A1:G4\"/>");
        sheet.ShouldNotContain("<f");
    });

    [Fact]
    public void The_workbook_keeps_to_its_format() =>
        SheetXml.Faults(Bytes(XlsxListing.Write, Gifts)).ShouldBeEmpty();

    [Fact]
    public void Equal_listings_give_equal_bytes_at_any_time()
    {
        var bytes = Bytes(XlsxListing.Write, Gifts);

        bytes.ShouldBe(Bytes(XlsxListing.Write, Gifts with { Name = "Gifts" }));
        using var zip = new ZipArchive(new MemoryStream(bytes));
        zip.Entries.ShouldAllBe(entry => entry.LastWriteTime.Year == 1980);
    }

    [Fact]
    public void Any_text_survives_csv_xlsx_and_json() => Texts.Array[1, 4].Sample(texts =>
    {
        // A last column keeps rows of empty text from being blank.
        var columns = texts.Select((_, i) => new Column($"c{i}", "", ColumnKind.Text));
        ImmutableArray<Cell> row = [.. texts.Select(text => (Cell)text), new CountCell(1)];
        var listing = new Listing("Texts", [.. columns, new("end", "", ColumnKind.Count)], [row]);

        Fields(Bytes(CsvListing.Write, listing)).Single().SkipLast(1).ShouldBe(texts);
        Fields(Bytes(XlsxListing.Write, listing)).Single().SkipLast(1).ShouldBe(texts);
        using var json = JsonDocument.Parse(Bytes(JsonListing.Write, listing));
        json.RootElement[0].EnumerateObject().SkipLast(1).Select(field => field.Value.GetString()).ShouldBe(texts);
    }, iter: 200);

    [Fact]
    public void Every_amount_survives_csv_and_xlsx() =>
        Gen.Select(Gen.Long, Gen.Int[0, 3]).Array[1, 20].Sample(pairs =>
        {
            var amounts = pairs.Select(pair => new Amount(pair.Item1 >> (pair.Item2 * 16), Of(pair.Item2))).ToArray();
            var rows = amounts.Select(amount => ImmutableArray.Create<Cell>(amount));
            var listing = new Listing("Amounts", Amounts, rows);
            foreach (var bytes in new[] { Bytes(CsvListing.Write, listing), Bytes(XlsxListing.Write, listing) })
                Fields(bytes).Select(row => decimal.Parse(row[0], CultureInfo.InvariantCulture))
                    .ShouldBe(amounts.Select(amount => amount.ToDecimal()));
        }, iter: 200);

    [Theory]
    [InlineData(999_999_999_999_999, true)]
    [InlineData(-999_999_999_999_999, true)]
    [InlineData(1_000_000_000_000_001, false)]
    [InlineData(1_000_000_000_000_000, true)]
    public void A_figure_that_a_spreadsheet_would_change_is_text(long units, bool isNumber)
    {
        var bytes = Bytes(XlsxListing.Write, new Listing("Amounts", Amounts, [[Amount.Usd(units)]]));

        Part(bytes, "xl/worksheets/sheet1.xml").Contains("<v>", StringComparison.Ordinal).ShouldBe(isNumber);
    }

    [Fact]
    public void Characters_that_no_file_can_hold_become_a_sign()
    {
        var listing = new Listing(
            "Texts", [new("a", "", ColumnKind.Text)], [["x\u0000\u001F\uD800y\uDE00\uFFFE\U0001F600"]]);

        Fields(Bytes(CsvListing.Write, listing)).ShouldBe([["x\uFFFD\uFFFD\uFFFDy\uFFFD\uFFFD\U0001F600"]]);
        Fields(Bytes(XlsxListing.Write, listing)).ShouldBe([["x\uFFFD\uFFFD\uFFFDy\uFFFD\uFFFD\U0001F600"]]);
        using var json = JsonDocument.Parse(Bytes(JsonListing.Write, listing));
        json.RootElement[0].GetProperty("a").GetString()!.ShouldEndWith("\U0001F600");
    }

    [Fact]
    public void Text_longer_than_a_cell_is_cut_in_a_workbook()
    {
        var listing = new Listing("Texts", [new("a", "", ColumnKind.Text)], [[new string('x', 40_000)]]);
        var text = Fields(Bytes(XlsxListing.Write, listing)).Single()[0];

        text.Length.ShouldBe(32_767);
        text.ShouldEndWith("x…");
    }

    [Fact]
    public void More_rows_than_a_sheet_holds_go_on_to_the_next()
    {
        var rows = XlsxListing.RowsOfSheet + 2;
        var listing = new Listing("A:B", [new("n", "", ColumnKind.Count)],
            Enumerable.Range(1, rows).Select(n => ImmutableArray.Create<Cell>(new CountCell(n))));
        using var file = new FileOnDisk(Bytes(XlsxListing.Write, listing), "long.xlsx");
        var clock = TimeProvider.System;

        TableFile.Open(file.Path, FileLimits.Import, clock).Value.Rows().Count().ShouldBe(XlsxListing.RowsOfSheet);
        TableFile.Open(file.Path, FileLimits.Import, clock, "AB 2").Value.Rows().Select(row => row.Text(0))
            .ShouldBe(["1048576", "1048577"]);
    }

    static byte[] Bytes(Action<Listing, Stream> write, Listing listing)
    {
        using var stream = new MemoryStream();
        write(listing, stream);
        return stream.ToArray();
    }

    static string[][] Fields(byte[] bytes)
    {
        using var file = new FileOnDisk(bytes);
        return CsvFileTests.Fields(TableFile.Open(file.Path, FileLimits.Upload, TimeProvider.System).Value);
    }

    static string Part(byte[] workbook, string path)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        using var reader = new StreamReader(zip.GetEntry(path)!.Open());
        return reader.ReadToEnd();
    }

    static ImmutableArray<Cell> Gift(
        string donor, DateOnly day, Cell amount, Cell usd, long entry, long share, decimal rate) =>
        [donor, day, amount, usd, new CountCell(entry), new PercentCell(share), new RateCell(rate)];

    static AmountCell Rounded(long cents, long dollars) => new(Amount.Usd(cents)) { WholeUnits = dollars };

    static AmountCell In(string currency, long units) => new(new Amount(units, Currency.Of(currency)));

    static Currency Of(int index) => Currency.Of(new[] { "EUR", "JPY", "KWD", "CLF" }[index]);
}
