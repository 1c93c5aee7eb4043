using System.Collections.Immutable;
using System.Text;
using FundLedger.Bank;
using FundLedger.Checks;
using FundLedger.Money;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Bank;

public class Mt940Tests
{
    [SkippableFact]
    public void The_sample_of_several_banks_is_read_with_its_marks()
    {
        using var file = File.OpenRead(SharedFiles.Require("reference/bank/mt940.sta"));
        Mt940.Read(file, "mt940.sta").Value.Select(statement => (statement.Currency.Code, statement.Lines.Length))
            .ShouldContain(("DEM", 11));
    }

    [SkippableFact]
    public void The_sample_of_several_banks_reads_with_another_currency_for_the_mark()
    {
        var text = File.ReadAllText(SharedFiles.Require("reference/bank/mt940.sta"))
            .Replace("DEM", "EUR", StringComparison.Ordinal);
        var statements = Mt940.Read(new StringReader(text), "mt940.sta").Value;

        statements.Select(statement => statement.Lines.Length).ShouldBe([11, 2, 3]);
        statements[0].Account.ShouldBe("45050050/76198810");
        statements[0].Number.ShouldBe("27/01");
        var rent = statements[1].Lines[0];
        rent.Amount.ShouldBe(new Amount(-80_000, Currency.Of("EUR")));
        (rent.PayerName, rent.PayerAccount, rent.Remittance).ShouldBe(("MUELLER", "234567", "Miete November"));
        rent.BankReference.ShouldBe("55555");
        statements[1].Lines[1].Remittance.ShouldBe("Gehalt Oktober FirmaMustermannGmbH");
        statements[1].Lines[1].PayerAccount.ShouldBe("0847564700");
        var invoice = statements[2].Lines[0];
        invoice.PayerName.ShouldBe("HUTA SZKLA TOPIC UL PRZEMY SLOWA 67 32-669 WROCLAW");
        invoice.PayerAccount.ShouldBe("PL08106000760000777777777777");
        invoice.Remittance.ShouldContain("FAKTURA 333/ 2");
        statements[2].Lines[2].Remittance.ShouldBe("Odsetki od lokaty nr 101000022086");
        statements[2].Account.ShouldBe("BPHKPLPK/320000546101");
    }

    [SkippableFact]
    public void The_sample_of_Postfinance_is_refused_because_its_second_page_is_out_by_twenty_centimes()
    {
        using var file = File.OpenRead(SharedFiles.Require("reference/bank/postfinance.sta"));
        var problem = Mt940.Read(file, "postfinance.sta").Problems.ShouldHaveSingleItem();

        problem.Message.ShouldContain("statement '999/2' of account 123456789");
        problem.Message.ShouldEndWith("the difference is 0.20 CHF");
        problem.Row.ShouldBe(27);
    }

    [SkippableFact]
    public void The_sample_of_Postfinance_reads_once_it_foots()
    {
        var text = File.ReadAllText(SharedFiles.Require("reference/bank/postfinance.sta"))
            .Replace("CHF159,6", "CHF159,4", StringComparison.Ordinal);
        var statements = Mt940.Read(new StringReader(text), "postfinance.sta").Value;

        var line = statements[0].Lines[0];
        line.Amount.ShouldBe(new Amount(7_970, Currency.Of("CHF")));
        line.BankReference.ShouldBe("20131209007602198765432000000012");
        line.Remittance.ShouldStartWith("GIRO AUS ONLINE-SIC 80532 AUFTRAGGEBER: JANE DOE EXAMPLESTRASSE 10 1234 XXXX");
        statements[1].Lines[0].Remittance.ShouldContain("XXXXXXXXSTRASSE 111");
        statements[1].Opening.ShouldBe(statements[0].Closing);
    }

    [Fact]
    public void Rabobank_puts_the_account_under_the_line_and_code_words_between_slashes()
    {
        var line = Line("EUR", """
            :61:260402C000000005796,98N626OO9T005185395573//93395
            NL06RABO0100902936
            :86:/EREF/POYTCPE2025000003506/TRCD/626/ORDP//NAME/Ministry of Foreign
             Affairs of Norway/REMI/Contribution PLG-0007/ISDT/2026-04-01
            """, "5796,98");

        line.PayerName.ShouldBe("Ministry of Foreign Affairs of Norway");
        line.PayerAccount.ShouldBe("NL06RABO0100902936");
        line.EndToEndId.ShouldBe("POYTCPE2025000003506");
        line.BankReference.ShouldBe("93395");
        line.Remittance.ShouldBe("Contribution PLG-0007");
        line.TransactionCode.ShouldBe("626");
    }

