using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using FundLedger.Donors;
using FundLedger.Pledges;
using FundLedger.Reporting.Exports;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Data.Reports;

public class IatiStoreTests
{
    static TestLedger WithEverything()
    {
        var test = new TestLedger();
        var ledger = test.Ledger;
        ledger.Promise("P-ANN", "2025-01-05", Euro(7), Rung.Announced);
        ledger.Promise("P-1", "2025-01-10", Euro(1000), Rung.Pledged);
        ledger.Pledges.Climb("P-1", Rung.Signed, Day("2025-02-01"), null, Clerk).ShouldBeDone();
        ledger.Promise("P-2", "2025-02-10", Euro(500));
        ledger.Pledges.Amend("P-2", Euro(600), null, Day("2025-03-10"), "raised", Clerk).ShouldBeDone();
        ledger.Pay("R-1", "2025-03-10", Euro(400), "P-1");
        ledger.Pay("R-2", "2025-07-01", Euro(88));
        ledger.Payments.Refund("R-2", Euro(8), Day("2025-08-01"), "too much", Clerk).ShouldBeDone();
        ledger.Pay("R-3", "2025-09-01", Euro(5));
        ledger.Payments.Reverse("R-3", Day("2025-09-02"), "twice", Clerk).ShouldBeDone();
        ledger.Statements.Import(test.File("s.csv", "fund,year,class,amount\nVFTC,2025,Travel & <visits>,20.00\n"), Clerk).ShouldBeDone();
        return test;
    }

    static byte[] Export(TestLedger test, string? fund = null)
    {
        using var stream = new MemoryStream();
        IatiWriter.Write(test.Ledger.Iati.Read(fund, Day("2025-12-31"), test.Ledger.Journal.Known().Value).ShouldBeDone(), stream);
        return stream.ToArray();
    }

    static string[] Transactions(byte[] xml) => [.. XDocument.Load(new MemoryStream(xml)).Descendants("transaction").Select(one =>
        string.Join(' ', one.Element("transaction-type")!.Attribute("code")!.Value, one.Element("transaction-date")!.Attribute("iso-date")!.Value,
            one.Element("value")!.Attribute("currency")!.Value, one.Element("value")!.Value))];

    [SkippableFact]
    public void The_file_is_valid_by_the_schema_of_the_standard()
    {
        var schema = SharedFiles.Require("iati/iati-activities-schema.xsd");
        var schemas = new XmlSchemaSet { XmlResolver = new FolderResolver(Path.GetDirectoryName(Path.GetFullPath(schema))!) };
        schemas.Add(null, new Uri(Path.GetFullPath(schema)).AbsoluteUri);
        schemas.Compile();
        using var test = WithEverything();
        test.Ledger.Donors.Add([new Donor("PERSON", "Somebody Private", DonorKind.Individual)], Clerk).ShouldBeDone();
        test.Ledger.Payments.Add(new FundLedger.Payments.NewPayment("PERSON", "UPR-P", Day("2025-07-01"), Euro(88)), [], Clerk).ShouldBeDone();

        var problems = new List<string>();
        XDocument.Load(new MemoryStream(Export(test))).Validate(schemas, (_, problem) => problems.Add(problem.Message));
        problems.ShouldBeEmpty();
        System.Text.Encoding.UTF8.GetString(Export(test)).ShouldNotContain("Somebody Private");

        // The test would see a file that is not valid.
        var odd = XDocument.Load(new MemoryStream(Export(test)));
        odd.Descendants("value").First().Attribute("value-date")!.Remove();
        odd.Validate(schemas, (_, problem) => problems.Add(problem.Message));
        problems.Count.ShouldBe(1);
    }

    [Fact]
    public void Pledges_agreements_receipts_and_expenditure_are_transactions_in_original_currency()
    {
        using var test = WithEverything();
        Transactions(Export(test)).ShouldBe(
        [
            "13 2025-01-10 EUR 1000.00", "11 2025-02-01 EUR 1000.00", "11 2025-02-10 EUR 500.00", "11 2025-03-10 EUR 100.00",
            "1 2025-03-10 EUR 400.00", "1 2025-07-01 EUR 88.00", "1 2025-08-01 EUR -8.00", "1 2025-09-01 EUR 5.00", "1 2025-09-02 EUR -5.00",
            "4 2025-12-31 USD 20.00", "4 2025-12-31 USD 2.60",
        ]);
    }

    [Fact]
    public void The_same_ledger_gives_the_same_bytes_with_plain_line_ends()
    {
        using var test = WithEverything();
        var first = Export(test);
        first.ShouldNotContain((byte)'\r');
        first.ShouldBe(Export(test));
        var text = System.Text.Encoding.UTF8.GetString(first);
        text.ShouldContain("crs-channel-code=\"41137\"");
        text.ShouldContain("<iati-identifier>XM-DAC-41313-VFTC</iati-identifier>");
    }

    [Fact]
    public void An_empty_ledger_has_nothing_to_publish()
    {
        using var test = new TestLedger();
        test.Ledger.Iati.Read(null, Day("2025-12-31"), test.Ledger.Journal.Known().Value).ShouldBeRefused();
    }

    /// <summary>Finds what the schema refers to in its own folder and nowhere else.</summary>
    sealed class FolderResolver(string folder) : XmlUrlResolver
    {
        public override object? GetEntity(Uri absoluteUri, string? role, Type? ofObjectToReturn)
        {
            var file = Path.Combine(folder, Path.GetFileName(absoluteUri.LocalPath));
            return File.Exists(file) ? File.OpenRead(file) : throw new FileNotFoundException(file);
        }
    }
}
