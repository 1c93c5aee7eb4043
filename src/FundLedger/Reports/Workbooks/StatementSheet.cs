using FundLedger.Reports.Board;

namespace FundLedger.Reports.Workbooks;

/// <summary>Table 1 as the Board's report prints it, with its sums as formulas.</summary>
static class StatementSheet
{
    internal static Sheet Of(BoardFacts facts) =>
        new(facts.Say("sheet.statement"), StatementTable.Of(facts)) { Lines = DonorWorkbook.Lines(facts) };
}
