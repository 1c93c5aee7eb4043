using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using FundLedger.Donors;
using FundLedger.Money;
using FundLedger.Pledges;
using FundLedger.Rates;
using FundLedger.Reports;
using FundLedger.Reports.Board;
using FundLedger.Statements;
using FundLedger.Tests.Data;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Reports.PaperLedger;

namespace FundLedger.Tests.Reports.Board;

public class BoardReportTests
{
    [SkippableFact]
    public void The_published_contributions_of_March_2022_appear_to_the_dollar()
    {
        var lines = File.ReadAllLines(SharedFiles.Require("golden/ohchr-2022-03.csv")).Skip(1)
            .Where(line => line.Length > 0).Select(line => line.Split(',')).ToArray();
        var ledger = new PaperLedger
        {
            Rates = new RateTable(lines.Select(line =>
                Rate(line[1], line[5], decimal.Parse(line[4], CultureInfo.InvariantCulture)))),
        };
        var donors = new DonorDirectory(DonorReference.All);
        foreach (var line in lines)
            ledger.Pay(donors.Find(line[0]).Value.Code, "VFTC", line[5],
                Of(line[1], long.Parse(line[2], CultureInfo.InvariantCulture)), 0);

        var annex = TableOf(Compose(ledger.Material(2022, "2022-12-31", "VFTC")), "annex-contributions");

        lines.Length.ShouldBe(8);
        foreach (var line in lines)
        {
            var row = annex.Rows.Single(row => row.Kind == RowKind.Detail && TextAt(row, 0) == line[0]
                && TextAt(row, 2) == line[1]
                    && AmountAt(row, 3) == Of(line[1], long.Parse(line[2], CultureInfo.InvariantCulture)));
            ((AmountCell)row.Cells[6]).WholeUnits.ShouldBe(long.Parse(line[3], CultureInfo.InvariantCulture));
            ((RateCell)row.Cells[4]).Rate.ShouldBe(decimal.Parse(line[4], CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void Whatever_happened_the_figures_of_a_report_agree() => RandomLedger.Any.Sample(ledger =>
    {
        foreach (var material in new[]
                 {
                     ledger.Material(2025, "2025-12-31"), ledger.Material(2025, "2025-12-31", "VFTC"),
                     ledger.Material(2024, "2026-03-01", "UPR-P", "UPR-I"), ledger.Material(2025, "2025-06-30"),
                 })
            BoardReport.Compose(material).Problems.ShouldBeEmpty();
    }, iter: 60);

    [Fact]
    public void The_opening_balance_is_what_the_year_before_left() => RandomLedger.Any.Sample(ledger =>
    {
        var before = TableOf(Compose(ledger.Material(2024, "2025-12-31", "VFTC")), "statement");
        var table = TableOf(Compose(ledger.Material(2025, "2025-12-31", "VFTC")), "statement");
        if (before is null || table is null) return;
        AmountAt(table.Rows.Single(row => TextAt(row, 0).StartsWith("Opening", StringComparison.Ordinal)), 1)
            .ShouldBe(AmountAt(before.Rows[^1], 1));
        AmountAt(table.Rows[^1], 2).ShouldBe(AmountAt(before.Rows[^1], 1));
    }, iter: 30);

    [Fact]
    public void The_schedule_of_contributions_comes_to_the_line_of_Table_1()
    {
        var report = Compose(Sample().Material(2025, "2025-12-31", "VFTC"));

        var schedule = TableOf(report, "schedule-contributions");
        schedule.Columns.Select(column => column.Heading).ShouldBe(
        [
            "Donor", "Voluntary monetary contributions", "Voluntary in-kind contributions",
            "Refunds, transfers and adjustments", "Total for the year",
        ]);
        var line = TableOf(report, "statement").Rows.Single(row => TextAt(row, 0) == "Voluntary contributions");
        AmountAt(schedule.Rows[^1], 4).ShouldBe(AmountAt(line, 1));
        AmountAt(line, 1).ShouldBe(Usd(1_100 + 700 - 50 + 100));
    }

    [Fact]
    public void Receivables_are_current_where_they_fall_due_by_the_end_of_the_next_year()
    {
        var ledger = new PaperLedger();
        ledger.Pledge("NOR", "VFTC", "2025-03-01", Usd(300), Rung.Signed,
            new InstalmentPlan { Count = 3, First = Day("2025-12-31"), MonthsApart = 12 });

        var schedule = TableOf(Compose(ledger.Material(2025, "2025-12-31", "VFTC")), "schedule-receivables");

        (AmountAt(schedule.Rows[0], 1), AmountAt(schedule.Rows[0], 2), AmountAt(schedule.Rows[0], 3))
            .ShouldBe((Usd(200), Usd(100), Usd(300)));
    }

    [Fact]
    public void An_empty_ledger_is_reported_in_words()
    {
        var report = Compose(new PaperLedger().Material(2025, "2025-12-31", "LDC-SIDS"));

        DocumentText.Tables(report).ShouldBeEmpty();
        report.Blocks.ShouldNotContain(block => block is ChartBlock || block is ChartPair);
        report.Front!.Summary[0].ShouldBe("Nothing was received for the Fund in 2025 or in 2024.");
        DocumentText.Paragraphs(report).ShouldContain("Neither income nor expenditure has been recorded for the Fund.");
    }

    [Theory]
    [MemberData(nameof(InCulture.Names), MemberType = typeof(InCulture))]
    public void The_same_material_gives_the_same_document_on_any_machine(string culture)
    {
        Document? there = null;
        InCulture.Run(culture, () => there = Compose(Sample().Material(2025, "2025-12-31")));

        (DocumentText.Of(there!) == DocumentText.Of(Compose(Sample().Material(2025, "2025-12-31")))).ShouldBeTrue();
    }

    [Fact]
    public void The_id_follows_from_what_was_asked_for_and_from_the_seal()
    {
        var material = Sample().Material(2025, "2025-12-31", "VFTC");
        var id = Compose(material).Face.Id;

        id.ShouldStartWith("BR-VFTC-2025-");
        id.Length.ShouldBe("BR-VFTC-2025-".Length + 10);
        Compose(material with { Basis = material.Basis with { Seal = "00" } }).Face.Id.ShouldNotBe(id);
        Compose(material with { Front = new FrontFacts { Symbol = "A/HRC/99/9" } }).Face.Id.ShouldNotBe(id);
        Compose(material with { Wording = Worded("summary", "Short.") }).Face.Id.ShouldNotBe(id);
        Compose(material with { Basis = material.Basis with { AsAt = Day("2026-01-31") } }).Face.Id.ShouldNotBe(id);
    }

    [Fact]
    public void The_front_page_claims_only_what_is_known()
    {
        var material = Sample().Material(2025, "2025-12-31", "UPR-P");
        var front = Compose(material).Front!;

        (front.AgendaItem, front.Session, front.Distribution, front.JobNumber).ShouldBe(("", "", "", null));
        front.Title.ShouldBe("Voluntary Trust Fund for Participation in the Universal Periodic Review");
        front.DateLine.ShouldBe("2 March 2026");
        var facts = new FrontFacts { Symbol = "A/HRC/99/9", Session = "Ninety-ninth session" };
        var given = Compose(material with { Front = facts });
        (given.Face.Symbol, given.Front!.Session).ShouldBe(("A/HRC/99/9", "Ninety-ninth session"));
    }

    [Fact]
    public void A_combined_report_has_each_fund_beside_the_others_and_by_itself()
    {
        var report = Compose(Sample().Material(2025, "2025-12-31"));

        TableOf(report, "statement").Columns.Select(column => column.Heading).ShouldBe(
            ["", "VFTC", "UPR-P", "LDC-SIDS", "UPR-I", "Total 2025", "Total 2024"]);
        TableOf(report, "funds").Rows.Length.ShouldBe(5);
        report.Blocks.OfType<Heading>().ShouldContain(heading => heading.Text == "The funds one by one");
        DocumentText.Tables(report).Count(table => table.Name == "schedule-contributions").ShouldBe(2);
    }

    [Fact]
    public void Within_the_year_nothing_is_said_that_only_its_end_can_tell()
    {
        var report = Compose(Sample().Material(2025, "2025-06-30", "VFTC"));

        report.Front!.Summary[0].ShouldStartWith(
            "In the period 1 January–30 June 2025, two donors contributed $500 to the Fund, "
            + "against $700 in the whole of 2024.");
        TableOf(report, "ageing").Rows.Select(row => TextAt(row, 0)).ShouldContain("Due in 2025");
        TableOf(report, "statement").Title.ShouldEndWith("1 January–30 June 2025");
    }

    /// <summary>
    /// Two donors in 2024 and three in 2025, with a refund, an agreement, gifts in kind and expenditure.
    /// </summary>
    internal static PaperLedger Sample()
    {
        var ledger = new PaperLedger();
        ledger.Pay("NOR", "VFTC", "2024-05-01", Usd(600), 0);
        ledger.Pay("POL", "VFTC", "2024-06-01", Usd(100), 0);
        ledger.State("VFTC", 2024, (StatementClass.Expenditure, "Travel", 200),
            (StatementClass.SupportCosts, "support-costs", 26));
        var pledge = ledger.Pledge("NOR", "VFTC", "2025-01-15", Usd(1_100), Rung.Signed,
            InstalmentPlan.Once(Day("2025-04-01")));
        ledger.Pay("NOR", "VFTC", "2025-04-01", Usd(400), pledge);
        ledger.Pay("FJI", "VFTC", "2025-05-01", Usd(100), 0);
        var receipt = ledger.Pay("FORD", "VFTC", "2025-08-01", Usd(600));
        ledger.Refund(receipt, "2025-09-01", Usd(50));
        ledger.Give("FJI", "VFTC", "2025-10-01", Usd(100));
        ledger.Pay("EU", "UPR-P", "2025-10-01", Of("EUR", 88), 0);
        ledger.State("VFTC", 2025, (StatementClass.Expenditure, "Travel", 300),
            (StatementClass.SupportCosts, "support-costs", 39));
        return ledger;
    }

    internal static Document Compose(BoardMaterial material) => BoardReport.Compose(material).ShouldBeDone();

    internal static Table TableOf(Document report, string name) =>
        DocumentText.Tables(report).FirstOrDefault(table => table.Name == name)!;

    internal static string TextAt(Row row, int column) => ((TextCell)row.Cells[column]).Text;

    internal static Amount AmountAt(Row row, int column) => ((AmountCell)row.Cells[column]).Amount;

    internal static ImmutableDictionary<string, string> Worded(string key, string text) =>
        ImmutableDictionary<string, string>.Empty.Add(key, text);
}
