using CsCheck;
using FundLedger.Reports;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Reports;

public class FormulaTextTests
{
    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("\n=1")]
    [InlineData("\u0000=1")]
    [InlineData("\uFF1D1")]
    [InlineData("\uFF0B1")]
    [InlineData("\uFF0D1")]
    [InlineData("\uFF20a")]
    public void Text_that_a_spreadsheet_would_run_is_known(string text) => FormulaText.IsRisky(text).ShouldBeTrue();

    [Theory]
    [InlineData("Norway", "Norway")]
    [InlineData("'Aisha", "'Aisha")]
    [InlineData("", "")]
    [InlineData("'", "'")]
    [InlineData("'=1", "=1")]
    [InlineData("''=1", "'=1")]
    [InlineData("'-12.50", "-12.50")]
    [InlineData("=1", "=1")]
    public void Exactly_one_apostrophe_is_taken_away_and_only_before_a_formula(string written, string read) =>
        FormulaText.WithoutApostrophe(written).ToString().ShouldBe(read);

    [Fact]
    public void Any_text_survives_the_apostrophe_there_and_back() => Gen.String[Gen.Char["'=+-@ab\t\uFF1D"], 0, 6].Sample(text =>
    {
        var written = FormulaText.NeedsApostrophe(text) ? "'" + text : text;
        return !FormulaText.IsRisky(written) && FormulaText.WithoutApostrophe(written).SequenceEqual(text);
    });
}
