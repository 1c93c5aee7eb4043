using System.Globalization;
using System.Text;

namespace FundLedger.Reference;

/// <summary>A table of the folder <c>data</c> as it travels inside the program.</summary>
public static class ReferenceTable
{
    public static IEnumerable<ReferenceRow> Read(string file)
    {
        using var stream = typeof(ReferenceTable).Assembly.GetManifestResourceStream(file)
            ?? throw new ArgumentException($"There is no reference table {file}.", nameof(file));
        using var reader = new StreamReader(stream);
        var columns = Split(reader.ReadLine() ?? "");
        var line = 1;
        while (reader.ReadLine() is { Length: > 0 } text)
        {
            line++;
            var values = Split(text);
            if (values.Count != columns.Count)
                throw new InvalidDataException($"{file}:{line} has {values.Count} values for {columns.Count} columns.");
            yield return new ReferenceRow(columns, values);
        }
    }

    /// <summary>Splits a line at its commas; a value in quotes may hold commas, and quotes written twice.</summary>
    public static IReadOnlyList<string> Split(string line)
    {
        var values = new List<string>();
        var value = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"') value.Append(line[i++]);
            else if (line[i] == '"') quoted = !quoted;
            else if (line[i] == ',' && !quoted)
            {
                values.Add(value.ToString());
                value.Clear();
            }
            else value.Append(line[i]);
        }

        values.Add(value.ToString());
        return values;
    }
}

/// <summary>A line of a reference table, asked by column.</summary>
public sealed class ReferenceRow(IReadOnlyList<string> columns, IReadOnlyList<string> values)
{
    public string this[string column]
    {
        get
        {
            for (var i = 0; i < columns.Count; i++)
            {
                if (columns[i] == column) return values[i];
            }

            throw new ArgumentException($"There is no column {column}.", nameof(column));
        }
    }

    /// <summary>A day, or the first day of a year where only the year is known; none where the cell is empty.</summary>
    public DateOnly? Day(string column) => this[column] switch
    {
        "" => null,
        { Length: 4 } year => new DateOnly(int.Parse(year, CultureInfo.InvariantCulture), 1, 1),
        var day => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}
