using System.Collections.Immutable;
using FundLedger.Money;

namespace FundLedger.Reports.Board;

/// <summary>
/// Table 1, statement of income and expenditure: one fund with the year before beside it, or several funds side by side
/// with their total and the year before.
/// </summary>
static class StatementTable
{
    internal static Table Of(BoardFacts facts)
    {
        var columns = ColumnsOf(facts);
        var statements = columns.Select(column => column.Statement).ToImmutableArray();
        return new Table("statement", facts.Say("statement.title"),
            [
                new Column("line", "", ColumnKind.Text, facts.IsOne ? 3.4 : 2.6),
                .. columns.Select(column =>
                    new Column(column.Key, column.Heading, ColumnKind.WholeDollars) { Summed = true }),
            ],
            [.. Income(facts, statements), .. Expenditure(facts, statements), .. Balance(facts, statements)])
        {
            Unit = facts.Say("unit.dollars"),
            Notes = [facts.Say("statement.note"), facts.Say("note.rounding")],
        };
    }

    static List<(string Key, string Heading, IncomeStatement Statement)> ColumnsOf(BoardFacts facts)
    {
        var columns = new List<(string, string, IncomeStatement)>();
        if (!facts.IsOne)
            columns.AddRange(facts.Each.Select(fund =>
                (KeyOf(fund.Funds[0].Code), fund.Funds[0].Code, fund.Statement)));
        columns.Add(("year", facts.Say(facts.IsOne ? "column.year" : "column.year-total"), facts.Statement));
        columns.Add(("previous", facts.Say(facts.IsOne ? "column.previous" : "column.previous-total"), facts.Before));
        return columns;
    }

    /// <summary>A fund's code as the key of a column.</summary>
    internal static string KeyOf(string code) => code.ToLowerInvariant().Replace('-', '_');

    static IEnumerable<Row> Income(BoardFacts facts, ImmutableArray<IncomeStatement> statements)
    {
        yield return new Row(RowKind.Group, [facts.Say("statement.income")]);
        yield return Line(facts.Say("statement.contributions"), statements, statement => statement.Contributions);
        yield return Line(facts.Say("statement.exchange"), statements, statement => statement.Exchange);
        yield return Line(facts.Say("statement.interest"), statements, statement => statement.Interest);
        yield return Line(facts.Say("statement.miscellaneous"), statements, statement => statement.Miscellaneous);
        yield return Line(facts.Say("statement.total-income"), statements, statement => statement.Income,
            RowKind.Subtotal);
    }

    static IEnumerable<Row> Expenditure(BoardFacts facts, ImmutableArray<IncomeStatement> statements)
    {
        yield return new Row(RowKind.Group, [facts.Say("statement.expenditure")]);
        var labels = statements.SelectMany(statement => statement.Classes.Select(line => line.Label))
            .Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        foreach (var label in labels)
            yield return Line(Capital(label), statements, statement => ClassOf(statement, label));
        if (statements.Any(statement => !statement.BankCharges.IsZero))
            yield return Line(facts.Say("statement.bank-charges"), statements, statement => statement.BankCharges);
        if (labels.Length > 0)
            yield return Line(facts.Say("statement.total-direct"), statements,
                statement => statement.Direct + statement.BankCharges, RowKind.Subtotal);
        yield return Line(facts.Say("statement.support-costs"), statements, statement => statement.SupportCosts);
        yield return Line(facts.Say("statement.total-expenditure"), statements, statement => statement.Expenditure,
            RowKind.Subtotal);
    }

    static IEnumerable<Row> Balance(BoardFacts facts, ImmutableArray<IncomeStatement> statements)
    {
        yield return new Row(RowKind.Group, [facts.Say("statement.balance")]);
        yield return Line(facts.Say("statement.net"), statements, statement => statement.Net);
        yield return Line(facts.Say("statement.opening"), statements, statement => statement.Opening);
        if (statements.Any(statement => !statement.BroughtIn.IsZero))
            yield return Line(facts.Say("statement.brought-in"), statements, statement => statement.BroughtIn);
        yield return Line(facts.Say("statement.adjustments"), statements, statement => statement.Adjustments);
        if (statements.Any(statement => !statement.Transfers.IsZero))
            yield return Line(facts.Say("statement.transfers"), statements, statement => statement.Transfers);
        yield return Line(facts.Say("statement.write-offs"), statements, statement => -statement.WriteOffs);
        yield return Line(facts.Say("statement.closing"), statements, statement => statement.Closing, RowKind.Subtotal);
    }

    static Row Line(
        string label, ImmutableArray<IncomeStatement> statements, Func<IncomeStatement, Amount> figure,
        RowKind kind = RowKind.Detail) =>
        new(kind, [label, .. statements.Select(statement => (Cell)figure(statement))]);

    static Amount ClassOf(IncomeStatement statement, string label) =>
        DonorRows.Sum(statement.Classes
            .Where(line => line.Label.Equals(label, StringComparison.OrdinalIgnoreCase)).Select(line => line.Usd));

    static string Capital(string label) => label.Length == 0 ? label : char.ToUpperInvariant(label[0]) + label[1..];
}
