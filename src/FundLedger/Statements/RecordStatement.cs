using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Journal;
using FundLedger.Money;

namespace FundLedger.Statements;

/// <summary>Takes over what the finance system says was spent and earned, as one entry a fund and year.</summary>
public static class RecordStatement
{
    public static Outcome<EntryDraft> Decide(string fund, int year, ImmutableArray<StatementLine> lines)
    {
        if (lines.FirstOrDefault(line => line.Usd.IsNegative && line.Class is StatementClass.Expenditure or StatementClass.SupportCosts)
            is { } odd)
            return new Problem($"{odd.Label} of {fund} {year} is {odd.Usd}",
                "write expenditure as a positive amount; give a correction its own line of class adjustment")
            { Column = "amount" };
        return new EntryDraft(EntryKind.Statement, new DateOnly(year, 12, 31), $"Income and expenditure of {fund} in {year}")
        {
            Postings = [.. lines.Where(line => !line.Usd.IsZero && line.Class != StatementClass.StatedOpening)
                .SelectMany(Postings)],
            Records = [.. lines],
        };
    }

    static IEnumerable<Posting> Postings(StatementLine line)
    {
        var usd = line.Class is StatementClass.Expenditure or StatementClass.SupportCosts ? line.Usd : -line.Usd;
        yield return new Posting(AccountOf(line.Class), Movement.Stated, line.Fund, "", usd, usd);
        yield return new Posting(Account.Pool, Movement.Stated, line.Fund, "", -usd, -usd);
    }

    static Account AccountOf(StatementClass statementClass) => statementClass switch
    {
        StatementClass.OpeningBalance => Account.FundBalance,
        StatementClass.Interest => Account.Interest,
        StatementClass.Miscellaneous => Account.Miscellaneous,
        StatementClass.Expenditure => Account.Expenditure,
        StatementClass.SupportCosts => Account.SupportCosts,
        StatementClass.Adjustment => Account.Adjustments,
        StatementClass.Transfer => Account.Transfers,
        _ => throw new ArgumentOutOfRangeException(nameof(statementClass)),
    };
}
