using System.IO.Compression;
using System.Net;
using FundLedger.Cli;
using FundLedger.Letters;
using FundLedger.Tests.Data;
using FundLedger.Web.Reports;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Web.Pages.Reports;

/// <summary>Each kind of report at the desk, beside what the command line makes for the same question.</summary>
public sealed class ReportKindTests : IDisposable
{
    readonly DeskLedger _desk = new();

    public ReportKindTests()
    {
        _desk.Test.Ledger.Promise("P-1", "2025-01-10", Euro(950));
        _desk.Test.Ledger.Pay("R-1", "2025-03-10", Euro(475), "P-1");
    }

    public static TheoryData<string, string> Questions => new()
    {
        { "board --fund VFTC --year 2025", "kind=board&fund=VFTC&year=2025&language=en&as=pdf" },
        { "board --fund all --year 2025 --lang fr --format html", "kind=board&fund=all&year=2025&language=fr&as=html" },
        { "workbook --fund VFTC --year 2025", "kind=board&fund=VFTC&year=2025&language=en&as=xlsx" },
        { "brief --year 2025 --lang fr", "kind=brief&year=2025&language=fr&as=pdf" },
        { "donors-base --fund VFTC --year 2025 --format xlsx", "kind=donors-base&fund=VFTC&year=2025&language=en&as=xlsx" },
        { "ageing --as-at 2026-01-31", "kind=ageing&fund=all&language=en&as-at=2026-01-31&as=pdf" },
        { "receivables --fund VFTC --lang es --format xlsx", "kind=receivables&fund=VFTC&language=es&as=xlsx" },
        { "statement --donor NOR --from 2024 --to 2025", "kind=statement&donor=NOR&from=2024&to=2025&as=pdf" },
        { "statement --donor Norway --lang fr --format xlsx", "kind=statement&donor=Norway&language=fr&as=xlsx" },
        { "letter --payment R-1 --lang es", "kind=letter&payment=R-1&language=es&as=pdf" },
    };

