using CsCheck;
using FundLedger.Reporting.Excel;
using FundLedger.Reports;
using FundLedger.Reports.Workbooks;
using FundLedger.Tests.Reports.Board;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Reports.PaperLedger;

namespace FundLedger.Tests.Reports.Workbooks;

public class DonorWorkbookTests
{
    static readonly Workbook Sample = DonorWorkbook.Compose(BoardReportTests.Sample().Material(2025, "2025-12-31"));

    [Fact]
    public void It_has_a_sheet_for_each_question() => Sample.Sheets.Select(sheet => sheet.Name).ShouldBe(
        ["Summary", "Donors by fund", "Contributions", "Pledges", "Receivables by age", "Statement", "Rates", "Notes"]);

    [Fact]
    public void Whatever_happened_its_formulas_agree() => RandomLedger.Any.Sample(ledger =>
    {
        foreach (var material in new[] { ledger.Material(2025, "2025-12-31"),
            ledger.Material(2025, "2025-06-30", "VFTC") })
            DonorWorkbook.Compose(material)
                .Sheets.SelectMany(sheet => sheet.Table is { } table ? ReportChecks.Of(table) : [])
                .ShouldBeEmpty();
    }, iter: 60);

    [Fact]
    public void It_can_be_written_with_its_formulas()
    {
        WorkbookWriter.Write(Sample).Length.ShouldBePositive();
        WorkbookWriter.Write(DonorWorkbook.Compose(new PaperLedger().Material(2025, "2025-12-31", "UPR-I")))
            .Length.ShouldBePositive();
    }

    [Fact]
    public void Contributions_stand_in_their_own_currency_and_in_cents()
    {
        var table = Sample.Sheets.Single(sheet => sheet.Name == "Contributions").Table!;
        var row = table.Rows.Single(row => row.Cells[6] is TextCell { Text: "EUR" });

        row.Cells[7].ShouldBe(new AmountCell(Of("EUR", 88)));
        row.Cells[8].ShouldBe(new RateCell(0.88m));
        row.Cells[10].ShouldBe(new AmountCell(Usd(100)));
        table.Columns.Single(column => column.Key == "usd").Kind.ShouldBe(ColumnKind.Dollars);
    }

    [Fact]
    public void The_summary_carries_what_is_outstanding_from_year_to_year()
    {
        var rows = Sample.Sheets[0].Table!.Rows.Where(row => row.Kind == RowKind.Detail).ToArray();

        rows.Select(row => ((TextCell)row.Cells[0]).Text + " " + ((TextCell)row.Cells[1]).Text)
            .ShouldBe(["VFTC 2024", "VFTC 2025", "UPR-P 2025"]);
        rows[1].Cells[3].ShouldBe(rows[0].Cells[8]);
        rows[1].Cells[8].ShouldBe(new AmountCell(Usd(700)));
    }

    [Theory]
    [MemberData(nameof(InCulture.Names), MemberType = typeof(InCulture))]
    public void The_same_material_gives_the_same_workbook_on_any_machine(string culture)
    {
        Workbook? there = null;
        InCulture.Run(culture, () =>
            there = DonorWorkbook.Compose(BoardReportTests.Sample().Material(2025, "2025-12-31")));

        (DocumentText.Of(there!) == DocumentText.Of(Sample)).ShouldBeTrue();
    }

    [Fact]
    public void Rates_are_listed_once_with_what_they_value()
    {
        var row = Sample.Sheets.Single(sheet => sheet.Name == "Rates").Table!.Rows.Single();

        row.Cells.ShouldBe([new TextCell("EUR"), new DateCell(Day("2025-06-15")), new RateCell(0.88m),
            new CountCell(1), new CountCell(0)]);
    }
}
