using System.Collections.Immutable;
using System.Text;
using System.Xml;
using System.Xml.Schema;
using FundLedger.Bank;
using FundLedger.Checks;
using FundLedger.Money;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Bank;

public class Camt053Tests
{
    static readonly Currency Francs = Currency.Of("CHF");

    [SkippableFact]
    public void The_sample_of_version_2_gives_both_its_statements()
    {
        using var file = File.OpenRead(SharedFiles.Require("reference/bank/camt053.v2.multi.statement.xml"));
        var statements = Camt053.Read(file, "sample.xml").Value;

        statements.Select(statement => statement.Number)
            .ShouldBe(["253EURNL26VAYB8060476890", "254EURNL26VAYB8060476890"]);
        statements[0].Account.ShouldBe("NL26VAYB8060476890");
        statements[0].Lines.ShouldHaveSingleItem().Amount.ShouldBe(new Amount(885, Currency.Of("EUR")));
        var debit = statements[1].Lines.ShouldHaveSingleItem();
        debit.Amount.ShouldBe(new Amount(-700, Currency.Of("EUR")));
        debit.PayerName.ShouldBe("Company Name 2");
        debit.EndToEndId.ShouldBe("000000002");
        debit.Remittance.ShouldBe("Transaction Description 2");
        debit.Booked.ShouldBe(new DateOnly(2014, 12, 31));
        debit.ValueDate.ShouldBe(new DateOnly(2015, 1, 2));
        debit.TransactionCode.ShouldBe("544");
    }

    [SkippableFact]
    public void The_sample_of_version_8_is_refused_because_its_balances_are_in_two_currencies()
    {
        using var file = File.OpenRead(SharedFiles.Require("reference/bank/camt053.v8.xml"));
        var problem = Camt053.Read(file, "sample.xml").Problems.ShouldHaveSingleItem();

        problem.Message.ShouldBe("the opening balance is in EUR but the closing balance is in SEK");
        problem.File.ShouldBe("sample.xml");
        problem.Row.ShouldBe(74);
        problem.Column.ShouldBe("Bal/Amt/@Ccy");
    }

    [SkippableFact]
    public void The_sample_of_version_8_reads_once_its_closing_balance_agrees()
    {
        var text = File.ReadAllText(SharedFiles.Require("reference/bank/camt053.v8.xml"))
            .Replace("<Amt Ccy=\"SEK\">27.00</Amt>\n                <CdtDbtInd>DBIT",
                "<Amt Ccy=\"EUR\">27.00</Amt><CdtDbtInd>CRDT", StringComparison.Ordinal);
        var line = Read(text).ShouldHaveSingleItem().Lines.ShouldHaveSingleItem();

        line.PayerName.ShouldBe("NAME NAME");
        line.PayerAccount.ShouldBe("NL56AGDH9619008421");
        line.BankReference.ShouldBe("AAAASESS-FP-CN_98765/01");
        line.EndToEndId.ShouldBe("MUELL/FINP/RA12345");
        line.Remittance.ShouldBe("4654654654654654");
        line.TransactionCode.ShouldBe("PMNT-RCDT-BOOK");
    }

    [SkippableFact]
    public void The_files_these_tests_write_are_valid_by_the_schema_of_version_8()
    {
        var schemas = new XmlSchemaSet();
        schemas.Add(null, SharedFiles.Require("reference/camt.053.001.08.xsd"));
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = schemas };
        using var reader = XmlReader.Create(new StringReader(Example(8)), settings);

