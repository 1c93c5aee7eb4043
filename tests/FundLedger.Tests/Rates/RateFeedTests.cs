using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FundLedger.Checks;
using FundLedger.Rates;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Rates;

public class RateFeedTests
{
    const string Feed = """
        <?xml version="1.0" encoding="utf-8"?>
        <UN_OPERATIONAL_RATES_DATASET>
          <!-- published monthly -->
          <UN_OPERATIONAL_RATES>
            <abbrv_name>Austria	</abbrv_name>
            <name>Euro	</name>
            <f_curr_code>EUR	</f_curr_code>
            <eff_date>01 Jun 2015	</eff_date>
            <rate>0.91	</rate>
          </UN_OPERATIONAL_RATES>
          <UN_OPERATIONAL_RATES><abbrv_name>Belgium</abbrv_name><f_curr_code>EUR</f_curr_code>
            <eff_date>01 Jun 2015</eff_date><rate>0.910</rate></UN_OPERATIONAL_RATES>
          <UN_OPERATIONAL_RATES><rate>1468241.15</rate><f_curr_code>VES</f_curr_code>
            <eff_date>15 May 2020</eff_date><note>mid-month</note></UN_OPERATIONAL_RATES>
          <UN_OPERATIONAL_RATES><f_curr_code>KWD</f_curr_code>
            <eff_date>31 Dec 2015</eff_date><rate>.291</rate></UN_OPERATIONAL_RATES>
        </UN_OPERATIONAL_RATES_DATASET>
        """;

    [Fact]
    public void The_feed_is_read_with_its_tabs_and_repeated_euro_rows()
    {
        var rows = Read(Feed).Value;
        rows.Select(row => row.Row).ShouldBe([1, 2, 3, 4]);
        var reading = RateReading.Of(rows, RateColumns.Feed, "UN operational rates");
        reading.Problems.ShouldBeEmpty();
        (reading.Rows, reading.Duplicates).ShouldBe((4, 1));
        reading.Rates.Select(rate => string.Create(CultureInfo.InvariantCulture,
                $"{rate.Currency} {rate.Effective:yyyy-MM-dd} {rate.UnitsPerDollar:0.########} {rate.Source}"))
            .ShouldBe(
            [
                "EUR 2015-06-01 0.91 UN operational rates",
                "VES 2020-05-15 1468241.15 UN operational rates",
                "KWD 2015-12-31 0.291 UN operational rates",
            ]);
    }

    [Theory]
    [InlineData("""<!DOCTYPE r [<!ENTITY x "xxxxxxxxxx"><!ENTITY b "&x;&x;&x;&x;"><!ENTITY a "&b;&b;&b;&b;">]>""")]
    [InlineData("""<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>""")]
    [InlineData("""<!DOCTYPE r [<!ENTITY a SYSTEM "http://127.0.0.1:1/secret">]>""")]
    [InlineData("""<!DOCTYPE r SYSTEM "http://127.0.0.1:1/rates.dtd">""")]
    [InlineData("""<!DOCTYPE r [<!ENTITY % p SYSTEM "file:///etc/hostname"> %p;]>""")]
    public void A_document_type_is_refused_whether_it_is_a_bomb_or_reaches_outside(string documentType)
    {
        var root = Feed.IndexOf("<UN_OPERATIONAL_RATES_DATASET>", StringComparison.Ordinal);
        var problem = OnlyProblem(Read(documentType + Feed[root..].Replace("0.910", "&a;")));
        problem.Message.ShouldStartWith("the file declares a document type");
        problem.Remedy.ShouldContain("as the UN publishes it");
        problem.File.ShouldBe("rates.xml");
    }

    [Fact]
    public void A_document_type_in_another_encoding_is_refused_too()
    {
        var text = """<?xml version="1.0" encoding="utf-16"?><!DOCTYPE r [<!ENTITY a "x">]><r>&a;</r>""";
        var bytes = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(text)).ToArray();
        OnlyProblem(RateFeed.Read(new MemoryStream(bytes), "rates.xml")).Message.ShouldContain("document type");
    }

    [Fact]
    public void A_file_beyond_the_limit_is_refused() =>
        OnlyProblem(RateFeed.Read(Stream(Feed), "rates.xml", mostCharacters: 500)).Message.ShouldContain("larger than");

    [Theory]
    [InlineData("<UN_OPERATIONAL_RATES_DATASET><UN_OPERATIONAL_RATES>", "line 1")]
    [InlineData("not xml", "line 1")]
    [InlineData("", "not XML")]
    [InlineData("""<?xml version="1.0" encoding="utf-7"?><a/>""", "not XML")]
    [InlineData("<UN_OPERATIONAL_RATES_DATASET>&undefined;</UN_OPERATIONAL_RATES_DATASET>", "line 1")]
    public void Broken_XML_is_a_problem_with_its_place(string xml, string said) =>
        OnlyProblem(Read(xml)).Message.ShouldContain(said);

    [Fact]
    public void A_value_with_elements_inside_is_a_problem() =>
        OnlyProblem(Read(Feed.Replace(".291", "<b>.291</b>"))).Message.ShouldContain("not XML");

    [Fact]
    public void Bytes_that_are_no_text_are_a_problem() =>
        OnlyProblem(RateFeed.Read(new MemoryStream([0x3c, 0x61, 0x3e, 0xff, 0xfe, 0x00, 0xc3, 0x28]), "rates.xml"))
            .Message.ShouldContain("not XML");

    [Fact]
    public void Another_file_is_recognised_by_its_first_element()
    {
        OnlyProblem(Read("<Document/>")).Message.ShouldBe(
            "the file begins with the element 'Document', not with 'UN_OPERATIONAL_RATES_DATASET'");
        OnlyProblem(Read("<UN_OPERATIONAL_RATES_DATASET/>")).Message.ShouldBe("the file holds no rates");
    }

    [Fact]
    public void A_row_with_a_value_twice_is_a_problem_with_its_number_and_column()
    {
        var problem = OnlyProblem(Read(Feed.Replace("<rate>.291</rate>", "<rate>.291</rate><rate>.3</rate>")));
        (problem.Row, problem.Column, problem.Message).ShouldBe((4, "rate", "the row has rate twice"));
    }

    [Fact]
    public void A_row_without_a_value_is_a_problem_of_that_row()
    {
        var rows = Read(Feed.Replace("<rate>.291</rate>", "")).Value;
        var problem = RateReading.Of(rows, RateColumns.Feed, "UN", "rates.xml").Problems.ShouldHaveSingleItem();
        problem.Message.ShouldBe("the rate is missing");
        (problem.File, problem.Row, problem.Column).ShouldBe(("rates.xml", 4, "rate"));
    }

    [Fact]
    public void Elements_nested_without_end_do_no_harm()
    {
        var deep = string.Concat(Enumerable.Repeat("<x>", 100_000)) + string.Concat(Enumerable.Repeat("</x>", 100_000));
        Read(Feed.Replace("<note>mid-month</note>", deep)).Value.Length.ShouldBe(4);
    }

    static Outcome<ImmutableArray<RateRow>> Read(string xml) => RateFeed.Read(Stream(xml), "rates.xml");

    static MemoryStream Stream(string xml) => new(Encoding.UTF8.GetBytes(xml));

    static Problem OnlyProblem(Outcome<ImmutableArray<RateRow>> outcome) => outcome.Problems.ShouldHaveSingleItem();
}
