using FundLedger.Journal;
using FundLedger.Reports;
using FundLedger.Reports.Board;
using FundLedger.Tests.Data;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Reports.Board.BoardReportTests;
using static FundLedger.Tests.Reports.PaperLedger;

namespace FundLedger.Tests.Reports.Board;

/// <summary>
/// Material that contradicts itself gives no report, and the problem names the table and the two figures.
/// </summary>
public class BoardChecksTests
{
    static readonly BoardMaterial Material = Sample().Material(2025, "2025-12-31", "VFTC");

    [Fact]
    public void A_journal_whose_two_sides_differ_is_refused()
    {
        var broken = Material with { Figures = Material.Figures.Where(figure => figure.Account != Account.InKind) };

        var problem = BoardReport.Compose(broken)
            .Problems.Single(problem => problem.Message.Contains("assets", StringComparison.Ordinal));

        problem.Message.ShouldBe("Table 1 (VFTC): Fund balance, end of period is 1,985.00 USD, "
            + "but what the journal has as assets is 1,885.00 USD");
        problem.Remedy.ShouldContain("verify");
    }

    [Fact]
    public void A_statement_whose_lines_are_not_in_the_journal_is_refused()
    {
        var line = Material.Statement[^1];
        var broken = Material with { Statement = Material.Statement.Replace(line, line with { Usd = Usd(40) }) };

        BoardReport.Compose(broken).ShouldBeRefused().Message.ShouldBe(
            "Table 1 (VFTC): Programme support costs is 39.00 USD, "
            + "but the sum of the finance system's lines is 40.00 USD");
    }

    [Fact]
    public void A_list_of_contributions_that_misses_one_is_refused()
    {
        var broken = Material with
        {
            Contributions = Material.Contributions.RemoveAt(0),
            ContributionCount = Material.ContributionCount - 1,
        };

        BoardReport.Compose(broken).ShouldBeRefused()
            .Message.ShouldStartWith("Contributions received in 2025, in original currency");
    }

    [Fact]
    public void Contributions_too_many_to_list_are_summed_and_said()
    {
        var annex = TableOf(Compose(Material with { Contributions = Material.Contributions.RemoveAt(0) }),
            "annex-contributions");

        var rest = annex.Rows.Single(row => TextAt(row, 0) == "Contributions not listed");
        AmountAt(rest, 6).ShouldBe(Material.Contributions[0].Usd);
        AmountAt(annex.Rows[^1], 6).ShouldBe(Usd(1_150));
        annex.Notes.ShouldContain(
            "The 4 largest are listed; 1 more are summed and stand in the export of contributions.");
    }
}
