using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using FundLedger.Checks;
using FundLedger.Reporting;
using FundLedger.Tests.Cli;
using FundLedger.Tests.Data;
using Shouldly;
using UglyToad.PdfPig;
using Xunit;

namespace FundLedger.Tests.Faults;

/// <summary>Names and references that are meant to do harm, through every list, file and report.</summary>
public class HostileTextTests
{
    static readonly string[] Hidden = ["\u0007", "\u001B[2J", "\u007F", "\u0085", "\u202Eevil", "\u2066x\u2069", "a\u2028b", "a\0b"];

    /// <summary>Names that real donors have, and names that nobody has; all of them are text and nothing else.</summary>
    static readonly string[] Strange =
    [
        "=HYPERLINK(\"http://example.org\",\"x\")", "@SUM(1+1)", "+41 22 917", "-2+3", "＝1+1", "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>", "</table><h1>Total</h1>", "javascript:alert(1)", "'; DROP TABLE entry; --", "Robert\"); --",
        "../../etc/passwd", "..\\..\\windows\\con", "con", "%s%n {0} ${x} {{x}}", "[bold red]Total[/] [[x]]", "a;b,c\"d\"", "'quoted'",
        "الأمم المتحدة", "האו\"ם", "国際連合 人権理事会", "สหประชาชาติ", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙a̷̶l̙̘g̖o", "👩‍👩‍👧‍👦 Foundation", "ﷺ", "ＦＵＬＬ　ＷＩＤＴＨ",
        "Friedrich-Ebert-Stiftung e.V. & Söhne (\"FES\")", "Wallonia-Brussels Federation", "N", "null", "undefined", "NaN", "1e308", "2025-01-01",
        "&lt;b&gt; &amp;amp; &#x202E;", "]]></text><x>", "\\n\\r\\t \\u202e", "A name " + new string('x', 900), string.Join(' ', Enumerable.Repeat("word", 300)),
    ];

    public static TheoryData<string> HiddenTexts => [.. Hidden];

    [Theory, MemberData(nameof(HiddenTexts))]
    public void A_text_with_characters_that_nobody_sees_is_refused_everywhere_and_changes_nothing(string text)
    {
        using var line = new Commandline().WithLedger();
        line.Json("pledges", "add", "--donor", "NOR", "--fund", "VFTC", "--amount", "100", "--currency", "EUR", "--reference", "P-1");
        var before = Head(line);
        string[][] writes =
        [
            ["donors", "add", "--code", "X1", "--name", "Name " + text, "--kind", "foundation"],
            ["pledges", "add", "--donor", "NOR", "--fund", "VFTC", "--amount", "1", "--currency", "EUR", "--reference", text],
            ["payments", "add", "--donor", "NOR", "--fund", "VFTC", "--amount", "1", "--currency", "EUR", "--note", text],
            ["pledges", "cancel", "P-1", "--reason", text],
            ["pledges", "add", "--donor", "NOR", "--fund", "VFTC", "--amount", "1", "--currency", "EUR", "--by", text],
            ["users", "add", "anna" + text, "--role", "administrator"],
            ["import", line.Write("rows.csv", $"kind,reference,donor,fund,date,currency,amount\npledge,{text},NOR,VFTC,2025-01-01,EUR,1\n")],
        ];
        foreach (var write in writes)
        {
            line.Run(write).ShouldBe(1, string.Join(' ', write[..2]) + line.Output);
            line.Error.Where(letter => letter != '\n').ShouldAllBe(letter => !HiddenCharacters.AreIn(letter.ToString()));
        }

        Head(line).ShouldBe(before);
    }

    [Fact]
    public void Strange_names_and_references_are_only_text_in_every_list_file_and_report()
    {
        using var line = Given();
        foreach (var list in new[] { "donors list", "pledges list --take 1000", "payments list --take 1000", "status", "audit list --take 1000" })
        {
            var command = list.Split(' ');
            line.Run(command).ShouldBe(0, line.Error);
            HiddenCharacters.AreIn(line.Output).ShouldBeFalse(list);
            JsonDocument.Parse(JsonText(line, command)).RootElement.ValueKind.ShouldNotBe(JsonValueKind.Undefined);
        }

        Strange.Except(Texts(line.Json("donors", "list"), "name")).ShouldBeEmpty();
        Texts(line.Json("pledges", "list", "--take", "1000"), "reference").ShouldBe(Strange, ignoreOrder: true);
        Texts(line.Json("payments", "list", "--take", "1000"), "note").ShouldBe(Strange, ignoreOrder: true);
        foreach (var name in Strange)
            line.Json("donors", "show", Code(name)).ToString().ShouldNotBeEmpty();
    }

