using FundLedger.Reports;
using FundLedger.Reports.Board;
using FundLedger.Reports.Wording;
using FundLedger.Tests.Data;
using FundLedger.Tests.Reports.Board;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Reports.PaperLedger;

namespace FundLedger.Tests.Reports.Wording;

public class LanguageTests
{
    [Theory]
    [InlineData("en", "$1,234,568", "12.5 per cent", "1 January 2026", "31 December 2025", "a, b and c")]
    [InlineData("fr", "1\u00A0234\u00A0568\u00A0dollars", "12,5\u00A0%", "1er janvier 2026", "31 décembre 2025", "a, b et c")]
    [InlineData("es", "1\u00A0234\u00A0568\u00A0dólares", "12,5\u00A0%", "1 de enero de 2026", "31 de diciembre de 2025", "a, b y c")]
    public void Figures_and_days_are_written_as_the_language_writes_them(
        string language, string dollars, string share, string first, string last, string list)
    {
        var figures = Phrases.In(language).ShouldBeDone().Figures;
        figures.Dollars(Usd(1_234_567.50m)).ShouldBe(dollars);
        figures.Percent(125).ShouldBe(share);
        figures.Day(Day("2026-01-01")).ShouldBe(first);
        figures.Day(Day("2025-12-31")).ShouldBe(last);
        figures.List(["a", "b", "c"]).ShouldBe(list);
    }

    [Theory]
    [InlineData("en", "no donors", "one donor", "two donors")]
    [InlineData("fr", "aucun donateur", "un donateur", "deux donateurs")]
    [InlineData("es", "ningún donante", "un donante", "dos donantes")]
    public void None_one_and_many_are_counted_as_the_language_counts(string language, string none, string one, string two)
    {
        var phrases = Phrases.In(language).ShouldBeDone();
        new[] { phrases.Count("donors", 0), phrases.Count("donors", 1), phrases.Count("donors", 2) }.ShouldBe([none, one, two]);
    }

    [Theory]
    [InlineData("fr", "Fonds de contributions volontaires des Nations Unies pour la coopération technique dans le domaine des droits de l'homme", "Norvège")]
    [InlineData("es", "Fondo Voluntario de Cooperación Técnica en Materia de Derechos Humanos", "Noruega")]
    public void A_Boards_report_is_written_in_the_language_asked_for(string language, string fund, string donor)
    {
        var material = BoardReportTests.Sample().Material(2025, "2025-12-31", "VFTC") with { Language = language };
        var report = BoardReport.Compose(material).ShouldBeDone();
        report.Face.Language.ShouldBe(language);
        report.Front!.Title.ShouldBe(fund);
        report.Blocks.OfType<TableBlock>().SelectMany(block => block.Table.Rows).SelectMany(row => row.Cells).OfType<TextCell>()
            .ShouldContain(cell => cell.Text == donor);
    }

    [Fact]
    public void A_fund_without_a_name_in_the_language_keeps_its_English_one() =>
        BoardReport.Compose(BoardReportTests.Sample().Material(2025, "2025-12-31", "LDC-SIDS") with { Language = "es" }).ShouldBeDone()
            .Front!.Title.ShouldStartWith("Voluntary Technical Assistance Trust Fund");
}
