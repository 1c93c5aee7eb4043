using FundLedger.Funds;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Funds;

public class FundListTests
{
    static readonly FundList Funds = new(FundReference.Funds);

    [Fact]
    public void There_are_four_funds_with_their_rates_and_only_VFTC_has_a_channel()
    {
        Funds.All.Select(fund => fund.Code).ShouldBe(["VFTC", "UPR-P", "LDC-SIDS", "UPR-I"]);
        Funds.All.ShouldAllBe(fund => fund.SupportCostRate == 1300 && fund.ReserveRate == 1500);
        Funds.All.Select(fund => fund.Channel).ShouldBe(["41137", "", "", ""]);
    }

    [Theory]
    [InlineData("vftc", "VFTC")]
    [InlineData(" UPR-I ", "UPR-I")]
    [InlineData("uprp", "UPR-P")]
    [InlineData("LDCs/SIDS trust fund", "LDC-SIDS")]
    [InlineData("Technical Cooperation Fund", "VFTC")]
    [InlineData("UN VOLUNTARY FUND FOR TECHNICAL COOPERATION", "VFTC")]
    [InlineData("Fonds de contributions volontaires pour la participation a l'examen periodique universel", "UPR-P")]
    public void A_fund_is_found_by_code_name_short_name_or_alias_in_any_case(string asked, string code) =>
        Funds.Find(asked).Value.Code.ShouldBe(code);

    [Fact]
    public void A_fund_that_is_not_there_is_a_problem_that_lists_the_codes()
    {
        var problem = Funds.Find("UPR").Problems.ShouldHaveSingleItem();
        problem.Message.ShouldBe("there is no fund 'UPR'");
        problem.Remedy.ShouldBe("give the code of the fund: VFTC, UPR-P, LDC-SIDS, UPR-I");
        problem.Column.ShouldBe("fund");
        Funds.Find(" ").Problems[0].Message.ShouldBe("the fund is missing");
    }

    [Fact]
    public void A_name_of_two_funds_is_a_problem_that_names_both()
    {
        var funds = new FundList([new Fund("A-1", "Trust Fund"), new Fund("A-2", "The Trust Fund")]);
        var problem = funds.Find("trust fund").Problems.ShouldHaveSingleItem();
        problem.Message.ShouldBe("'trust fund' is a name of 2 funds: A-1, A-2");
    }

    [Fact]
    public void Names_are_said_in_the_language_or_in_English_where_no_source_has_them()
    {
        Funds.Find("UPR-I").Value.NameIn("es").ShouldStartWith("Fondo de Contribuciones Voluntarias");
        Funds.Find("UPR-P").Value.NameIn("es").ShouldStartWith("Voluntary Trust Fund for Participation");
        Funds.All.ShouldAllBe(fund => fund.NameIn("fr").StartsWith("Fonds", StringComparison.Ordinal));
    }
}