    [Fact]
    public void ING_packs_the_counterparty_into_one_word_and_breaks_it_where_the_line_is_full()
    {
        const string text = """
            {1:F01INGBNL2ABXXX0000000000}
            {2:I940INGBNL2AXXXN}
            {4:
            :20:P140220000000001
            :25:NL69INGB0123456789EUR
            :28C:00000
            :60F:C260219EUR662,23
            :61:2602200220C1,56NTRFEREF//00000000001005
            /TRCD/00100/
            :86:/EREF/EV12341REP1231456T1234//CNTP/NL32INGB0000012345/INGBNL2A/IN
            G BANK NV INZAKE WEB///REMI/USTD//EV10001REP1000000T1000/
            :62F:C260220EUR663,79
            :64:C260220EUR663,79
            :86:/SUM/0/1/0,0/1,56/
            -}{5:{CHK:C77F8E009597}}
            """;
        var statement = Read(text).ShouldHaveSingleItem();

        statement.Account.ShouldBe("NL69INGB0123456789");
        var line = statement.Lines.ShouldHaveSingleItem();
        line.PayerName.ShouldBe("ING BANK NV INZAKE WEB");
        line.PayerAccount.ShouldBe("NL32INGB0000012345");
        line.EndToEndId.ShouldBe("EV12341REP1231456T1234");
        line.BankReference.ShouldBe("00000000001005");
        line.Remittance.ShouldBe("EV10001REP1000000T1000");
    }

    [Fact]
    public void Deutsche_Bank_numbers_the_parts_and_keys_the_purpose()
    {
        var line = Line("EUR", """
            :61:2604020402CR1250,00N166NONREF//X1
            :86:166?00SEPA-GUTSCHRIFT?109301?20EREF+PLG-0012?21SVWZ+Beitrag zum
            Freiwi?22lligen Fonds, Rate 2?30DEUTDEFF?31DE02120300000000202051?32Auswaerti
            ges Amt Berlin, Re?33ferat VN06?34999?60 und Dank
            """, "1250,00");

        line.Amount.ShouldBe(new Amount(125_000, Currency.Of("EUR")));
        line.IsReversal.ShouldBeFalse();
        line.EndToEndId.ShouldBe("PLG-0012");
        line.PayerName.ShouldBe("Auswaertiges Amt Berlin, Referat VN06");
        line.PayerAccount.ShouldBe("DE02120300000000202051");
        line.Remittance.ShouldBe("Beitrag zumFreiwi lligen Fonds, Rate 2 und Dank");
        line.TransactionCode.ShouldBe("166");
    }

    [Fact]
    public void Danske_Bank_states_what_was_sent_and_what_was_charged()
    {
        var line = Line("DKK", """
            :61:2603010228CK745996,00NTRFArbi/deposit//1323333800
            :86:/RREF/3825-0031367289 /EREF/1309101116-0000001 /ORDP//NAME/Finland
            /REMI/Inv. 1 - 22.724,00, Inv. 2 - 68.130,00 /RCMT/EUR 100.000,00 /CHRG/DKK 4,00
            """, "745996,00");

        line.Booked.ShouldBe(new DateOnly(2026, 2, 28));
        line.ValueDate.ShouldBe(new DateOnly(2026, 3, 1));
        line.PayerName.ShouldBe("Finland");
        line.Remittance.ShouldBe("Inv. 1 - 22.724,00, Inv. 2 - 68.130,00");
        line.Original.ShouldBe(new Amount(10_000_000, Currency.Of("EUR")));
        line.Charges.ShouldBe(new Amount(400, Currency.Of("DKK")));
        line.BankReference.ShouldBe("1323333800");
    }

    [Fact]
    public void UBS_marks_the_currency_s_third_letter_and_writes_plain_text()
    {
        var line = Line("CHF", """
            :61:2604020402CF1000,00FTRFNONREF//9930402TO1234567
            /OCMT/NOK12000,00/CHGS/CHF6,50/
            :86:PAYMENT FROM KINGDOM OF NORWAY, OSLO
            REASON FOR PAYMENT: PLG-0007
            """, "1000,00");

        line.Remittance.ShouldBe("PAYMENT FROM KINGDOM OF NORWAY, OSLO REASON FOR PAYMENT: PLG-0007");
        line.Original.ShouldBe(new Amount(1_200_000, Currency.Of("NOK")));
        line.Charges.ShouldBe(new Amount(650, Currency.Of("CHF")));
        line.TransactionCode.ShouldBe("FTRF");
        line.BankReference.ShouldBe("9930402TO1234567");
    }

    [Fact]
    public void BNP_Paribas_writes_the_payer_straight_after_its_word()
    {
        var line = Line("EUR", """
            :61:2604020402C500,00NTRFNONREF//ABC
            :86:/ORDP/REPUBLIQUE FRANCAISE, MEAE/REMI/CONTRIBUTION 2026/ULTD//NAME/AMBASSADE
            """, "500,00");

        line.PayerName.ShouldBe("REPUBLIQUE FRANCAISE, MEAE");
        line.OnBehalfOf.ShouldBe("AMBASSADE");
        line.Remittance.ShouldBe("CONTRIBUTION 2026");
    }

    [Fact]
    public void The_name_of_whom_a_payment_is_for_is_not_taken_for_the_payer_s()
    {
        var line = Line("EUR", """
            :61:2604020402C500,00NTRFNONREF//ABC
            :86:/EREF/7/ULTD//NAME/AMBASSADE/REMI/CONTRIBUTION
            """, "500,00");

        line.PayerName.ShouldBeEmpty();
        line.OnBehalfOf.ShouldBe("AMBASSADE");
    }

