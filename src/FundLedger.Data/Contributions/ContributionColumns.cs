using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Data.Files;

namespace FundLedger.Data.Contributions;

/// <summary>Where the columns of the import format stand in a file, and which further columns become notes.</summary>
sealed class ContributionColumns
{
    internal static readonly ImmutableArray<string> Required = ["kind", "donor", "fund", "date", "currency", "amount"];

    static readonly string[] Optional =
        ["reference", "pledge", "status", "earmarking", "form", "due", "usd", "note", "rate", "rate_date", "entry"];

    readonly TableFile _file;

    ContributionColumns(TableFile file, ColumnMapping? mapping)
    {
        _file = file;
        int At(string column) => Place(file, mapping, column);
        (Kind, Reference, Pledge, Donor, Fund) = (At("kind"), At("reference"), At("pledge"), At("donor"), At("fund"));
        (Date, Currency, Amount, Status) = (At("date"), At("currency"), At("amount"), At("status"));
        (Earmarking, Form, Due, Usd, Note) = (At("earmarking"), At("form"), At("due"), At("usd"), At("note"));
        var known = Required.Concat(Optional).Select(At).ToHashSet();
        Notes = [.. Enumerable.Range(0, file.Columns.Length).Where(i => !known.Contains(i) && file.Columns[i].Length > 0)];
    }

    internal int Kind { get; }

    internal int Reference { get; }

    internal int Pledge { get; }

    internal int Donor { get; }

    internal int Fund { get; }

    internal int Date { get; }

    internal int Currency { get; }

    internal int Amount { get; }

    internal int Status { get; }

    internal int Earmarking { get; }

    internal int Form { get; }

    internal int Due { get; }

    internal int Usd { get; }

    internal int Note { get; }

    /// <summary>Columns that the format does not know; what stands in them is kept in the note.</summary>
    internal ImmutableArray<int> Notes { get; }

    /// <summary>The file as the import reads it.</summary>
    internal TableFile File => _file;

    internal static Outcome<ContributionColumns> Of(TableFile file, ColumnMapping? mapping = null) =>
        file.With((mapping ?? new ColumnMapping()).Fixed).Then<ContributionColumns>(table =>
        {
            var missing = Required.Where(column => Place(table, mapping, column) < 0).ToArray();
            return missing.Length == 0 ? new ContributionColumns(table, mapping)
                : mapping is null ? Unnamed(file, missing) : Untold(file, missing, mapping);
        });

    /// <summary>What holds for every row goes before what stands in it; the added columns have the names of the format.</summary>
    static int Place(TableFile file, ColumnMapping? mapping, string column)
    {
        if (mapping is null) return file.Find(column);
        if (mapping.Fixed.ContainsKey(column))
            return file.Columns.Length - mapping.Fixed.Count + mapping.Fixed.Keys.ToList().IndexOf(column);
        return mapping.From.TryGetValue(column, out var theirs) ? file.Find(theirs) : -1;
    }

    static Problem Unnamed(TableFile file, string[] missing) =>
        new($"the file has no column {Quoted(missing)}",
            $"give the first row these names, in any order: {string.Join(", ", Required)}; "
            + $"and where you have them: {string.Join(", ", Optional)}")
        { File = file.Name, Row = 1 };

    static Problem Untold(TableFile file, string[] missing, ColumnMapping mapping)
    {
        var absent = missing.Where(mapping.From.ContainsKey).Select(column => mapping.From[column]).ToArray();
        return absent.Length > 0
            ? new($"the file has no column {Quoted(absent)}", "choose one of the columns that it has") { File = file.Name, Row = 1 }
            : new($"it is not said where {Quoted(missing)} stands", "choose a column of the file, or give what holds for every row")
            { File = file.Name, Row = 1 };
    }

    static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"'{name}'"));

    internal string NameOf(int column) => _file.Columns[column];
}
