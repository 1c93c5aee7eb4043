using FundLedger.Reports;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Reports.PaperLedger;

namespace FundLedger.Tests.Reports;

public class ReportChecksTests
{
    static Table Table(decimal left, decimal right, decimal both, decimal subtotal, decimal total) =>
        new("t", "Table 9. Gifts",
        [
            new Column("donor", "Donor", ColumnKind.Text),
            new Column("left", "Left", ColumnKind.WholeDollars) { Summed = true },
            new Column("right", "Right", ColumnKind.WholeDollars) { Summed = true },
            new Column("both", "Both", ColumnKind.WholeDollars) { Summed = true, RowFormula = "left - right" },
        ],
        [
            new Row(RowKind.Group, ["Governments"]),
            Row.Detail("Norway", Usd(left), Usd(right), Usd(both)),
            new Row(RowKind.Subtotal, ["Subtotal", Usd(left), Usd(right), Usd(subtotal)]),
            new Row(RowKind.Group, ["Others"]),
            Row.Detail("Fiji", Usd(1), Usd(0), Usd(1)),
            new Row(RowKind.Total, ["Total", Usd(left + 1), Usd(right), Usd(total)]),
        ]);

    [Fact]
    public void A_table_that_adds_up_has_no_problem() =>
        ReportChecks.Of(Table(left: 5, right: 2, both: 3, subtotal: 3, total: 4)).ShouldBeEmpty();

    [Theory]
    [InlineData(4, 3, 4, "'Both' of the row 'Norway' is 4.00 USD, but its parts come to 3.00 USD")]
    [InlineData(3, 9, 4, "'Both' of the row 'Subtotal' is 9.00 USD, but its parts come to 3.00 USD")]
    [InlineData(3, 3, 5, "'Both' of the row 'Total' is 5.00 USD, but its parts come to 4.00 USD")]
    public void A_figure_that_does_not_follow_is_named_with_what_it_should_be(int both, int subtotal, int total,
        string message) =>
        ReportChecks.Of(Table(5, 2, both, subtotal, total)).Select(problem => problem.Message)
            .ShouldContain("Table 9. Gifts: " + message);

    [Fact]
    public void A_cent_is_enough() =>
        ReportChecks.Of(Table(left: 5, right: 2, both: 3, subtotal: 3, total: 4.01m)).ShouldNotBeEmpty();

    [Fact]
    public void Two_places_that_differ_are_both_named() =>
        ReportChecks.Of([], [new Agreement("Schedule", "the total", Usd(1), "Table 1", Usd(2))]).Single().Message
            .ShouldBe("Schedule: the total is 1.00 USD, but Table 1 is 2.00 USD");

    [Fact]
    public void Counts_are_checked_like_amounts()
    {
        var table = new Table("c", "Donors", [new Column("n", "Number", ColumnKind.Count) { Summed = true }],
            [Row.Detail(new CountCell(2)), new Row(RowKind.Total, [new CountCell(3)])]);

        ReportChecks.Of(table).Single()
            .Message.ShouldBe("Donors: 'Number' of the row '' is 3, but its parts come to 2");
    }
}