    [Theory, MemberData(nameof(Questions))]
    public void The_desk_makes_the_bytes_that_the_command_line_makes_and_puts_them_on_the_same_record(string command, string asked)
    {
        var (name, bytes) = Cli("report " + command);
        var records = Records();
        using var browser = _desk.SignedIn("clerk");
        var answer = browser.Post("/reports", [.. Fields(asked)]);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, Browser.Text(answer));
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe(name);
        Bytes(answer).ShouldBe(bytes);
        // Made again the same file is on record already: neither a different id nor other parameters were recorded.
        Records().ShouldBe(records);
        records.ShouldHaveSingleItem();
    }

    [Fact]
    public void What_is_published_is_the_command_lines_file_and_on_no_record()
    {
        _desk.Test.Ledger.Promise("P-2", "2025-01-10", Euro(10));
        var (_, bytes) = Cli("export iati --fund VFTC --as-at 2025-12-31", "activities.xml");
        using var browser = _desk.SignedIn("clerk");
        Bytes(browser.Post("/reports", [.. Fields("kind=iati&fund=VFTC&as-at=2025-12-31&as=xml")])).ShouldBe(bytes);
        Records().ShouldBeEmpty();
    }

    [Fact]
    public void Reminders_are_shown_first_then_written_once_and_had_again_from_the_list_of_letters()
    {
        using var browser = _desk.SignedIn("clerk");
        const string asked = "/reports?kind=reminders&fund=VFTC&as-at=2026-03-01";
        browser.Page(asked).ShouldContain("P-1");
        Records().ShouldBeEmpty();
        using var archive = new ZipArchive(new MemoryStream(
            Bytes(browser.Post("/reports", [.. Fields("kind=reminders&fund=VFTC&as-at=2026-03-01&as=zip")]))));
        var letter = _desk.Test.Ledger.Letters.All().ShouldHaveSingleItem();
        letter.Kind.ShouldBe(LetterKind.Reminder);
        var packed = archive.Entries.ShouldHaveSingleItem();
        packed.Name.ShouldBe(letter.File);
        browser.Page("/reports/letters").ShouldContain($"/entries/{letter.Entry}/files/{letter.Hash}");
        var again = Bytes(browser.Get($"/entries/{letter.Entry}/files/{letter.Hash}"));
        using var first = new MemoryStream();
        using (var stream = packed.Open()) stream.CopyTo(first);
        again.ShouldBe(first.ToArray());
        browser.Page(asked).ShouldContain("no reminder is due");
    }

    [Fact]
    public void The_page_shows_the_fields_of_the_kind_chosen_and_its_report_as_an_accessible_page()
    {
        using var browser = _desk.SignedIn("clerk");
        foreach (var kind in ReportKind.All)
        {
            var page = browser.Page("/reports?kind=" + kind.Key);
            foreach (var field in new[] { "fund", "year", "language", "donor", "payment", "from", "to" })
                page.Contains($"id=\"f-{field}\"", StringComparison.Ordinal).ShouldBe(kind.Asks(field), $"{field} of {kind.Key}");
        }

        browser.Page("/reports?kind=statement").ShouldNotContain("<article");
        browser.Page("/reports?kind=statement&donor=NOR").ShouldContain("<article class=\"report\" lang=\"en\">");
        browser.Page("/reports?kind=letter&payment=R-1&language=fr").ShouldContain("<article class=\"report\" lang=\"fr\">");
        browser.Page("/reports?kind=letter&payment=R-9").ShouldContain("there is no payment R-9");
    }

    [Theory]
    [InlineData("kind=statement&donor=&as=pdf", "f-donor-why")]
    [InlineData("kind=letter&payment=&as=pdf", "f-payment-why")]
    [InlineData("kind=statement&donor=NOR&from=soon&as=pdf", "f-from-why")]
    [InlineData("kind=brief&year=2025&as-at=2024-06-30&as=pdf", "f-as-at-why")]
    public void What_is_missing_or_cannot_be_is_said_at_its_field(string asked, string why)
    {
        using var browser = _desk.SignedIn("clerk");
        var answer = browser.Post("/reports", [.. Fields(asked)]);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Browser.Text(answer).ShouldContain(why);
        Records().ShouldBeEmpty();
    }

    [Fact]
    public void Who_sees_one_fund_has_every_report_of_that_fund_and_none_that_says_more()
    {
        using var browser = _desk.SignedIn("vera");
        var start = browser.Page("/reports");
        foreach (var kind in ReportKind.All)
        {
            start.Contains($"kind={kind.Key}\"", StringComparison.Ordinal).ShouldBe(kind.Asks("fund"), kind.Key);
            var asked = $"kind={kind.Key}&fund=VFTC&year=2025&donor=NOR&payment=R-1&as={kind.Forms[0].Extension}";
            browser.Post("/reports", [.. Fields(asked)]).StatusCode.ShouldBe(
                kind.Asks("fund") ? HttpStatusCode.OK : HttpStatusCode.UnprocessableEntity, kind.Key);
            browser.Post("/reports", [.. Fields(asked.Replace("VFTC", "UPR-P", StringComparison.Ordinal))]).StatusCode
                .ShouldBe(HttpStatusCode.UnprocessableEntity, kind.Key);
        }
    }

    /// <summary>Runs a command on the desk's ledger and gives the file it wrote.</summary>
    (string Name, byte[] Bytes) Cli(string command, string? file = null)
    {
        var folder = _desk.Test.Beside("made");
        Directory.CreateDirectory(folder);
        using var output = new StringWriter();
        new Shell(output, output, _desk.Test.Clock) { DefaultLedger = _desk.Test.Address }
            .Run([.. command.Split(' '), "--out", file is null ? folder : Path.Combine(folder, file)]).ShouldBe(0, output.ToString());
        var made = Directory.GetFiles(folder).ShouldHaveSingleItem();
        return (Path.GetFileName(made), File.ReadAllBytes(made));
    }

    string[] Records() =>
    [
        .. _desk.Test.Ledger.Reports.All().Select(one =>
            $"{one.Entry} {one.Report.Id} {one.Report.Name} {one.Report.Parameters} {one.Report.Fund} {one.Report.Donor}"),
        .. _desk.Test.Ledger.Letters.All().Select(one => $"{one.Entry} {one.Id} {one.Hash}"),
    ];

    static byte[] Bytes(HttpResponseMessage answer) => answer.Content.ReadAsByteArrayAsync().GetAwaiter().GetResult();

    static IEnumerable<(string, string)> Fields(string query) =>
        query.Split('&').Select(pair => pair.Split('=')).Select(sides => (sides[0], sides[1]));

    public void Dispose() => _desk.Dispose();
}
