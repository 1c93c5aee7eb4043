using System.Collections.Immutable;
using FundLedger.Money;
using FundLedger.Reports;
using FundLedger.Statements;

namespace FundLedger.Data.Statements;

/// <summary>What each fund's balance was at the end of a year: by the ledger, and by the lines that are being taken over.</summary>
sealed class FundBalances(Ledger ledger)
{
    readonly Dictionary<(string Fund, int Year), Amount> _added = [];

    /// <summary>The balance that the years before left; none where nothing was recorded of the fund before.</summary>
    internal Amount? Before((string Fund, int Year) statement)
    {
        var earlier = _added.Where(one => one.Key.Fund == statement.Fund && one.Key.Year < statement.Year).ToArray();
        var known = ledger.Journal.Known();
        if (known.IsRefused) return null;
        var figures = ledger.Figures.Read(new DateOnly(statement.Year - 1, 12, 31), known.Value, statement.Fund);
        if (earlier.Length == 0 && figures.Rows.Count == 0) return null;
        var recorded = IncomeStatement.Of(figures, [], statement.Year - 1).Closing;
        return earlier.Aggregate(recorded, (sum, one) => sum + one.Value);
    }

    internal void Add((string Fund, int Year) statement, ImmutableArray<StatementLine> lines) =>
        _added[statement] = CompleteStatement.Balance(lines);
}
