using CsCheck;
using FundLedger.Donors;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Donors;

public class DonorDirectoryTests
{
    static readonly DonorDirectory Directory = new(DonorReference.All);

    [Theory]
    [InlineData("FRA", "FRA")]
    [InlineData(" fra ", "FRA")]
    [InlineData("France", "FRA")]
    [InlineData("Suisse", "CHE")]
    [InlineData("Confederación Suiza", "CHE")]
    [InlineData("ALEMANIA", "DEU")]
    [InlineData("Cote d Ivoire", "CIV")]
    [InlineData("CÔTE D’IVOIRE", "CIV")]
    [InlineData("Ivory Coast", "CIV")]
    [InlineData("The Gambia", "GMB")]
    [InlineData("Gambia (the)", "GMB")]
    [InlineData("turkey", "TUR")]
    [InlineData("Türkiye", "TUR")]
    [InlineData("Turkiye", "TUR")]
    [InlineData("Turquía", "TUR")]
    [InlineData("Czech Republic", "CZE")]
    [InlineData("Cape Verde", "CPV")]
    [InlineData("Swaziland", "SWZ")]
    [InlineData("Macedonia", "MKD")]
    [InlineData("South Korea", "KOR")]
    [InlineData("Korea, Republic of", "KOR")]
    [InlineData("UK", "GBR")]
    [InlineData("U.S.A.", "USA")]
    [InlineData("Etats-Unis d'Amerique", "USA")]
    [InlineData("Vietnam", "VNM")]
    [InlineData("Bolivia", "BOL")]
    [InlineData("Iran", "IRN")]
    [InlineData("Russia", "RUS")]
    [InlineData("The Netherlands", "NLD")]
    [InlineData("Kingdom of the Netherlands", "NLD")]
    [InlineData("Trinidad & Tobago", "TTO")]
    [InlineData("Fédération Wallonie-Bruxelles", "FWB")]
    [InlineData("EU", "EU")]
    public void A_donor_is_found_by_code_or_name_however_it_is_written(string asked, string code) =>
        Directory.Find(asked).Value.Code.ShouldBe(code);

    [Theory]
    [InlineData("Swizterland", "Switzerland (CHE)")]
    [InlineData("Cote d'Ivoir", "Côte d'Ivoire (CIV)")]
    [InlineData("Federal Government of Germany", "Germany (DEU)")]
    [InlineData("Norwey", "Norway (NOR)")]
    [InlineData("FR", "France (FRA)")]
    [InlineData("Swiss", "Switzerland (CHE)?")]
    [InlineData("Embassy of France in Geneva", "France (FRA)")]
    public void A_miss_says_which_donors_come_near(string asked, string suggestion)
    {
        var problem = Directory.Find(asked).Problems.ShouldHaveSingleItem();
        problem.Message.ShouldBe($"there is no donor '{asked}'");
        problem.Remedy.ShouldStartWith($"did you mean {suggestion}");
        problem.Column.ShouldBe("donor");
        problem.Value.ShouldBe(asked);
    }

    [Fact]
    public void No_more_than_three_donors_are_suggested()
    {
        Directory.Find("Korea").Problems[0].Remedy.ShouldBe(
            "did you mean Republic of Korea (KOR), Democratic People's Republic of Korea (PRK)? "
            + "If not, add the donor first");
        Directory.Find("Foundation").Problems[0].Remedy.Count(letter => letter == '(').ShouldBe(3);
    }

    [Fact]
    public void A_two_letter_country_code_is_not_taken_for_the_country_since_it_may_be_an_acronym()
    {
        Directory.Find("AU").Value.Name.ShouldBe("African Union");
        Directory.Find("CH").IsRefused.ShouldBeTrue();
    }

    [Theory]
    [InlineData("", "the donor is missing")]
    [InlineData("  ", "the donor is missing")]
    [InlineData("***", "there is no donor '***'")]
    [InlineData("Qqqqqqqqqqqq", "there is no donor 'Qqqqqqqqqqqq'")]
    [InlineData("Republic", "there is no donor 'Republic'")]
    [InlineData("Dutch", "there is no donor 'Dutch'")]
    public void A_name_like_no_other_is_a_problem_without_suggestions(string asked, string message)
    {
        var problem = Directory.Find(asked).Problems.ShouldHaveSingleItem();
        problem.Message.ShouldBe(message);
        problem.Remedy.ShouldNotContain("did you mean");
    }

    [Fact]
    public void A_name_of_two_donors_is_a_problem_that_names_their_codes()
    {
        var directory = new DonorDirectory(
        [
            new Donor("HOPE-1", "Hope Foundation", DonorKind.Foundation),
            new Donor("HOPE-2", "The Hope Foundation", DonorKind.Foundation),
        ]);
        var problem = directory.Find("HOPE FOUNDATION").Problems.ShouldHaveSingleItem();
        problem.Message.ShouldBe("'HOPE FOUNDATION' is a name of 2 donors: HOPE-1, HOPE-2");
        problem.Remedy.ShouldBe("give the code of the donor");
        directory.Find("hope-2").Value.Code.ShouldBe("HOPE-2");
    }

    [Fact]
    public void A_donor_about_to_be_added_twice_is_recognised()
    {
        Directory.Duplicates("The Ford Fundation").Select(donor => donor.Code).ShouldBe(["FORD"]);
        Directory.Duplicates("Republic of Côte d’Ivoire")[0].Code.ShouldBe("CIV");
        Directory.Duplicates("Zzzzyx Trust").ShouldBeEmpty();
    }

    [Fact]
    public void The_newest_version_of_a_donor_is_the_one_that_is_found()
    {
        var directory = new DonorDirectory(
        [
            new Donor("ACME", "Acme", DonorKind.Company),
            new Donor("ACME", "Acme Holdings", DonorKind.Company),
        ]);
        directory.Find("Acme Holdings").Value.Name.ShouldBe("Acme Holdings");
        directory.Find("acme").Value.Name.ShouldBe("Acme Holdings");
        directory.All.Length.ShouldBe(1);
    }

    [Fact]
    public void Whatever_is_typed_gives_a_donor_or_one_problem() => Gen.String.Sample(text =>
    {
        var found = Directory.Find(text);
        if (found.IsRefused) found.Problems.Length.ShouldBe(1);
        Directory.Duplicates(text).Length.ShouldBeLessThanOrEqualTo(5);
    });

    [Fact]
    public void Half_a_character_in_a_name_does_no_harm()
    {
        Directory.Find("Fran\ud800ce").Value.Code.ShouldBe("FRA");
        Directory.Find("C\ufffdte d'Ivoire").Problems[0].Remedy.ShouldContain("(CIV)");
    }

    [Fact]
    public void Upper_case_and_lost_accents_never_hide_a_donor()
    {
        foreach (var donor in DonorReference.All)
        {
            foreach (var name in donor.AllNames().Where(name => name.Length > 0))
            {
                var typed = $" {name.ToUpperInvariant().Replace('É', 'E').Replace(' ', '-')}. ";
                Directory.Find(typed).Value.Code.ShouldBe(donor.Code);
            }
        }
    }
}
