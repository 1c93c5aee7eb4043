using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Data.Files;
using FundLedger.Donors;
using FundLedger.Journal;
using FundLedger.Money;

namespace FundLedger.Data.Donors;

/// <summary>Reads donors from a spreadsheet. Every problem of every row is named.</summary>
sealed class DonorFile(TableFile file, Func<string, bool> isTaken)
{
    readonly List<Problem> _problems = [];
    readonly HashSet<string> _codes = new(StringComparer.Ordinal);

    internal Outcome<ImmutableArray<Donor>> Read()
    {
        if (file.Find("name") < 0)
            return new Problem("the file has no column 'name'", "give the first row the names of its columns, one of them name")
            { File = file.Name, Row = 1 };
        var donors = ImmutableArray.CreateBuilder<Donor>();
        foreach (var row in file.Rows())
        {
            if (row.Problem is { } unreadable)
            {
                _problems.Add(unreadable);
                continue;
            }

            var accepted = DonorRules.Accept(Read(row));
            _problems.AddRange(accepted.Problems.Select(problem => problem with { File = file.Name, Row = row.Number }));
            if (!accepted.IsRefused) donors.Add(accepted.Value);
        }

        return _problems.Count > 0 ? new Refusal([.. _problems]) : donors.ToImmutable();
    }

    Donor Read(FileRow row)
    {
        var name = Text(row, "name");
        var code = Text(row, "code") is { Length: > 0 } given ? given : DonorCode.For(name, taken => isTaken(taken)
            || _codes.Contains(taken));
        _codes.Add(code);
        return new Donor(code, name, OneOf(row, "kind", DonorKind.Other))
        {
            NameFr = Text(row, "name_fr"),
            NameEs = Text(row, "name_es"),
            Aliases = Text(row, "aliases"),
            Region = Text(row, "region").Length == 0 ? null : OneOf(row, "region", RegionalGroup.African),
            ContributorType = Text(row, "contributor_type"),
            LdcSince = Day(row, "ldc_since"),
            LdcUntil = Day(row, "ldc_until"),
            Sids = Text(row, "sids").StartsWith('y'),
            Language = Text(row, "language") is { Length: > 0 } language ? language : "en",
        };
    }

    string Text(FileRow row, string column) => row.Text(file.Find(column)).Trim();

    T OneOf<T>(FileRow row, string column, T fallback) where T : struct, Enum
    {
        var text = Text(row, column);
        if (text.Length == 0 || Word.TryParse(text, out fallback)) return fallback;
        _problems.Add(row.Refuse(file.Find(column), $"'{text}' is not one of the words for {column}", $"write one of: {Word.List<T>()}"));
        return fallback;
    }

    DateOnly? Day(FileRow row, string column)
    {
        var text = Text(row, column);
        if (text.Length == 0) return null;
        if (DayText.TryParse(text, out var day, out var why)) return day;
        _problems.Add(row.Refuse(file.Find(column), $"the day cannot be read: {why}", "write it as year-month-day, such as 2025-03-31"));
        return null;
    }
}
