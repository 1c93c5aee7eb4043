using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FundLedger.Bank;
using FundLedger.Bank.Matching;
using FundLedger.Tests.Bank.Matching;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Bank;

public class BankCultureTests
{
    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    public void Statements_problems_and_proposals_are_the_same_in_every_culture(string culture) =>
        In(culture).ShouldBe(In(""));

    static string In(string culture)
    {
        var text = "";
        var thread = new Thread(() => text = Everything()) { CurrentCulture = CultureInfo.GetCultureInfo(culture) };
        thread.Start();
        thread.Join();
        return text;
    }

    static string Everything()
    {
        var all = new StringBuilder();
        var camt = Camt053Tests.Example(8);
        var mt940 = Mt940Tests.Message("EUR", ":61:260402C1234,5NTRFNONREF\n:86:istanbul I\u0131", "1234,50");
        Write(all, Camt053.Read(new StringReader(camt), "a"));
        Write(all, Camt053.Read(new StringReader(camt.Replace("500.00", "501.00", StringComparison.Ordinal)), "a"));
        Write(all, Mt940.Read(new StringReader(mt940), "a"));
        Write(all, Mt940.Read(new StringReader(mt940.Replace("260402", "269902", StringComparison.Ordinal)), "a"));
        var generated = new GeneratedPayments(7);
        var (open, lines) = generated.Year(0);
        foreach (var match in new Matcher(open, generated.Payers, generated.Names, generated.Rates, new MatchSettings())
            .Propose([.. lines.Select(line => line.Line)]))
            all.AppendJoin('\n', match.Proposals.SelectMany(proposal => proposal.Reasons).Select(reason => reason.Text))
                .AppendJoin('\n', match.Doubts);
        return all.ToString();
    }

    static void Write(StringBuilder all, Checks.Outcome<ImmutableArray<BankStatement>> outcome)
    {
        foreach (var problem in outcome.Problems) all.AppendLine(problem.Message);
        if (outcome.IsRefused) return;
        foreach (var line in outcome.Value.SelectMany(statement => statement.Lines))
            all.Append(line.Key).Append(line.Amount.ToPlainText()).AppendLine(line.Remittance);
    }
}
