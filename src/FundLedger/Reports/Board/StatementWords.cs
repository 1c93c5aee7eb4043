using FundLedger.Statements;

namespace FundLedger.Reports.Board;

/// <summary>Income, expenditure and balance, in sentences.</summary>
static class StatementWords
{
    const int Whole = 10_000;

    internal static string Balance(BoardFacts facts)
    {
        var statement = facts.Statement;
        if (statement.IsEmpty) return facts.Say("balance.none");
        return facts.Say(statement.HasExpenditure ? "balance.full" : "balance.income",
            ("income", facts.Dollars(statement.Income)), ("expenditure", facts.Dollars(statement.Expenditure)),
            ("closing", facts.Dollars(statement.Closing)), ("opening", facts.Dollars(statement.Opening)));
    }

    /// <summary>What Table 1 says, and what it does not.</summary>
    internal static IEnumerable<string> Paragraphs(BoardFacts facts)
    {
        var statement = facts.Statement;
        if (statement.IsEmpty && facts.Before.IsEmpty)
        {
            yield return facts.Say("finance.none");
            yield break;
        }

        yield return facts.Say("finance.table", ("income", facts.Dollars(statement.Income)),
            ("contributions", facts.Dollars(statement.Contributions)));
        if (!statement.Exchange.IsZero)
            yield return facts.Say(statement.Exchange.IsNegative ? "finance.loss" : "finance.gain",
                ("amount", facts.Dollars(statement.Exchange.IsNegative ? -statement.Exchange : statement.Exchange)));
        yield return statement.HasExpenditure ? Expenditure(facts) : facts.Say("finance.unstated");
        if (!statement.WriteOffs.IsZero)
            yield return facts.Say("finance.written-off", ("amount", facts.Dollars(statement.WriteOffs)));
        if (!statement.BroughtIn.IsZero)
            yield return facts.Say("finance.brought-in", ("amount", facts.Dollars(statement.BroughtIn)));
        yield return facts.Say("finance.balance",
            ("closing", facts.Dollars(statement.Closing)), ("opening", facts.Dollars(statement.Opening)));
        if (StatedOpening(facts) is { } stated && stated != statement.Opening)
            yield return facts.Say("finance.opening-differs",
                ("stated", facts.Dollars(stated)), ("opening", facts.Dollars(statement.Opening)));
        if (Reserve(facts) is { } reserve) yield return reserve;
    }

    /// <summary>The opening balance of the year that the finance system states; none where it states none.</summary>
    static Money.Amount? StatedOpening(BoardFacts facts)
    {
        var stated = facts.Lines.Where(line => line.Year == facts.Year && line.Class == StatementClass.StatedOpening).ToArray();
        return stated.Length == 0 ? null : DonorRows.Sum(stated.Select(line => line.Usd));
    }

    /// <summary>The operating cash reserve: a share of what is planned to be spent, rounded half up to the cent for each fund.</summary>
    static string? Reserve(BoardFacts facts)
    {
        var planned = facts.Funds.Where(fund => facts.PlanOf(fund) is not null).ToArray();
        if (planned.Length == 0) return null;
        var plan = DonorRows.Sum(planned.Select(fund => facts.PlanOf(fund)!.Value));
        var reserve = DonorRows.Sum(planned.Select(fund => facts.PlanOf(fund)!.Value.Share(fund.ReserveRate, Whole)));
        return facts.Say(facts.Statement.Closing < reserve ? "finance.reserve.below" : "finance.reserve",
            ("plan", facts.Dollars(plan)), ("reserve", facts.Dollars(reserve)), ("share", facts.Share(reserve, plan)),
            ("closing", facts.Dollars(facts.Statement.Closing)));
    }

    static string Expenditure(BoardFacts facts)
    {
        var (statement, direct) = (facts.Statement, facts.Statement.Direct + facts.Statement.BankCharges);
        var text = facts.Say("finance.expenditure", ("expenditure", facts.Dollars(statement.Expenditure)));
        if (statement.SupportCosts.IsZero || !direct.IsPositive) return text;
        var costs = facts.Say("finance.support-costs",
            ("amount", facts.Dollars(statement.SupportCosts)), ("share", facts.Share(statement.SupportCosts, direct)));
        return Rate(facts) is { } rate ? $"{text} {costs} {rate}" : $"{text} {costs}";
    }

    /// <summary>The rate that applies, where it is one for all the funds.</summary>
    static string? Rate(BoardFacts facts)
    {
        var rates = facts.Funds.Select(fund => fund.SupportCostRate).Distinct().ToArray();
        return rates is [> 0 and var rate]
            ? facts.Say("finance.support-rate", ("rate", facts.Phrases.Figures.Percent(PerMille(rate))))
            : null;
    }

    static long PerMille(int hundredthsOfPercent) => Money.Rounding.HalfAwayFromZero(hundredthsOfPercent, 10);
}
