using System.Collections.Immutable;
using FundLedger.Bank;
using FundLedger.Data;
using FundLedger.Data.Bank;
using FundLedger.Money;
using FundLedger.Pledges;
using FundLedger.Tests.Bank;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Data.Bank;

/// <summary>A ledger with signed pledges of Norway in francs, and statements of one account written for each test.</summary>
sealed class BankLedger : IDisposable
{
    readonly TestLedger _test = new();
    readonly string _folder = Directory.CreateTempSubdirectory("fundledger-").FullName;

    public Ledger Ledger => _test.Ledger;

    public TestLedger Test => _test;

    public static Amount Francs(decimal whole) => new(decimal.ToInt64(whole * 100), Currency.Of("CHF"));

    public BankLedger Pledge(string reference, Amount amount, int instalments = 1, Rung rung = Rung.Signed, string donor = "NOR", string fund = "VFTC")
    {
        Ledger.Pledges.Add(new NewPledge(donor, fund, Day("2026-01-10"), amount)
        {
            Reference = reference,
            Status = rung,
            Plan = new InstalmentPlan { Count = instalments, First = Day("2026-03-31"), MonthsApart = 1 },
        }, Clerk).ShouldBeDone();
        return this;
    }

    /// <summary>Imports a camt.053 statement that opens at 100 francs and holds these lines.</summary>
    public BankImported Import(string name, params (string Amount, string Payer, string Text)[] lines)
    {
        var file = new CamtFile(8);
        var closing = 100m + lines.Sum(line => decimal.Parse(line.Amount, System.Globalization.CultureInfo.InvariantCulture));
        file.Statement("100.00", closing.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture),
            [.. lines.Select(line => file.Entry(line.Amount, file.Payment(line.Payer, line.Text)))]);
        return Import(name, file.ToString());
    }

    public BankImported Import(string name, string content) =>
        Ledger.Bank.Import(Write(name, content), new BankImportOptions(), Clerk).ShouldBeDone();

    public string Write(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    /// <summary>The lines that nothing explains, by name.</summary>
    public ImmutableArray<BankLineId> Unexplained => [.. Ledger.Matches.Candidates().Select(found => found.Line.Id)];

    public Amount Outstanding(string pledge) => Ledger.Pledges.Find(pledge).Value.Outstanding;

    public void ShouldVerify()
    {
        foreach (var check in Ledger.Checks.Run())
            if (!check.Problems.IsEmpty) throw new InvalidOperationException($"{check.Name}: {check.Problems[0].Message}");
    }

    public void Dispose()
    {
        _test.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
