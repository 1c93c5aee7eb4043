using System.Collections.Immutable;
using FundLedger.Data.Contributions;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Data.Contributions;

public class ColumnMappingTests
{
    const string Theirs = "Contributor,Value date,Ccy,Sum,Remarks,Desk\nNorway,2025-03-10,NOK,1000.00,thanks,Geneva\n";

    static readonly ColumnMapping Mapping = new()
    {
        From = Map(("donor", "Contributor"), ("date", "value_date"), ("currency", "Ccy"), ("amount", "Sum"), ("note", "Remarks")),
        Fixed = Map(("kind", "payment"), ("fund", "VFTC")),
    };

    [Fact]
    public void A_spreadsheet_of_other_columns_is_imported_as_it_is_told()
    {
        using var test = new TestLedger();
        var done = test.Ledger.Contributions.Import(test.File("theirs.csv", Theirs), new ImportOptions { Mapping = Mapping }, Clerk).ShouldBeDone();
        done.Payments.ShouldBe(1);
        var payment = test.Ledger.Journal.Postings(done.Batch + 1)[0];
        payment.Fund.ShouldBe("VFTC");
        payment.Donor.ShouldBe("NOR");
        payment.Amount.ToPlainText().ShouldBe("1000.00");
    }

    [Fact]
    public void What_no_column_of_ours_takes_is_kept_as_a_note()
    {
        using var test = new TestLedger();
        test.Ledger.Contributions.Import(test.File("theirs.csv", Theirs), new ImportOptions { Mapping = Mapping }, Clerk).ShouldBeDone();
        var export = test.Ledger.Contributions.Export(new FundLedger.Data.Reports.ContributionFilter());
        string.Join('\n', export.Rows.SelectMany(row => row)).ShouldContain("thanks; Desk: Geneva");
    }

    [Fact]
    public void A_needed_column_that_is_not_told_is_named()
    {
        using var test = new TestLedger();
        var mapping = Mapping with { Fixed = Map(("kind", "payment")) };
        test.Ledger.Contributions.Import(test.File("theirs.csv", Theirs), new ImportOptions { Mapping = mapping }, Clerk)
            .ShouldBeRefused().Message.ShouldBe("it is not said where 'fund' stands");
    }

    [Fact]
    public void A_column_that_the_file_does_not_have_is_named()
    {
        using var test = new TestLedger();
        var mapping = Mapping with { From = Mapping.From.SetItem("amount", "Total") };
        test.Ledger.Contributions.Import(test.File("theirs.csv", Theirs), new ImportOptions { Mapping = mapping }, Clerk)
            .ShouldBeRefused().Message.ShouldBe("the file has no column 'Total'");
    }

    [Fact]
    public void Problems_name_the_files_own_column_and_value()
    {
        using var test = new TestLedger();
        var problem = test.Ledger.Contributions.Import(
            test.File("theirs.csv", Theirs.Replace("1000.00", "plenty", StringComparison.Ordinal)),
            new ImportOptions { Mapping = Mapping }, Clerk).ShouldBeRefused();
        (problem.Row, problem.Column, problem.Value).ShouldBe((2, "Sum", "plenty"));
    }

    [Fact]
    public void What_holds_for_every_row_does_not_hide_that_a_row_is_too_short_or_too_long()
    {
        using var test = new TestLedger();
        test.Ledger.Contributions.Import(test.File("theirs.csv", Theirs + "Norway,2025-03-10\n"), new ImportOptions { Mapping = Mapping }, Clerk)
            .ShouldBeRefused().Message.ShouldContain("row 3 has 2 fields, but the first row names 6 columns");
    }

    [Fact]
    public void The_ledger_remembers_a_mapping_for_spreadsheets_with_the_same_columns()
    {
        using var test = new TestLedger();
        string[] columns = ["Contributor", "Value date", "Ccy"];
        test.Ledger.Contributions.MappingOf(columns).ShouldBeNull();
        test.Ledger.Contributions.Remember(columns, Mapping, Clerk).ShouldBeDone();
        var remembered = test.Ledger.Contributions.MappingOf(["contributor", "value_date", "CCY"]).ShouldNotBeNull();
        remembered.ToJson().ShouldBe(Mapping.ToJson());
        test.Ledger.Contributions.MappingOf(["Contributor", "Ccy"]).ShouldBeNull();
    }

    [Fact]
    public void A_guess_takes_our_names_first_and_then_what_people_call_them()
    {
        var guess = ColumnMapping.Guess(["Contributor", "Value Date", "CCY", "Amount", "Sum"]);
        guess.From.ShouldBe(Map(("amount", "Amount"), ("currency", "CCY"), ("date", "Value Date"), ("donor", "Contributor")));
    }

    static ImmutableSortedDictionary<string, string> Map(params (string Ours, string Theirs)[] pairs) =>
        pairs.ToImmutableSortedDictionary(pair => pair.Ours, pair => pair.Theirs, StringComparer.Ordinal);
}
