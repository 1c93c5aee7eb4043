using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using FundLedger.Data.Files;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.Files.CsvFileTests;

namespace FundLedger.Tests.Data.Files;

public class XlsxFileTests
{
    static readonly string Heading =
        $"<row r=\"1\">{WorkbookParts.Text("A1", "a")}{WorkbookParts.Text("B1", "b")}</row>";

    [Theory]
    [InlineData("<c r=\"A2\"><v>12500.299999999999</v></c>", "12500.3")]
    [InlineData("<c r=\"A2\"><v>0.30000000000000004</v></c>", "0.3")]
    [InlineData("<c r=\"A2\"><v>1.1000000000000001</v></c>", "1.1")]
    [InlineData("<c r=\"A2\"><v>-9.9999999999999995E-3</v></c>", "-0.01")]
    [InlineData("<c r=\"A2\"><v>1.25E+6</v></c>", "1250000")]
    [InlineData("<c r=\"A2\"><v>1234567890123.45</v></c>", "1234567890123.45")]
    [InlineData("<c r=\"A2\"><v>12345678901234567000</v></c>", "12345678901234600000")]
    [InlineData("<c r=\"A2\"><v>1E+300</v></c>", "1E+300")]
    [InlineData("<c r=\"A2\" s=\"0\"><v>45382</v></c>", "45382")]
    [InlineData("<c r=\"A2\" s=\"1\"><v>45382</v></c>", "2024-03-31")]
    [InlineData("<c r=\"A2\" s=\"2\"><v>45382</v></c>", "2024-03-31")]
    [InlineData("<c r=\"A2\" s=\"2\"><v>45382.5</v></c>", "2024-03-31T12:00:00")]
    [InlineData("<c r=\"A2\" s=\"2\"><v>1</v></c>", "1900-01-01")]
    [InlineData("<c r=\"A2\" s=\"2\"><v>61</v></c>", "1900-03-01")]
    [InlineData("<c r=\"A2\" s=\"2\"><v>2958465</v></c>", "9999-12-31")]
    [InlineData("<c r=\"A2\" s=\"2\"><v>-5</v></c>", "-5")]
    [InlineData("<c r=\"A2\" s=\"3\"><v>45382</v></c>", "45382")]
    [InlineData("<c r=\"A2\" t=\"d\"><v>2024-03-31T00:00:00</v></c>", "2024-03-31")]
    [InlineData("<c r=\"A2\" t=\"b\"><v>1</v></c>", "TRUE")]
    [InlineData("<c r=\"A2\" t=\"s\"><v>1</v></c>", "rich text")]
    [InlineData("<c r=\"A2\" t=\"str\"><f>A1&amp;\"x\"</f><v>cached</v></c>", "cached")]
    [InlineData("<c r=\"A2\"><f>1+1</f><v>2</v></c>", "2")]
    [InlineData("<c r=\"A2\" t=\"inlineStr\"><is><t> a_x000D_b _x005F_x0041_ </t></is></c>", " a\rb _x0041_ ")]
    [InlineData("<c r=\"A2\" t=\"inlineStr\"><is><t>=1+1</t></is></c>", "=1+1")]
    [InlineData("<c r=\"A2\" t=\"inlineStr\"><is><t>'=1+1</t></is></c>", "'=1+1")]
    [InlineData("<c r=\"A2\" t=\"inlineStr\"><is><t><![CDATA[<b>]]></t></is></c>", "<b>")]
    public void A_cell_is_read_as_what_it_shows(string cell, string text)
    {
        using var file = WorkbookParts.WithRows($"{Heading}<row r=\"2\">{cell}<c r=\"B2\"><v>1</v></c></row>")
            .WithStrings("<si><t>plain</t></si><si><r><t>rich</t></r><r><rPr><b/></rPr><t> text</t></r>"
                + "<rPh sb=\"0\" eb=\"1\"><t>aloud</t></rPh></si>")
            .Save();

        Rows(file).Single().Fields.ShouldBe([text, "1"]);
    }

    [Fact]
    public void Days_may_count_from_1904()
    {
        var rows = $"{Heading}<row r=\"2\"><c r=\"A2\" s=\"1\"><v>43920</v></c></row>";
        using var file = WorkbookParts.WithRows(rows, "<workbookPr date1904=\"1\"/>").Save();

        Rows(file).Single().Fields[0].ShouldBe("2024-03-31");
    }