    [Theory]
    [InlineData("C", 100, false)]
    [InlineData("D", -100, false)]
    [InlineData("RC", -100, true)]
    [InlineData("RD", 100, true)]
    [InlineData("CR", 100, false)]
    [InlineData("DR", -100, false)]
    [InlineData("RCR", -100, true)]
    [InlineData("RDR", 100, true)]
    public void The_side_is_told_from_a_reversal_and_from_the_currency_s_letter(
        string side, long cents, bool isReversal)
    {
        var line = Line("EUR", $":61:260402{side}1,NTRFNONREF", cents < 0 ? "-1,00" : "1,00");
        line.Amount.MinorUnits.ShouldBe(cents);
        line.IsReversal.ShouldBe(isReversal);
    }

    [Theory]
    [InlineData("2601021231", 2025, 12, 31)]
    [InlineData("2512310102", 2026, 1, 2)]
    [InlineData("2604010331", 2026, 3, 31)]
    [InlineData("240301" + "0229", 2024, 2, 29)]
    [InlineData("260402", 2026, 4, 2)]
    public void The_booking_day_has_the_year_that_brings_it_nearest_to_the_value_date(
        string days, int year, int month, int day) =>
        Line("EUR", $":61:{days}C1,NTRFNONREF", "1,00").Booked.ShouldBe(new DateOnly(year, month, day));

    [Fact]
    public void Blank_lines_and_a_hyphen_inside_a_text_do_not_end_a_statement()
    {
        var line = Line("EUR", ":61:260402C1,NTRFNONREF\n:86:one\n\n-\ntwo", "1,00");
        line.Remittance.ShouldBe("one - two");
    }

    [Fact]
    public void Text_in_Windows_1252_and_in_UTF_8_reads_the_same()
    {
        var text = Message("EUR", ":61:260402C1,NTRFNONREF\n:86:Königreich Norwegen – Beitrag", "1,00");
        var old = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

        foreach (var encoding in new[] { old, new UTF8Encoding(true), Encoding.Unicode })
        {
            using var stream = new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
            Mt940.Read(stream, "bank.sta")
                .Value.Single().Lines.Single().Remittance.ShouldBe("Königreich Norwegen – Beitrag");
        }
    }

    [Theory]
    [InlineData(":61:261302C1,NTRFNONREF", "its value date is not a day")]
    [InlineData(":61:2604020231C1,NTRFNONREF", "its booking day is not a day")]
    [InlineData(":61:260402C1,005NTRFNONREF", "its amount is not an amount in EUR")]
    [InlineData(":61:260402X1,NTRFNONREF", "it should look like")]
    [InlineData(":61:", "it should look like")]
    public void A_line_that_cannot_be_read_is_named(string written, string why)
    {
        var problem = Refused(Message("EUR", written, "1,00")).ShouldHaveSingleItem();
        problem.Message.ShouldContain(why);
        (problem.Row, problem.Column, problem.Value).ShouldBe((5, ":61:", written[4..]));
    }

    [Theory]
    [InlineData(":20:A\n:25:1\n:60F:C260401EUR0,\n", "closing balance")]
    [InlineData(":20:A\n:25:1\n:62F:C260401EUR0,\n", "opening balance")]
    [InlineData(":20:A\n:60F:C260401EUR0,\n:62F:C260401EUR0,\n", "account")]
    public void A_statement_that_lacks_a_part_says_which(string text, string missing) =>
        Refused(text).ShouldHaveSingleItem().Message.ShouldBe($"the statement has no {missing}");

    [Fact]
    public void A_line_outside_any_statement_or_after_its_end_is_refused()
    {
        Refused(":61:260402C1,NTRF\n").ShouldHaveSingleItem().Message.ShouldContain("outside any statement");
        Refused(Message("EUR", "", "0,00").Replace("\n-", "\n:61:260402C1,NTRF\n-", StringComparison.Ordinal))
            .ShouldHaveSingleItem().Message.ShouldContain("after the closing balance");
    }

    [Fact]
    public void A_file_without_a_statement_is_refused() =>
        Refused("Dear customer,\n").ShouldHaveSingleItem().Message.ShouldBe("the file holds no bank statement");

    internal static string Message(string currency, string lines, string closing)
    {
        var side = closing.StartsWith('-') ? "D" : "C";
        return $":20:STM\n:25:CH9300762011623852957\n:28C:7/1\n:60F:C260401{currency}0,00\n{lines}\n"
            + $":62F:{side}260430{currency}{closing.TrimStart('-')}\n-\n";
    }

    static BankLine Line(string currency, string lines, string closing) =>
        Read(Message(currency, lines, closing)).Single().Lines.ShouldHaveSingleItem();

    static ImmutableArray<BankStatement> Read(string text) => Mt940.Read(new StringReader(text), "bank.sta").Value;

    static ImmutableArray<Problem> Refused(string text) => Mt940.Read(new StringReader(text), "bank.sta").Problems;
}
