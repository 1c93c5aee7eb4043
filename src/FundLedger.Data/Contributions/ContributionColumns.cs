using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Data.Files;

namespace FundLedger.Data.Contributions;

/// <summary>Where the columns of the import format stand in a file, and which further columns become notes.</summary>
sealed class ContributionColumns
{
    static readonly string[] Required = ["kind", "donor", "fund", "date", "currency", "amount"];

    static readonly string[] Optional =
        ["reference", "pledge", "status", "earmarking", "form", "due", "usd", "note", "rate", "rate_date", "entry"];

    readonly TableFile _file;

    ContributionColumns(TableFile file)
    {
        _file = file;
        int At(string column) => file.Find(column);
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

    internal static Outcome<ContributionColumns> Of(TableFile file)
    {
        var missing = Required.Where(column => file.Find(column) < 0).ToArray();
        return missing.Length == 0
            ? new ContributionColumns(file)
            : new Problem($"the file has no column {string.Join(", ", missing.Select(column => $"'{column}'"))}",
                $"give the first row these names, in any order: {string.Join(", ", Required)}; "
                + $"and where you have them: {string.Join(", ", Optional)}")
            { File = file.Name, Row = 1 };
    }

    internal string NameOf(int column) => _file.Columns[column];
}
