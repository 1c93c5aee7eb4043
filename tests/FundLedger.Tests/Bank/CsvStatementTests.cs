using System.Collections.Immutable;
using FundLedger.Bank;
using FundLedger.Checks;
using FundLedger.Money;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Bank;

public class CsvStatementTests
{
    const string Swiss = """
        # A bank that lists the newest first, in two columns.
        name = Kantonalbank
        account = CH93 0076 2011 6238 5295 7
        currency = CHF
        delimiter = ;
        decimal-mark = .
        date-format = dd.MM.yyyy
        skip = 2
        booked = Buchung
        value-date = Valuta
        debit = Belastung
        credit = Gutschrift
        balance = Saldo
        payer-name = Auftraggeber
        remittance = Text + Mitteilung
        """;

    const string SwissRows = """"
        Kontoauszug;
        Zeitraum;April 2026
        Buchung;Valuta;Text;Auftraggeber;Mitteilung;Belastung;Gutschrift;Saldo
        03.04.2026;03.04.2026;Spesen;;;7.50;;1'092.50
        02.04.2026;01.04.2026;"Zahlung; ""SEPA""";Norwegen;"PLG-0007
        Rate 2";;1'000.00;1'100.00
        """";

    [Fact]
    public void A_list_with_the_newest_first_is_read_oldest_first_and_foots_by_its_balances()
    {
        var statement = Read(Swiss, SwissRows).Value.ShouldHaveSingleItem();

        statement.Account.ShouldBe("CH9300762011623852957");
        statement.Opening.ShouldBe(new Amount(10_000, Currency.Of("CHF")));
        statement.Closing.ShouldBe(new Amount(109_250, Currency.Of("CHF")));
        statement.Lines.Select(line => line.Amount.MinorUnits).ShouldBe([100_000, -750]);
        statement.Lines[0].Remittance.ShouldBe("Zahlung; \"SEPA\" PLG-0007\nRate 2");
        statement.Lines[0].PayerName.ShouldBe("Norwegen");
        statement.Lines[0].ValueDate.ShouldBe(new DateOnly(2026, 4, 1));
        statement.Lines.Select(line => line.Row).ShouldBe([5, 4]);
    }

    [Fact]
    public void A_balance_that_does_not_follow_refuses_the_file_with_the_row_and_the_difference()
    {
        var rows = SwissRows.Replace("1'092.50", "1'092.60", StringComparison.Ordinal);
        var problem = Read(Swiss, rows).Problems.ShouldHaveSingleItem();

        problem.Message.ShouldEndWith("should be 1,092.50 CHF but is 1,092.60 CHF; the difference is 0.10 CHF");
        (problem.Row, problem.Column, problem.Value).ShouldBe((4, "balance", "1092.60"));
    }

    [Fact]
    public void Columns_may_be_numbered_and_hold_the_account_the_currency_and_the_side()
    {
        const string profile = """
            delimiter = tab
            decimal-mark = ,
            date-format = yyyyMMdd
            headings = no
            account-column = #1
            currency-column = #2
            booked = #3
            side = #4
            amount = #5
            debit-word = S
            end-to-end-id = #6
            """;
        var statements = Read(profile,
            "NL69INGB0123456789\tEUR\t20260402\tH\t1.250,00\tE1\n1234567\tUSD\t20260403\tS\t50,00\tE2\n").Value;

        statements.Select(statement => (statement.Account, statement.Currency.Code)).ShouldBe(
            [("NL69INGB0123456789", "EUR"), ("1234567", "USD")]);
        statements[0].Lines.Single().Amount.MinorUnits.ShouldBe(125_000);
        statements[1].Lines.Single().Amount.MinorUnits.ShouldBe(-5_000);
        statements[1].Opening.ShouldBeNull();
    }

    [Theory]
    [InlineData("-1 234.50", -123450)]
    [InlineData("(1,234.50)", -123450)]
    [InlineData("1234.50-", -123450)]
    [InlineData("\u22121\u00A0234.5", -123450)]
    [InlineData("+7", 700)]
    [InlineData("1\u2019000\u2019000", 100000000)]
    public void Amounts_are_read_as_banks_write_them(string written, long cents) =>
        Simple(written).Value.Single().Lines.Single().Amount.MinorUnits.ShouldBe(cents);

    [Theory]
    [InlineData("12,50")]
    [InlineData("1.2.3")]
    [InlineData("1 23 456")]
    [InlineData("--5")]
    [InlineData("5.001")]
    [InlineData("99999999999999999999")]
    [InlineData("")]
    [InlineData("-")]
    public void An_amount_in_doubt_is_refused_and_never_guessed(string written)
    {
        var problem = Simple(written).Problems.ShouldHaveSingleItem();
        (problem.Row, problem.Column, problem.Value).ShouldBe((2, "amount", written));
    }

    [Fact]
    public void Missing_columns_and_broken_rows_are_named()
    {
        Message("Saldo", "Kontostand").ShouldBe("there is no column 'Saldo' for balance");
        Message("02.04.2026;", "31.04.2026;").ShouldBe("the date is not of the form dd.MM.yyyy");
        Message("Rate 2\"", "Rate 2").ShouldContain("a quote that never closes");

        static string Message(string from, string to) =>
            Read(Swiss, SwissRows.Replace(from, to, StringComparison.Ordinal)).Problems.ShouldHaveSingleItem().Message;
    }

    [Fact]
    public void A_profile_says_what_is_wrong_with_it()
    {
        const string profile = "delimiter = ;;\ncolour = red\nnonsense\ndate-format = yyyy\n";
        var problems = CsvProfile.Parse(new StringReader(profile), "my.profile").Problems;

        problems.Select(problem => (problem.Row, problem.Column)).ShouldBe(
            [(1, "delimiter"), (2, "colour"), (3, null), (4, "date-format"),
             (null, "booked"), (null, "amount"), (null, "account"), (null, "currency")]);
        problems.ShouldAllBe(problem => problem.File == "my.profile" && problem.Remedy.Length > 0);
    }

    [Fact]
    public void A_file_is_told_apart_by_how_it_begins()
    {
        var profile = CsvProfile.Parse(new StringReader(Swiss), "swiss.profile").Value;
        Kind(Camt053Tests.Example(8), null).Value.Single().Lines.Length.ShouldBe(4);
        var mt940 = Mt940Tests.Message("EUR", ":61:260402C1,NTRFNONREF", "1,00");
        Kind(mt940, null).Value.Single().Lines.Length.ShouldBe(1);
        Kind(SwissRows, profile).Value.Single().Lines.Length.ShouldBe(2);
        Kind(SwissRows, null).Problems.Single().Message.ShouldBe("the file is neither camt.053 nor MT940");
    }

    static Outcome<ImmutableArray<BankStatement>> Kind(string text, CsvProfile? profile) =>
        StatementFile.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), "bank.txt", profile);

    static Outcome<ImmutableArray<BankStatement>> Simple(string amount) => Read(
        "delimiter = ;\naccount = 1\ncurrency = USD\nbooked = day\namount = amount\n",
        $"day;amount\n2026-04-02;{amount}\n");

    static Outcome<ImmutableArray<BankStatement>> Read(string profile, string rows) => CsvStatement.Read(
        new StringReader(rows), "bank.csv", CsvProfile.Parse(new StringReader(profile), "bank.profile").Value);
}
