using System.Text.RegularExpressions;
using FundLedger.Data.Journal;

namespace FundLedger.Data.Engines;

/// <summary>What a statement says whose values are ?1, ?2, …: which table it writes, and whether it only adds rows.</summary>
sealed partial class StatementText
{
    static readonly Dictionary<string, int> Order = Shapes.All.Select(shape => shape.Table).Prepend("entry")
        .Select((table, i) => (table, i)).ToDictionary(pair => pair.table, pair => pair.i, StringComparer.Ordinal);

    internal StatementText(string sql)
    {
        Sql = sql;
        Width = Placeholder().Matches(sql).Select(match => match.Value).Distinct().Count();
        Table = Target().Match(sql).Groups[1].Value;
        IsPlainInsert = PlainInsert().IsMatch(sql);
    }

    /// <summary>The statement as it was given.</summary>
    internal string Sql { get; }

    /// <summary>The table that is written.</summary>
    internal string Table { get; }

    /// <summary>How many values a row has.</summary>
    internal int Width { get; }

    /// <summary>Whether rows are only added, so that many can be added at once.</summary>
    internal bool IsPlainInsert { get; }

    /// <summary>
    /// When it is written, table by table: entries first, then their records in the order of the shapes, then what follows from them.
    /// </summary>
    internal int Place => Order.GetValueOrDefault(Table, IsPlainInsert ? 1000 : 2000);

    /// <summary>The plain insert for many rows, whose values follow one another.</summary>
    internal string ForRows(int rows)
    {
        var row = $"({string.Join(", ", Enumerable.Repeat("?", Width))})";
        return PlainInsert().Replace(Sql, $"INSERT INTO $1 ($2) VALUES {string.Join(", ", Enumerable.Repeat(row, rows))}");
    }

    /// <summary>The plain insert as PostgreSQL's COPY.</summary>
    internal string AsCopy() => PlainInsert().Replace(Sql, "COPY $1 ($2) FROM STDIN (FORMAT BINARY)");

    /// <summary>INSERT … VALUES (?1, …) and UPDATE … WHERE … with their values taken from PostgreSQL's arrays of one value a row.</summary>
    internal string OverArrays()
    {
        var numbers = Enumerable.Range(1, Width).ToArray();
        var source = $"unnest({string.Join(", ", numbers.Select(i => $"${i}"))})";
        if (Sql.StartsWith("INSERT", StringComparison.Ordinal)) return Values().Replace(Sql, match => $"SELECT * FROM {source}");
        var columns = $" FROM {source} AS v ({string.Join(", ", numbers.Select(i => $"p{i}"))}) WHERE ";
        return Placeholder().Replace(Sql.Replace(" WHERE ", columns, StringComparison.Ordinal), match => "v.p" + match.Value[1..]);
    }

    [GeneratedRegex(@"\?\d+")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^(?:INSERT INTO|UPDATE) (\w+)")]
    private static partial Regex Target();

    [GeneratedRegex(@"^INSERT INTO (\w+) \(([^)]+)\)\s+VALUES \([?\d, ]+\)$")]
    private static partial Regex PlainInsert();

    [GeneratedRegex(@"VALUES \([?\d, ]+\)")]
    private static partial Regex Values();
}
