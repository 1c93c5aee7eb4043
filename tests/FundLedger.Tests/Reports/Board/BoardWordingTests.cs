using FundLedger.Reports;
using FundLedger.Reports.Board;
using FundLedger.Tests.Data;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Reports.Board.BoardReportTests;

namespace FundLedger.Tests.Reports.Board;

public class BoardWordingTests
{
    static BoardMaterial Material(string key, string text) =>
        Sample().Material(2025, "2025-12-31", "VFTC") with { Wording = Worded(key, text) };

    [Fact]
    public void What_staff_wrote_stands_in_place_of_a_sections_own_paragraphs()
    {
        var own = Compose(Sample().Material(2025, "2025-12-31", "VFTC"));
        var report = Compose(Material("contributions", "First *of\nall*.\r\n\r\n\r\nSecond."));

        var texts = report.Blocks.OfType<Paragraph>().SkipWhile(paragraph => paragraph.Text != "First *of all*.")
            .ToArray();
        texts[1].ShouldBe(new Paragraph("Second.", texts[0].Number + 1));
        DocumentText.Paragraphs(report)
            .ShouldNotContain(text => text.StartsWith("The following table shows", StringComparison.Ordinal));
        DocumentText.Tables(report).Select(table => table.Name)
            .ShouldBe(DocumentText.Tables(own).Select(table => table.Name));
    }

    [Fact]
    public void Paragraphs_are_numbered_through_the_whole_report()
    {
        var numbers = Compose(Material("activities", "One.\n\nTwo.")).Blocks.OfType<Paragraph>()
            .Select(paragraph => paragraph.Number).OfType<int>().ToArray();

        numbers.ShouldBe(Enumerable.Range(1, numbers.Length));
    }

    [Fact]
    public void What_only_people_can_write_is_a_section_when_it_is_written()
    {
        static IEnumerable<string> Headings(Document report) => report.Blocks.OfType<Heading>()
            .Select(heading => heading.Text);

        Headings(Compose(Material("conclusions", "The Board thanks all donors."))).ShouldContain("Conclusions");
        Headings(Compose(Sample().Material(2025, "2025-12-31", "VFTC"))).ShouldNotContain("Conclusions");
    }

    [Fact]
    public void Wording_without_a_section_is_refused_with_the_sections_there_are()
    {
        var problem = BoardReport.Compose(Material("contribution", "Text.")).ShouldBeRefused();

        problem.Message.ShouldBe("this report has no section 'contribution' to be worded");
        problem.Remedy.ShouldContain("contributions");
    }

    [Theory]
    [InlineData("# A heading")]
    [InlineData("Fine.\n\n- a list")]
    [InlineData("| a | table |")]
    public void Wording_that_is_more_than_paragraphs_is_refused(string text) =>
        BoardReport.Compose(Material("finance", text)).ShouldBeRefused().Message.ShouldContain("'finance'");

    [Fact]
    public void A_language_without_wording_is_refused()
    {
        var problem = BoardReport.Compose(Sample().Material(2025, "2025-12-31") with { Language = "tlh" })
            .ShouldBeRefused();

        problem.Message.ShouldContain("'tlh'");
        problem.Remedy.ShouldContain("en");
    }

    [Fact]
    public void A_day_before_the_year_is_refused() => BoardReport.Compose(Sample().Material(2025, "2024-12-31"))
        .ShouldBeRefused().Message.ShouldBe("2024-12-31 is before the year 2025 begins");
}
