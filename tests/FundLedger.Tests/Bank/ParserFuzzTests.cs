using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using CsCheck;
using FundLedger.Bank;
using FundLedger.Checks;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Bank;

/// <summary>Damaged files give statements that foot or problems with a place, never an exception, and soon.</summary>
public class ParserFuzzTests
{
    static readonly string[] Pieces =
    [
        ":20:", ":61:", ":86:", ":62F:", ":60F:", "\n-\n", "-}", "{4:", "?20", "?32", "//", "/NAME/", "/REMI/", "EREF+",
        "</Ntry>", "<Ntry>", "<TxDtls>", "<Amt Ccy=\"EUR\">", "<!DOCTYPE a>", "&#0;", "<![CDATA[", "]]>", "<!--", "\"",
        "99999999999999999999", "-1", "0", "2026-02-30", "EUR", "\uD800", "\uFFFF", "\0", "ÿ", "\r", "\n",
        "\t", ",", ".", ";",
    ];

    static readonly CsvProfile Profile = CsvProfile.Parse(new StringReader("""
        delimiter = ;
        account = 1
        currency = USD
        booked = day
        amount = amount
        balance = balance
        remittance = text
        """), "p").Value;

    static readonly string Csv =
        "day;amount;balance;text\n2026-04-01;10.00;10.00;\"a;b\"\n2026-04-02;-1,000.50;-990.50;c\n";

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    public void Damaged_camt_files(int version) => Damage(Camt053Tests.Example(version));

    [Fact]
    public void Damaged_MT940_files() => Damage(Mt940Tests.Message("EUR", """
        :61:2604020402CR1250,00N166NONREF//X1
        :86:166?00SEPA-GUTSCHRIFT?109301?20EREF+PLG-0012?21SVWZ+Beitrag?32NAME
        :61:2604020402D1000,00FTRFNONREF//9930402TO1234567
        /OCMT/NOK12000,00/CHGS/CHF6,50/
        :86:/EREF/1309101116-0000001/ORDP//NAME/Finland/REMI/Inv. 1 - 22.724,00
        """, "250,00"));

    [Fact]
    public void Damaged_CSV_files() => Damage(Csv);

    [Fact]
    public void Damaged_CSV_profiles() => Gen.Int.Sample(seed =>
    {
        var damaged = Damaged("date-format = dd.MM.yyyy\nbooked = a\nskip = 2\n", seed);
        CsvProfile.Parse(new StringReader(damaged), "p").IsRefused.ShouldBeTrue();
    });

    [SkippableTheory]
    [InlineData("camt053.v2.multi.statement.xml")]
    [InlineData("camt053.v8.xml")]
    [InlineData("mt940.sta")]
    [InlineData("postfinance.sta")]
    public void Damaged_samples(string name) => Damage(File.ReadAllText(SharedFiles.Require("reference/bank/" + name)));

    [Fact]
    public void Very_long_and_very_deep_files_take_bounded_time()
    {
        var clock = Stopwatch.StartNew();
        string[] texts =
        [
            Repeat("<a>", 200_000),
            "<Document><BkToCstmrStmt><Stmt>" + Repeat("<Ntry>", 100_000),
            Mt940Tests.Message("EUR", ":61:260402C1,NTRF\n:86:166?00" + Repeat("?", 2_000_000), "1,00"),
            Mt940Tests.Message("EUR", ":61:260402C1,NTRF\n:86:166?00" + Repeat("?20xyz", 400_000), "1,00"),
            Mt940Tests.Message("EUR", ":61:260402C1,NTRF\n:86:/NAME/" + Repeat("/NAME/EREF+", 200_000), "1,00"),
            Mt940Tests.Message("EUR", ":61:260402C1,NTRF\n:86:" + Repeat("x\n", 500_000), "1,00"),
            Mt940Tests.Message("EUR", ":61:260402C" + Repeat("1", 1_000_000), "1,00"),
            Repeat(":20:\n", 200_000),
            Csv + "2026-04-03;\"" + Repeat("\"", 1_000_001),
            Csv + Repeat("2026-04-03;;;;;;;\n", 100_000),
        ];
        foreach (var text in texts) ReadAll(Encoding.UTF8.GetBytes(text));
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
    }

    static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    static void Damage(string sample)
    {
        var clock = Stopwatch.StartNew();
        Gen.Int.Sample(seed => ReadAll(Bytes(Damaged(sample, seed), seed)), iter: 1_000);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(120));
    }

    static string Damaged(string text, int seed)
    {
        var random = new Random(seed);
        var damaged = new StringBuilder(text);
        for (var times = random.Next(1, 8); times > 0 && damaged.Length > 0; times--)
        {
            var at = random.Next(damaged.Length);
            var length = Math.Min(random.Next(1, 30), damaged.Length - at);
            switch (random.Next(5))
            {
                case 0:
                    damaged.Remove(at, length);
                    break;
                case 1:
                    damaged.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 2:
                    damaged[at] = (char)random.Next(0x250);
                    break;
                case 3:
                    damaged.Insert(random.Next(damaged.Length), damaged.ToString(at, length));
                    break;
                default:
                    damaged.Length = at;
                    break;
            }
        }

        return damaged.ToString();
    }

    // Now and then in another encoding, or with bytes that are none.
    static byte[] Bytes(string text, int seed) => (seed & 7) switch
    {
        0 => Encoding.Latin1.GetBytes(text),
        1 => Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(text)).ToArray(),
        2 => [.. Encoding.UTF8.GetBytes(text), 0xC3, 0xFF],
        _ => Encoding.UTF8.GetBytes(text),
    };

    static void ReadAll(byte[] bytes)
    {
        Check(Camt053.Read(new MemoryStream(bytes), "a.xml"));
        Check(Mt940.Read(new MemoryStream(bytes), "a.sta"));
        Check(CsvStatement.Read(new MemoryStream(bytes), "a.csv", Profile));
        Check(StatementFile.Read(new MemoryStream(bytes), "a.txt", Profile));
    }

    static void Check(Outcome<ImmutableArray<BankStatement>> outcome)
    {
        if (outcome.IsRefused)
        {
            outcome.Problems.Length.ShouldBeInRange(1, 100);
            foreach (var problem in outcome.Problems)
            {
                problem.File.ShouldStartWith("a.");
                problem.Message.Length.ShouldBeInRange(1, 600);
                problem.Remedy.ShouldNotBeEmpty();
                (problem.Value ?? "").Length.ShouldBeLessThanOrEqualTo(81);
            }

            return;
        }

        foreach (var statement in outcome.Value)
        {
            if (statement.Opening is { } opening)
                (opening.MinorUnits + statement.Booked.Sum(line => line.Amount.MinorUnits))
                    .ShouldBe(statement.Closing!.Value.MinorUnits);
            statement.Booked.DistinctBy(line => (line.Key, line.Occurrence)).Count().ShouldBe(statement.Booked.Count());
        }
    }
}