        Should.NotThrow(() => { while (reader.Read()) { } });
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(10)]
    public void Every_version_gives_the_same_lines(int version)
    {
        var lines = Read(Example(version)).ShouldHaveSingleItem().Lines;

        lines.Select(line => line.Amount.MinorUnits).ShouldBe([100_000, 60_000, 40_000, -2_500]);
        lines[0].PayerName.ShouldBe("Norway, Ministry of Foreign Affairs");
        lines[0].PayerAccount.ShouldBe("NO9386011117947");
        lines[0].Remittance.ShouldBe("PLG-0007 first part");
        lines[0].EndToEndId.ShouldBe("E2E-1");
        lines[1].Part.ShouldBe(1);
        lines[2].Part.ShouldBe(2);
        lines[2].PayerName.ShouldBe("Chile");
        lines[3].PayerName.ShouldBeEmpty();
        lines.ShouldAllBe(line => line.TransactionCode == "PMNT-RCDT-ESCT" && line.Status == LineStatus.Booked);
    }

    [Fact]
    public void Payments_of_a_batch_that_do_not_add_up_to_it_stay_one_line()
    {
        var file = new CamtFile(8);
        var batch = file.Entry(
            "100.00", file.Payment("Norway", "one", "60.00") + file.Payment("Chile", "two", "39.00"));
        var line = Read(file.Statement("0.00", "100.00", batch)).ShouldHaveSingleItem().Lines.ShouldHaveSingleItem();

        line.Amount.ShouldBe(new Amount(10_000, Francs));
        line.Part.ShouldBe(0);
        line.PayerName.ShouldBeEmpty();
        line.Remittance.ShouldBe("one; two");
    }

    [Fact]
    public void A_reversal_keeps_its_side_and_names_the_party_of_the_payment_it_undoes()
    {
        var file = new CamtFile(8);
        var returned = file.Entry("50.00", file.Payment("OHCHR Geneva", "returned"), more: "<RvslInd>true</RvslInd>");
        var line = Read(file.Statement("0.00", "50.00", returned)).ShouldHaveSingleItem().Lines.ShouldHaveSingleItem();

        line.IsReversal.ShouldBeTrue();
        line.Amount.ShouldBe(new Amount(5_000, Francs));
        line.PayerName.ShouldBe("OHCHR");
    }

    [Fact]
    public void Pending_and_informational_entries_are_read_but_do_not_count_towards_the_balance()
    {
        var file = new CamtFile(8);
        string[] entries = [file.Entry("5.00"), file.Entry("7.00", status: "PDNG"), file.Entry("9.00", status: "INFO")];
        var statement = Read(file.Statement("10.00", "15.00", entries)).ShouldHaveSingleItem();

        statement.Lines.Length.ShouldBe(3);
        statement.Booked.ShouldHaveSingleItem().Amount.ShouldBe(new Amount(500, Francs));
    }

    [Fact]
    public void An_instructed_amount_and_charges_are_kept_beside_what_arrived()
    {
        var file = new CamtFile(8);
        const string more = """
            <AmtDtls><InstdAmt><Amt Ccy="NOK">10000.00</Amt></InstdAmt></AmtDtls>
            <Chrgs><Rcrd><Amt Ccy="CHF">7.50</Amt></Rcrd><Rcrd><Amt Ccy="CHF">2.50</Amt></Rcrd></Chrgs>
            """;
        var entry = file.Entry("890.00", file.Payment("Norway", "x", "890.00", more: more));
        var line = Read(file.Statement("0.00", "890.00", entry)).ShouldHaveSingleItem().Lines.ShouldHaveSingleItem();

        line.Original.ShouldBe(new Amount(1_000_000, Currency.Of("NOK")));
        line.Charges.ShouldBe(new Amount(1_000, Francs));
    }

    [Fact]
    public void A_statement_that_does_not_foot_is_refused_with_the_difference()
    {
        var file = new CamtFile(8);
        var problem = Refused(file.Statement("10.00", "15.20", file.Entry("5.00")).ToString()).ShouldHaveSingleItem();

        problem.Message.ShouldBe(
            "statement 'STM-7' of account CH9300762011623852957 to 2026-03-31 does not foot: opening 10.00 CHF and "
            + "1 booked line of 5.00 CHF make 15.00 CHF, "
            + "but the closing balance is 15.20 CHF; the difference is 0.20 CHF");
        problem.Value.ShouldBe("15.20");
        problem.Row.ShouldNotBeNull();
        problem.Column.ShouldBe("Bal");
    }

    [Fact]
    public void One_statement_that_does_not_foot_refuses_the_whole_file() =>
        Refused(new CamtFile(8).Statement("10.00", "10.00").Statement("10.00", "11.00").ToString())
            .ShouldHaveSingleItem();

    [Fact]
    public void A_page_that_opens_or_closes_with_interim_balances_foots_by_them()
    {
        var file = new CamtFile(8);
        var middle = "<Stmt><Id>P2</Id><Acct><Id><IBAN>CH9300762011623852957</IBAN></Id></Acct>"
            + CamtFile.Balance("ITBD", "5.00") + CamtFile.Balance("ITBD", "8.00") + file.Entry("3.00") + "</Stmt>";
        Read(file.Raw(middle)).ShouldHaveSingleItem().Closing.ShouldBe(new Amount(800, Francs));
    }

    [Fact]
    public void Every_damaged_entry_is_named_with_its_row_and_what_it_says()
    {
        var file = new CamtFile(8);
        var text = file.Statement("0.00", "3.00",
            file.Entry("1.00").Replace("CRDT", "UP", StringComparison.Ordinal),
            file.Entry("1.00").Replace("2026-03-30", "2026-02-30", StringComparison.Ordinal),
            file.Entry("1.005"),
            file.Entry("1.00", status: "PERHAPS")).ToString();

        var problems = Refused(text);
        problems.Select(problem => (problem.Column, problem.Value)).ShouldBe(
            [("CdtDbtInd", "UP"), ("BookgDt", "2026-02-30"), ("Amt", "1.005"), ("Sts", "PERHAPS")]);
        problems.Select(problem => problem.Row!.Value).ShouldBeInOrder();
        problems.ShouldAllBe(problem => problem.Remedy.Length > 0 && problem.File == "bank.xml");
    }

    [Theory]
    [InlineData("""<!DOCTYPE Document [<!ENTITY a SYSTEM "file:///etc/passwd">]><Document>&a;</Document>""")]
    [InlineData("""<!DOCTYPE x [<!ENTITY a "aaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><Document>&b;</Document>""")]
    [InlineData("""<?xml version="1.0" encoding="utf-7"?><Document/>""")]
    [InlineData("""<?xml version="1.0" encoding="klingon"?><Document/>""")]
    [InlineData("<Document><BkToCstmrStmt>")]
    [InlineData("")]
    public void Hostile_and_broken_XML_is_a_problem_and_nothing_else(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var problem = Camt053.Read(stream, "../../evil/bank.xml").Problems.ShouldHaveSingleItem();

        problem.Message.ShouldStartWith("the file is not the XML it should be");
        problem.File.ShouldBe("bank.xml");
    }

    [Theory]
    [InlineData("BkToCstmrAcctRpt", "camt.052")]
    [InlineData("BkToCstmrDbtCdtNtfctn", "camt.054")]
    public void The_sister_messages_are_refused_by_name(string element, string name) =>
        Refused($"<Document><{element}/></Document>").First().Message.ShouldContain(name);

    [Fact]
    public void A_message_inside_a_bank_s_envelope_is_found()
    {
        var message = Example(8)[(Example(8).IndexOf("?>", StringComparison.Ordinal) + 2)..];
        Read("<Envelope><Header/>" + message + "</Envelope>").ShouldHaveSingleItem();
    }

    [Fact]
    public void A_statement_without_balances_or_account_says_so()
    {
        var problems = Refused("<Document><BkToCstmrStmt><Stmt><Id>7</Id></Stmt></BkToCstmrStmt></Document>");
        problems.Select(problem => problem.Column).ShouldBe(["Acct", "Bal", "Bal"]);
    }

    [Fact]
    public void Files_read_alike_whatever_their_type_of_reader()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Example(8)));
        Camt053.Read(stream, "bank.xml").Value.Single().Lines.ShouldBe(Read(Example(8)).Single().Lines);
    }

    internal static string Example(int version)
    {
        var file = new CamtFile(version);
        var norway = file.Payment("Norway, Ministry of Foreign Affairs", "PLG-0007 first part", endToEnd: "E2E-1");
        var batch = file.Payment("Finland", "PLG-0008", "600.00") + file.Payment("Chile", "PLG-0009", "400.00");
        return file.Statement("500.00", "2475.00",
            file.Entry("1000.00", norway), file.Entry("1000.00", batch), file.Entry("-25.00")).ToString();
    }

    internal static ImmutableArray<BankStatement> Read(object text) =>
        Camt053.Read(new StringReader(text.ToString()!), "bank.xml").Value;

    static ImmutableArray<Problem> Refused(string text) => Camt053.Read(new StringReader(text), "bank.xml").Problems;
}