    [Fact]
    public void Empty_cells_and_rows_keep_their_places()
    {
        using var file = WorkbookParts.WithRows(
            $"<row r=\"3\">{WorkbookParts.Text("B3", "b")}{WorkbookParts.Text("C3", "c")}</row>"
            + "<row r=\"4\"><c r=\"A4\" s=\"1\"/></row><row r=\"9\"><c r=\"C9\"><v>7</v></c></row>"
            + "<row><c><v>1</v></c><c/><c><v>3</v></c></row>").Save();
        var table = Open(file).Value;

        table.Columns.ShouldBe(["", "b", "c"]);
        Rows(table).Select(row => row.Number).ShouldBe([9, 10]);
        Fields(table).ShouldBe([["", "", "7"], ["1", "3", ""]]);
    }

    [Fact]
    public void The_first_visible_sheet_is_read_unless_one_is_named()
    {
        using var file = WorkbookParts.WithRows(Heading).Save();

        Open(file).Value.Columns.ShouldBe(["a", "b"]);
        Open(file, sheet: "old").Value.Columns.ShouldBe(["second"]);
        var refusal = Open(file, sheet: "Gifts").Problems.Single();
        refusal.Message.ShouldBe("the workbook has no sheet 'Gifts'");
        refusal.Remedy.ShouldBe("name one of its sheets: Old, Pledges");
    }

    [Fact]
    public void A_workbook_is_known_by_its_content()
    {
        using var file = WorkbookParts.WithRows(Heading).Save();
        using var renamed = new FileOnDisk(File.ReadAllBytes(file.Path), "table.csv");

        Open(renamed).Value.Columns.ShouldBe(["a", "b"]);
    }

    [Theory]
    [InlineData("<c r=\"B2\"><f>NOW()</f></c>", "column 'b' of row 2 holds a formula without its result")]
    [InlineData("<c r=\"B2\" t=\"e\"><v>#REF!</v></c>", "column 'b' of row 2 holds the error #REF!")]
    [InlineData("<c r=\"B2\" t=\"str\"><v>a_x0007_</v></c>", "column 'b' of row 2 holds a character that cannot be seen and changes how it reads")]
    [InlineData("<c r=\"C2\"><v>1</v></c>", "row 2 has 3 fields, but the first row names 2 columns")]
    [InlineData("<c r=\"B2\" t=\"s\"><v>5</v></c>", "the workbook is damaged")]
    [InlineData("<c r=\"B2\"><v>1</v></c><c r=\"A2\"><v>1</v></c>", "the workbook is damaged")]
    [InlineData("<c r=\"XFD2\"><v>1</v></c>", "row 2 has more than 200 columns")]
    [InlineData("<c r=\"AAAAAAAAAAAAAAAAAAAAA2\"><v>1</v></c>", "row 2 has more than 200 columns")]
    [InlineData("<c r=\"2\"><v>1</v></c>", "the workbook is damaged")]
    public void A_cell_that_cannot_be_read_is_named(string cell, string message)
    {
        using var file = WorkbookParts.WithRows($"{Heading}<row r=\"2\">{cell}</row>").Save();
        var row = Rows(file).Single();

        row.Problem!.Message.ShouldBe(message);
        row.Problem!.Row.ShouldBe(2);
    }

