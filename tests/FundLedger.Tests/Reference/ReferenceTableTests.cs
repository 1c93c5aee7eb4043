using FundLedger.Reference;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Reference;

public class ReferenceTableTests
{
    [Theory]
    [InlineData("a,b,c", new[] { "a", "b", "c" })]
    [InlineData("a,,", new[] { "a", "", "" })]
    [InlineData("\"a,b\",c", new[] { "a,b", "c" })]
    [InlineData("\"say \"\"so\"\"\",c", new[] { "say \"so\"", "c" })]
    [InlineData("\"\",x", new[] { "", "x" })]
    [InlineData("", new[] { "" })]
    public void A_line_is_split_at_commas_outside_quotes(string line, string[] values) =>
        ReferenceTable.Split(line).ShouldBe(values);

    [Fact]
    public void A_year_alone_stands_for_its_first_day()
    {
        var row = new ReferenceRow(["year", "day", "none"], ["1971", "2020-12-04", ""]);
        row.Day("year").ShouldBe(new DateOnly(1971, 1, 1));
        row.Day("day").ShouldBe(new DateOnly(2020, 12, 4));
        row.Day("none").ShouldBeNull();
        Should.Throw<ArgumentException>(() => row["other"]);
    }

    [Theory]
    [InlineData("currencies.csv")]
    [InlineData("funds.csv")]
    [InlineData("names.csv")]
    [InlineData("organizations.csv")]
    [InlineData("states.csv")]
    public void Every_table_travels_inside_the_program(string file) => ReferenceTable.Read(file).ShouldNotBeEmpty();
}
