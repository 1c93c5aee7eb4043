using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Money;

namespace FundLedger.Statements;

/// <summary>A line of the finance system's file, with the rate of support costs that it or its agreement names.</summary>
public sealed record StatedLine(StatementLine Line, int? SupportRate);

/// <summary>The lines of a fund and year as they are recorded, and what was found odd in them.</summary>
public sealed record CompletedStatement(ImmutableArray<StatementLine> Lines, ImmutableArray<string> Findings);

/// <summary>
/// Completes what the finance system says: support costs that are missing are computed, those that are given are checked;
/// an opening balance that the ledger knows better is compared and not posted again.
/// </summary>
public static class CompleteStatement
{
    /// <summary>Transfers between the funds come to nothing, year by year; the problem where they do not.</summary>
    public static Problem? Objection(IEnumerable<StatementLine> file)
    {
        foreach (var year in file.Where(line => line.Class == StatementClass.Transfer).GroupBy(line => line.Year))
        {
            var net = Sum(year);
            if (!net.IsZero)
                return new Problem($"the transfers of {year.Key} come to {net} over all funds",
                    "give both sides of each transfer, the giving fund's below zero; money from elsewhere is an adjustment")
                { Column = "amount" };
        }

        return null;
    }

    /// <param name="lines">The lines of one fund and year.</param>
    /// <param name="rate">The fund's rate of support costs in hundredths of a per cent.</param>
    /// <param name="closing">The balance that the year before left; none where the ledger has nothing before.</param>
    public static CompletedStatement Of(ImmutableArray<StatedLine> lines, int rate, Amount? closing)
    {
        var findings = ImmutableArray.CreateBuilder<string>();
        var (fund, year) = (lines[0].Line.Fund, lines[0].Line.Year);
        var completed = lines.Select(stated => Opening(stated.Line, closing)).ToImmutableArray();
        var openings = completed.Where(line => line.Class == StatementClass.StatedOpening).ToArray();
        if (openings.Length > 0 && closing is { } before && Sum(openings) != before)
            findings.Add($"{fund} {year} opens with {Sum(openings)}, but the ledger closed {year - 1} with {before}");
        var expenditure = lines.Where(stated => stated.Line.Class == StatementClass.Expenditure).ToArray();
        var due = SupportCosts.On(expenditure.Select(stated => (stated.Line.Usd, stated.SupportRate ?? rate)));
        var given = completed.Where(line => line.Class == StatementClass.SupportCosts).ToArray();
        if (given.Length == 0 && !due.IsZero)
            completed = completed.Add(new StatementLine(fund, year, StatementClass.SupportCosts, "support-costs", due,
                "computed on expenditure"));
        else if (given.Length > 0 && Difference(Sum(given), due) > SupportCosts.Tolerance)
            findings.Add($"support costs of {fund} {year} are given as {Sum(given)}, but the rates on expenditure come to {due}");
        return new CompletedStatement(completed, findings.ToImmutable());
    }

    /// <summary>What the lines add to the balance of a fund.</summary>
    public static Amount Balance(IEnumerable<StatementLine> lines) => lines.Aggregate(Amount.Usd(0), (sum, line) => line.Class switch
    {
        StatementClass.StatedOpening => sum,
        StatementClass.Expenditure or StatementClass.SupportCosts => sum - line.Usd,
        _ => sum + line.Usd,
    });

    static StatementLine Opening(StatementLine line, Amount? closing) =>
        line.Class == StatementClass.OpeningBalance && closing is not null ? line with { Class = StatementClass.StatedOpening } : line;

    static Amount Difference(Amount a, Amount b) => a > b ? a - b : b - a;

    static Amount Sum(IEnumerable<StatementLine> lines) => lines.Aggregate(Amount.Usd(0), (sum, line) => sum + line.Usd);
}
