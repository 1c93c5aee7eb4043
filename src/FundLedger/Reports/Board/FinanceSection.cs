using FundLedger.Money;
using FundLedger.Statements;

namespace FundLedger.Reports.Board;

/// <summary>Table 1 with what it says.</summary>
static class FinanceSection
{
    internal static void Write(BoardFacts facts, BoardDraft draft)
    {
        draft.Section("finance");
        draft.Paragraphs("finance", StatementWords.Paragraphs(facts));
        if (!facts.Statement.IsEmpty || !facts.Before.IsEmpty) draft.Numbered(StatementTable.Of(facts));
        foreach (var part in facts.IsOne ? [facts] : facts.Each.Append(facts)) Agree(part, draft);
    }

    /// <summary>What ties the statement to the journal, fund by fund.</summary>
    static void Agree(BoardFacts facts, BoardDraft draft)
    {
        var statement = facts.Statement;
        var table = facts.Say("agree.statement", ("funds", string.Join(", ", facts.Funds.Select(fund => fund.Code))));
        void Same(string what, Amount stated, string with, Amount other) =>
            draft.Agree(table, facts.Say(what), stated, facts.Say(with), other);
        Same("statement.closing", statement.Closing, "agree.assets", IncomeStatement.Assets(facts.Sums, facts.Year));
        Same("statement.opening", statement.Opening, "agree.closing-before", facts.Before.Closing);
        Same("statement.contributions", statement.Contributions, "agree.recognized",
            facts.Of(facts.Year).Contributions);
        foreach (var (year, figures) in new[] { (facts.Year, statement), (facts.Year - 1, facts.Before) })
        {
            Same("statement.interest", figures.Interest, "agree.lines", Lines(facts, year, StatementClass.Interest));
            Same("statement.miscellaneous", figures.Miscellaneous, "agree.lines",
                Lines(facts, year, StatementClass.Miscellaneous));
            Same("statement.total-direct", figures.Direct, "agree.lines",
                Lines(facts, year, StatementClass.Expenditure));
            Same("statement.support-costs", figures.SupportCosts, "agree.lines",
                Lines(facts, year, StatementClass.SupportCosts));
            Same("statement.adjustments", figures.Adjustments, "agree.lines",
                Lines(facts, year, StatementClass.Adjustment));
            Same("statement.transfers", figures.Transfers, "agree.lines", Lines(facts, year, StatementClass.Transfer));
        }
    }

    static Amount Lines(BoardFacts facts, int year, StatementClass which) =>
        DonorRows.Sum(facts.Lines.Where(line => line.Year == year && line.Class == which).Select(line => line.Usd));
}
