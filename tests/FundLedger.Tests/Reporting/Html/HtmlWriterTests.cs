using System.Xml.Linq;
using FundLedger.Html;
using FundLedger.Money;
using FundLedger.Reports;
using Shouldly;
using Xunit;

namespace FundLedger.Reporting.Html;

public class HtmlWriterTests
{
    const string Hostile = "<script>alert(1)</script>\" onload='x' & \u0001<img src=x onerror=y>";

    static readonly XElement Report = XElement.Parse(HtmlWriter.Fragment(SampleDocument.Report));

    [Fact]
    public void Headings_nest_without_gaps_below_one_title()
    {
        var levels = Report.Descendants().Select(element => element.Name.LocalName)
            .Where(name => name.Length == 2 && name[0] == 'h' && char.IsAsciiDigit(name[1]))
            .Select(name => name[1] - '0').ToList();
        levels.Count(level => level == 1).ShouldBe(1);
        for (var i = 1; i < levels.Count; i++) levels[i].ShouldBeLessThanOrEqualTo(levels[i - 1] + 1);
    }

    [Fact]
    public void Contents_lead_to_the_headings()
    {
        var targets = Report.Descendants("nav").Descendants("a").Select(link => link.Attribute("href")!.Value).ToList();
        targets.Count.ShouldBe(5);
        var names = Report.Descendants().Attributes("id").Select(id => "#" + id.Value).ToHashSet();
        targets.ShouldAllBe(target => names.Contains(target));
    }

    [Fact]
    public void Tables_have_a_caption_and_name_what_their_headings_head()
    {
        var table = Report.Descendants("table").First(one =>
            one.Element("caption")!.Value.StartsWith("Contributions by donor", StringComparison.Ordinal));
        table.Element("thead")!.Descendants("th").ShouldAllBe(head => head.Attribute("scope")!.Value == "col");
        table.Elements("tbody").Count().ShouldBe(2);
        table.Elements("tbody").Select(group => group.Descendants("th").First().Attribute("scope")!.Value)
            .ShouldAllBe(scope => scope == "rowgroup");
        var row = table.Descendants("tr").First(one => one.Value.StartsWith("Belgium", StringComparison.Ordinal));
        row.Element("th")!.Attribute("scope")!.Value.ShouldBe("row");
        row.Elements("td").Select(cell => cell.Value).ShouldBe(["120,112", "31,250", "(1,234)", "102,003", "12.4%"]);
    }

    [Fact]
    public void Charts_stand_in_figures_with_a_caption_and_a_description()
    {
        var figures = Report.Descendants("figure").ToList();
        figures.Count.ShouldBe(5);
        figures.ShouldAllBe(figure => figure.Element("figcaption")!.Value.Length > 0);
        figures.ShouldAllBe(figure =>
            figure.Descendants().Any(element => element.Name.LocalName == "desc" && element.Value.Length > 0));
    }

    [Fact]
    public void The_page_ends_with_the_whole_seal() =>
        Report.Element("footer")!.Value.ShouldContain(SampleDocument.Seal);

    [Fact]
    public void Hostile_text_stays_text_wherever_it_stands()
    {
        var face = new DocumentFace(
            Hostile, Hostile, "en\"><script>", new DateOnly(2021, 12, 31), DateTimeOffset.UnixEpoch, 1, Hostile)
        {
            Symbol = Hostile,
            Banner = Hostile,
            Issuer = Hostile,
        };
        var series = new Series(Hostile, Hostile, [1]);
        var chart = new Chart(ChartKind.Ring, Hostile, [Hostile], [series], Hostile) { Unit = Hostile };
        var table = new Table(
            Hostile, Hostile,
            [new Column(Hostile, Hostile, ColumnKind.Text), new Column("b", Hostile, ColumnKind.WholeDollars)],
            [new Row(RowKind.Group, [Hostile]), Row.Detail(Hostile, Hostile)])
        {
            Unit = Hostile,
            Notes = [Hostile],
        };
        var document = new Document(face,
        [
            new Contents(), new Heading(1, Hostile, Hostile), new Paragraph(Hostile, 1), new Paragraph(Hostile),
            new KeyFigures([new KeyFigure(Hostile, Hostile, Hostile, Hostile)]), new TableBlock(table),
            new ChartBlock(chart), new ChartPair(chart, chart),
            new NumberedNotes(Hostile, [Hostile]), new Signatures([new Signature(Hostile, Hostile, Hostile)]),
        ]);
        var front = new FrontPage(
            Hostile, Hostile, Hostile, Hostile, Hostile, Hostile, Hostile, Hostile, Hostile, Hostile, Hostile,
            [Hostile]);
        var letter = new LetterHead([Hostile], [Hostile], Hostile, Hostile);
        foreach (var one in new[] { document, document with { Front = front }, document with { Letter = letter } })
        {
            HtmlWriter.Write(one).ShouldNotContain("<script");
            var all = XElement.Parse(HtmlWriter.Fragment(one)).DescendantsAndSelf().ToList();
            all.ShouldNotContain(element => element.Name.LocalName == "img" || element.Name.LocalName == "script");
            all.Attributes().Select(attribute => attribute.Name.LocalName)
                .ShouldNotContain(name => name.StartsWith("on", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_page_can_leave_its_style_to_a_file()
    {
        var page = HtmlWriter.Write(SampleDocument.Report, new HtmlOptions { StyleSheetAddress = "/report.css" });
        page.ShouldContain("<link rel=\"stylesheet\" href=\"/report.css\">");
        page.ShouldNotContain("<style");
        page.ShouldNotContain(" style=");
        HtmlWriter.Write(SampleDocument.Report).ShouldContain(StyleSheet.Text);
    }

    [Theory]
    [InlineData("/entries?donor=1", true)]
    [InlineData("#paragraph-1", true)]
    [InlineData("https://example.org/", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("//example.org/", false)]
    [InlineData("/\\example.org/", false)]
    [InlineData("data:text/html,x", false)]
    public void A_figure_leads_to_its_entries_where_that_is_wanted_and_safe(string link, bool isFollowed)
    {
        var cell = new AmountCell(Amount.Usd(100)) { Link = link };
        var columns = new[] { new Column("a", "A", ColumnKind.Text), new Column("b", "B", ColumnKind.WholeDollars) };
        var table = new Table("t", "T", [.. columns], [Row.Detail("x", cell)]);
        var document = new Document(SampleDocument.Face, [new TableBlock(table)]);
        IEnumerable<XElement> Links(string html) => XElement.Parse(html).Descendants("td").Elements("a");
        Links(HtmlWriter.Fragment(document, links: true)).Any().ShouldBe(isFollowed);
        Links(HtmlWriter.Fragment(document)).ShouldBeEmpty();
    }

    [Fact]
    public void A_table_without_rows_shows_a_dash()
    {
        var table = new Table("t", "T", [new Column("a", "A", ColumnKind.Text)], []);
        XElement.Parse(HtmlWriter.Fragment(new Document(SampleDocument.Face, [new TableBlock(table)])))
            .Descendants("tbody").Single().Value.ShouldBe("–");
    }

    [Fact]
    public void The_culture_of_the_machine_changes_nothing() =>
        OtherCulture.Run("ar-SA", () => HtmlWriter.Write(SampleDocument.Report))
            .ShouldBe(HtmlWriter.Write(SampleDocument.Report));
}
