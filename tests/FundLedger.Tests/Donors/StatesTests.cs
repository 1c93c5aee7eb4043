using System.Globalization;
using FundLedger.Donors;
using FundLedger.Names;
using FundLedger.Reference;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Donors;

public class StatesTests
{
    static readonly Donor[] Members = [.. DonorReference.States.Where(state => state.Kind == DonorKind.MemberState)];

    [Fact]
    public void There_are_193_Member_States_and_two_observer_States()
    {
        Members.Length.ShouldBe(193);
        DonorReference.States.Except(Members).Select(state => state.Code).ShouldBe(["PSE", "VAT"]);
    }

    [Theory]
    [InlineData(RegionalGroup.African, 54)]
    [InlineData(RegionalGroup.AsiaPacific, 54)]
    [InlineData(RegionalGroup.EasternEuropean, 23)]
    [InlineData(RegionalGroup.Grulac, 33)]
    [InlineData(RegionalGroup.Weog, 29)]
    public void The_regional_groups_have_their_sizes(RegionalGroup group, int size) =>
        Members.Count(state => state.Region == group).ShouldBe(size);

    [Theory]
    [InlineData("ISR", RegionalGroup.Weog)]
    [InlineData("TUR", RegionalGroup.Weog)]
    [InlineData("USA", RegionalGroup.Weog)]
    [InlineData("KIR", RegionalGroup.AsiaPacific)]
    [InlineData("CYP", RegionalGroup.AsiaPacific)]
    [InlineData("AUS", RegionalGroup.Weog)]
    public void States_whose_group_surprises_are_where_elections_count_them(string code, RegionalGroup group) =>
        State(code).Region.ShouldBe(group);

    [Theory]
    [InlineData("1971-06-01", 24)]
    [InlineData("1994-12-18", 49)]
    [InlineData("2003-06-01", 50)]
    [InlineData("2013-01-01", 49)]
    [InlineData("2017-06-03", 48)]
    [InlineData("2017-06-04", 47)]
    [InlineData("2020-12-04", 46)]
    [InlineData("2023-12-13", 45)]
    [InlineData("2024-12-12", 45)]
    [InlineData("2024-12-13", 44)]
    public void The_number_of_least_developed_countries_follows_the_day(string day, int number) =>
        DonorReference.States.Count(state => state.IsLdcOn(Day(day))).ShouldBe(number);

    [Theory]
    [InlineData("BWA", "1994-12-19")]
    [InlineData("CPV", "2007-12-20")]
    [InlineData("MDV", "2011-01-01")]
    [InlineData("WSM", "2014-01-01")]
    [InlineData("GNQ", "2017-06-04")]
    [InlineData("VUT", "2020-12-04")]
    [InlineData("BTN", "2023-12-13")]
    [InlineData("STP", "2024-12-13")]
    public void A_State_is_no_least_developed_country_from_the_day_of_its_graduation(string code, string day)
    {
        State(code).IsLdcOn(Day(day).AddDays(-1)).ShouldBeTrue();
        State(code).IsLdcOn(Day(day)).ShouldBeFalse();
    }

    [Fact]
    public void Thirty_seven_Member_States_are_small_islands_and_Bahrain_is_not_among_them()
    {
        Members.Count(state => state.Sids).ShouldBe(37);
        State("BHR").Sids.ShouldBeFalse();
        State("GNB").Sids.ShouldBeTrue();
    }

    [Fact]
    public void Membership_grew_as_it_did()
    {
        MembersOn("1945-12-31").ShouldBe(49); // and Czechoslovakia and Yugoslavia
        MembersOn("2006-06-28").ShouldBe(192);
        MembersOn("2011-07-14").ShouldBe(193);
    }

    [Fact]
    public void Codes_are_unique_sorted_and_well_formed()
    {
        DonorReference.States.Select(state => state.Code).ShouldBe(
            DonorReference.States.Select(state => state.Code).Distinct().Order(StringComparer.Ordinal));
        DonorReference.States.Select(state => state.Iso2).Distinct().Count().ShouldBe(195);
        DonorReference.States.Select(state => state.M49).Distinct().Count().ShouldBe(195);
        DonorReference.States.ShouldAllBe(state =>
            state.Code.Length == 3 && state.Iso2.Length == 2 && state.M49.Length == 3);
    }

    [Fact]
    public void Every_reference_donor_is_one_that_the_ledger_accepts()
    {
        foreach (var donor in DonorReference.All) DonorRules.Accept(donor).Problems.ShouldBeEmpty(donor.Code);
    }

    [Fact]
    public void No_name_in_the_reference_lists_means_two_donors()
    {
        var clashes = DonorReference.All
            .SelectMany(donor => donor.AllNames().Append(donor.Code)
                .Select(name => (Name: FoldedName.Of(name), donor.Code)))
            .Where(pair => pair.Name.Length > 0).Distinct()
            .GroupBy(pair => pair.Name).Where(same => same.Count() > 1).Select(same => same.Key);
        clashes.ShouldBeEmpty();
    }

    [Fact]
    public void Foundations_and_companies_have_the_contributor_types_that_are_known()
    {
        DonorReference.States.ShouldAllBe(state => state.ContributorType == "C01");
        var organizations = new DonorDirectory(DonorReference.Organizations);
        organizations.Find("European Union").Value.ContributorType.ShouldBe("C08A");
        organizations.Find("Ford Foundation").Value.ContributorType.ShouldBe("C05");
        organizations.Find("OIF").Value.ContributorType.ShouldBe("");
    }

    [SkippableFact]
    public void Codes_and_flags_agree_with_the_public_table_of_countries()
    {
        var file = SharedFiles.Require("reference/country-codes.csv");
        var lines = File.ReadLines(file).Select(ReferenceTable.Split).ToList();
        var rows = lines.Skip(1).Select(values => new ReferenceRow(lines[0], values))
            .ToDictionary(row => row["ISO3166-1-Alpha-3"]);
        foreach (var state in DonorReference.States)
        {
            var row = rows[state.Code];
            state.Iso2.ShouldBe(row["ISO3166-1-Alpha-2"]);
            state.M49.ShouldBe(row["M49"].PadLeft(3, '0'));
            state.Sids.ShouldBe(IsMarked("Small Island Developing States (SIDS)"), state.Code);

            // The table still shows Sao Tome and Principe, which graduated in December 2024.
            if (state.Code != "STP")
                state.IsLdcOn(Day("2025-01-01")).ShouldBe(IsMarked("Least Developed Countries (LDC)"), state.Code);

            bool IsMarked(string column) => row[column].Trim().Length > 0;
        }
    }

    static int MembersOn(string day) => Members.Count(state => state.MemberSince <= Day(day));

    static Donor State(string code) => DonorReference.States.Single(state => state.Code == code);

    static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