    [Fact]
    public void Strange_names_come_back_from_CSV_and_XLSX_and_no_sheet_runs_them()
    {
        using var line = Given();
        foreach (var format in new[] { "csv", "xlsx" })
        {
            var file = Path.Combine(line.Folder, "all." + format);
            line.Json("export", "contributions", "--format", format, "--out", file);
            if (format == "xlsx") Parts(file).SelectMany(part => part.Descendants().Where(node => node.Name.LocalName == "f")).ShouldBeEmpty();
            using var other = new Commandline().WithLedger();
            AddDonors(other);
            other.Json("import", file);
            Texts(other.Json("pledges", "list", "--take", "1000"), "reference").ShouldBe(Strange, ignoreOrder: true);
        }

        line.Json("report", "workbook", "--fund", "VFTC", "--year", "2025", "--out", line.Folder);
        foreach (var formula in Parts(Path.Combine(line.Folder, "donors-VFTC-2025.xlsx")).SelectMany(part => part.Descendants())
            .Where(node => node.Name.LocalName == "f"))
            formula.Value.ShouldNotContain("HYPERLINK");
    }

    [Fact]
    public void Strange_names_are_only_text_in_the_PDF_and_the_page_of_a_report()
    {
        using var line = Given();
        line.Json("report", "board", "--fund", "VFTC", "--year", "2025", "--out", line.Folder);
        using (var pdf = PdfDocument.Open(Path.Combine(line.Folder, "board-VFTC-2025.pdf")))
            string.Concat(pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value)).ShouldContain("<script>");

        using var ledger = FundLedger.Data.Ledger.Open(line.Ledger, line.Clock).ShouldBeDone();
        var material = ledger.Boards.Read("VFTC", 2025, new DateOnly(2025, 12, 31), ledger.Journal.Known().Value).ShouldBeDone();
        var html = Encoding.UTF8.GetString(ReportFile.BoardHtml(material).ShouldBeDone().Bytes);
        html.ShouldContain("&lt;script&gt;");
        html.ShouldNotContain("<script");
        html.ShouldNotContain("<img");
        html.ShouldNotContain("<h1>Total");
    }

    static Commandline Given()
    {
        var line = new Commandline().WithLedger();
        AddDonors(line);
        for (var i = 0; i < Strange.Length; i++)
        {
            var amount = (100 + i).ToString(CultureInfo.InvariantCulture);
            line.Json("pledges", "add", "--donor", Code(Strange[i]), "--fund", "VFTC", "--amount", amount, "--currency", "EUR", "--date", "2025-01-10",
                "--reference=" + Strange[i], "--status", "signed");
            line.Json("payments", "add", "--donor", Code(Strange[i]), "--fund", "VFTC", "--amount", "50", "--currency", "EUR", "--date", "2025-02-10",
                "--pledge=" + Strange[i], "--note=" + Strange[i]);
        }

        return line;
    }

    static void AddDonors(Commandline line)
    {
        foreach (var name in Strange)
            line.Json("donors", "add", "--code", Code(name), "--name=" + name, "--kind", "foundation", "--even-if-similar");
    }

    static string Code(string name) => string.Create(CultureInfo.InvariantCulture, $"X-{Array.IndexOf(Strange, name)}");

    static string JsonText(Commandline line, string[] command)
    {
        line.Run([.. command, "--json"]).ShouldBe(0, line.Error);
        return line.Output;
    }

    static string[] Texts(JsonElement list, string property)
    {
        var rows = list.ValueKind == JsonValueKind.Array ? list : list.EnumerateObject().First(part => part.Value.ValueKind == JsonValueKind.Array).Value;
        return [.. rows.EnumerateArray().Select(row => row.GetProperty(property).GetString()!)];
    }

    static long Head(Commandline line) => line.Json("verify").GetProperty("entry").GetInt64();

    static IEnumerable<XDocument> Parts(string file)
    {
        using var zip = ZipFile.OpenRead(file);
        foreach (var part in zip.Entries.Where(part => part.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)))
        {
            using var stream = part.Open();
            yield return XDocument.Load(stream);
        }
    }
}
