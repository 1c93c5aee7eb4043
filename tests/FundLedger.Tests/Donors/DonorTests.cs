using System.Globalization;
using FundLedger.Donors;
using FundLedger.Funds;
using FundLedger.Journal;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Donors;

public class DonorTests
{
    static readonly Donor Turkiye = State("TUR");

    [Theory]
    [InlineData("2019-12-31", "en", "Turkey")]
    [InlineData("2022-05-31", "fr", "Turquie")]
    [InlineData("2022-05-31", "es", "Turquía")]
    [InlineData("2022-06-01", "en", "Türkiye")]
    [InlineData("2022-06-01", "fr", "Türkiye")]
    public void A_State_is_called_as_it_was_on_the_day(string day, string language, string name) =>
        Turkiye.NameOn(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), language).ShouldBe(name);

    [Theory]
    [InlineData("MKD", 2018, "the former Yugoslav Republic of Macedonia")]
    [InlineData("MKD", 2019, "North Macedonia")]
    [InlineData("SWZ", 2017, "Swaziland")]
    [InlineData("SWZ", 2018, "Eswatini")]
    [InlineData("CZE", 2015, "Czech Republic")]
    [InlineData("CZE", 2016, "Czechia")]
    [InlineData("NLD", 2022, "Netherlands")]
    [InlineData("NLD", 2023, "Netherlands (Kingdom of the)")]
    [InlineData("SRB", 2002, "Yugoslavia")]
    [InlineData("SRB", 2005, "Serbia and Montenegro")]
    [InlineData("SRB", 2006, "Serbia")]
    public void A_report_at_the_end_of_a_year_says_the_name_of_that_year(string code, int year, string name) =>
        State(code).NameOn(new DateOnly(year, 12, 31), "en").ShouldBe(name);

    [Fact]
    public void A_name_missing_in_a_language_is_said_in_English()
    {
        var donor = new Donor("FORD", "Ford Foundation", DonorKind.Foundation)
        {
            FormerNames = "1990-01-01=Ford Trust",
        };
        donor.NameOn(new DateOnly(2020, 1, 1), "es").ShouldBe("Ford Foundation");
        donor.NameOn(new DateOnly(1980, 1, 1), "fr").ShouldBe("Ford Trust");
        donor.NameOn(new DateOnly(2020, 1, 1), "ru").ShouldBe("Ford Foundation");
    }

    [Fact]
    public void Former_names_are_read_oldest_first_and_written_as_they_are_read()
    {
        const string serbia = "2006-06-03=Serbia and Montenegro;Serbie-et-Monténégro";
        var names = FormerName.Parse(serbia + "|2003-02-04=Yugoslavia").Value;
        names.Select(name => name.Name).ShouldBe(["Yugoslavia", "Serbia and Montenegro"]);
        FormerName.ToText(names).ShouldBe("2003-02-04=Yugoslavia|" + serbia);
    }

    [Theory]
    [InlineData("Turkey")]
    [InlineData("2022-06-01=")]
    [InlineData("1 June 2022=Turkey")]
    [InlineData("2022-06-01=a;b;c;d")]
    public void A_former_name_without_its_day_or_name_is_a_problem_that_shows_the_form(string text)
    {
        var problem = FormerName.Parse(text).Problems.ShouldHaveSingleItem();
        problem.Message.ShouldContain(text);
        problem.Remedy.ShouldContain("2022-06-01=Turkey;Turquie;Turquía");
    }

    [Fact]
    public void A_donor_with_faults_is_refused_with_all_of_them()
    {
        var donor = new Donor("ford foundation", " ", DonorKind.Foundation)
        {
            Aliases = "Ford\u001b[2J",
            Language = "de",
            Region = RegionalGroup.Weog,
            LdcUntil = new DateOnly(2020, 1, 1),
            FormerNames = "nonsense",
        };
        DonorRules.Accept(donor).Problems.Select(problem => problem.Column)
            .ShouldBe(["code", "name", "name", "language", "region", "ldc_until", "former_names"]);
    }

    [Fact]
    public void Schedules_group_donors_in_the_order_of_the_audited_schedule()
    {
        Enum.GetValues<DonorKind>().Select(kind => kind.Group()).ShouldBe(
        [
            DonorGroup.Governments, DonorGroup.Governments, DonorGroup.Governments,
            DonorGroup.IntergovernmentalOrganizations, DonorGroup.UnitedNationsEntities,
            DonorGroup.NonGovernmentalOrganizations, DonorGroup.Foundations, DonorGroup.PrivateSector,
            DonorGroup.Others, DonorGroup.Others,
        ]);
        string.Join(", ", Enum.GetValues<DonorGroup>()).ShouldBe("Governments, UnitedNationsEntities, "
            + "IntergovernmentalOrganizations, NonGovernmentalOrganizations, PrivateSector, Foundations, Others");
    }

    [Fact]
    public void Donors_and_funds_write_the_fields_that_their_shapes_name()
    {
        foreach (var record in DonorReference.All.Cast<ILedgerRecord>().Concat(FundReference.Funds))
        {
            var sink = new FieldLog();
            record.WriteTo(sink);
            sink.Fields.Select(field => field.Kind).ShouldBe(record.Shape.Fields.Select(field => field.Kind));
        }
    }

    [Fact]
    public void A_donor_writes_its_values_under_their_names()
    {
        var sink = new FieldLog();
        Turkiye.WriteTo(sink);
        var values = Donor.Shape.Fields.Select(field => field.Name).Zip(sink.Fields.Select(field => field.Value))
            .ToDictionary(pair => pair.First, pair => pair.Second);
        values["kind"].ShouldBe("member-state");
        values["region"].ShouldBe("weog");
        values["former_names"].ShouldBe("2022-06-01=Turkey;Turquie;Turquía");
        values["member_since"].ShouldBe(new DateOnly(1945, 1, 1));
        values["ldc_since"].ShouldBeNull();
        values["sids"].ShouldBe(0L);
        values["language"].ShouldBe("en");
    }

    static Donor State(string code) => DonorReference.States.Single(state => state.Code == code);

    sealed class FieldLog : FieldSink
    {
        public List<(FieldKind Kind, object? Value)> Fields { get; } = [];

        public override void Number(long? value) => Fields.Add((FieldKind.Number, value));

        public override void Text(string? value) => Fields.Add((FieldKind.Text, value));

        public override void Day(DateOnly? value) => Fields.Add((FieldKind.Day, value));

        public override void Bytes(ReadOnlyMemory<byte> value) => Fields.Add((FieldKind.Bytes, value));
    }
}