    [Fact]
    public void A_cell_that_is_too_long_is_refused()
    {
        using var file = WorkbookParts.WithRows(
            $"{Heading}<row r=\"2\">{WorkbookParts.Text("A2", new string('x', 32_768))}</row>").Save();

        Rows(file).Single().Problem!.Message.ShouldBe("column 'a' of row 2 is longer than 32,767 characters");
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]>")]
    [InlineData("<!DOCTYPE x SYSTEM \"file:///etc/passwd\">")]
    [InlineData("<!DOCTYPE x [<!ENTITY a SYSTEM \"http://127.0.0.1:1/x\">]>")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>")]
    public void A_document_type_is_refused_in_every_part(string type)
    {
        foreach (var part in WorkbookParts.WithRows(Heading).Parts.Keys)
        {
            var book = WorkbookParts.WithRows(Heading);
            using var file = book.With(part, type + book.Parts[part]).Save();
            if (part.EndsWith("sheet2.xml", StringComparison.Ordinal)) continue; // the sheet that is not read

            Refusal(file).Message.ShouldBe("the workbook is damaged, or holds XML that is not allowed in one", part);
        }
    }

    [Fact]
    public void A_file_inside_the_workbook_is_refused()
    {
        using var file = WorkbookParts.WithRows(Heading).With("xl/embeddings/inner.bin", "PK\u0003\u0004").Save();

        Refusal(file).Message.ShouldBe("the workbook holds another file inside it");
    }

    [Theory]
    [InlineData("externalLinkPath", true)]
    [InlineData("oleObject", true)]
    [InlineData("hyperlink", false)]
    public void A_link_to_another_file_is_refused_and_one_to_a_page_is_not(string type, bool isRefused)
    {
        using var file = WorkbookParts.WithRows(Heading).With(
            "xl/worksheets/_rels/sheet1.xml.rels",
            $"<Relationships><Relationship Type=\"http://x/{type}\" Target=\"file:///etc/x\" TargetMode=\"External\"/>"
            + "</Relationships>").Save();

        Open(file).Problems.Select(problem => problem.Message)
            .ShouldBe(isRefused ? ["the workbook is linked to another file"] : []);
    }

    [Fact]
    public void Too_many_parts_are_refused()
    {
        var book = WorkbookParts.WithRows(Heading);
        while (book.Parts.Count < 1000) book.With($"x/{book.Parts.Count}", "x");
        using (var most = book.Save()) Open(most).IsRefused.ShouldBeFalse();
        using var file = book.With("x/one-more", "x").Save();

        Refusal(file).Message.ShouldBe("the workbook has more than 1000 parts");
    }

    [Fact]
    public void A_zip_file_that_is_no_workbook_is_refused()
    {
        using var file = FileOnDisk.Zip([("mimetype", "application/vnd.oasis.opendocument"), ("content.xml", "<x/>")]);

        Refusal(file).Message.ShouldBe("the file is not a workbook of the form .xlsx");
    }

    [Theory]
    [InlineData("sheet")]
    [InlineData("strings")]
    [InlineData("attribute")]
    public void A_bomb_of_512_MiB_is_refused_in_little_memory(string place)
    {
        using var file = new FileOnDisk(Bomb(place, 512), "bomb.xlsx");
        new FileInfo(file.Path).Length.ShouldBeLessThan(1024 * 1024);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var time = Stopwatch.StartNew();

        var opened = Open(file);
        var problem = opened.IsRefused ? opened.Problems.Single() : opened.Value.Rows().Last().Problem;

        problem!.Message.ShouldBe("the file unpacks to more than 100 times its size, which no honest workbook does");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(128L * 1024 * 1024);
        time.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Unpacked_bytes_are_counted_whatever_the_ratio()
    {
        using var file = WorkbookParts.WithRows($"{Heading}<row r=\"2\">{new string(' ', 3000)}</row>").Save();

        Refusal(file, FileLimits.Upload with { UnzippedBytes = 2000 }).Message
            .ShouldBe("the file holds more than 2,000 bytes");
    }

    [Fact]
    public void A_workbook_cut_short_or_flipped_anywhere_ends_in_rows_or_problems()
    {
        byte[] bytes;
        using (var file = WorkbookParts.WithRows($"{Heading}<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>").Save())
            bytes = File.ReadAllBytes(file.Path);
        for (var i = 0; i < bytes.Length; i += 7)
        {
            byte[] flipped = [.. bytes];
            flipped[i] ^= 0x55;
            foreach (var broken in new[] { bytes[..i], flipped })
            {
                using var file = new FileOnDisk(broken);
                var table = Open(file);
                if (!table.IsRefused) table.Value.Rows().Count().ShouldBeGreaterThanOrEqualTo(0);
            }
        }
    }

    static byte[] Bomb(string place, int mebibytes)
    {
        var book = WorkbookParts.WithRows(Heading);
        var (part, before, after) = place switch
        {
            "sheet" => ("xl/worksheets/sheet1.xml", $"<worksheet><sheetData>{Heading}<row r=\"2\"><c r=\"A2\"><v>", ""),
            "strings" => ("xl/sharedStrings.xml", "<sst><si><t>", "</t></si></sst>"),
            _ => ("xl/worksheets/sheet1.xml", $"<worksheet><sheetData>{Heading}<row r=\"", ""),
        };
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (path, text) in book.Parts)
            {
                using var stream = zip.CreateEntry(path, CompressionLevel.SmallestSize).Open();
                stream.Write(Encoding.UTF8.GetBytes(path == part ? before : text));
                if (path != part) continue;
                var block = new byte[1024 * 1024];
                Array.Fill(block, (byte)'1');
                for (var i = 0; i < mebibytes; i++) stream.Write(block);
                stream.Write(Encoding.UTF8.GetBytes(after));
            }

        return bytes.ToArray();
    }
}
