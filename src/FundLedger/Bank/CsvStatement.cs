using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Money;

namespace FundLedger.Bank;

/// <summary>
/// Reads a delimited statement by a bank's profile: one statement for each account and currency in the file, oldest
/// line first. Where the profile names a balance column, every row is checked against the balance before it.
/// </summary>
public static class CsvStatement
{
    public static Outcome<ImmutableArray<BankStatement>> Read(Stream stream, string fileName, CsvProfile profile)
    {
        var findings = new Findings(fileName);
        return Read(StatementText.Read(stream, findings), profile, findings);
    }

    public static Outcome<ImmutableArray<BankStatement>> Read(TextReader reader, string fileName, CsvProfile profile)
    {
        var findings = new Findings(fileName);
        return Read(StatementText.Read(reader, findings), profile, findings);
    }

    static Outcome<ImmutableArray<BankStatement>> Read(string? text, CsvProfile profile, Findings findings)
    {
        if (text is null) return findings.Conclude([]);
        var rows = Rows(text, profile, findings);
        if (findings.Any) return findings.Conclude([]);
        var statements = rows
            .GroupBy(row => (AccountNumber.Normal(row.Line.Account), row.Line.Amount.Currency))
            .Select(account => Statement([.. account], profile, findings))
            .OfType<BankStatement>();
        return findings.Conclude([.. statements]);
    }

    static List<CsvLine> Rows(string text, CsvProfile profile, Findings findings)
    {
        var lines = new List<CsvLine>();
        var skipped = CsvRows.Skip(text, profile.Skip);
        var rows = new CsvRows(skipped.Text, profile.Delimiter, skipped.Lines + 1);
        CsvColumns? columns = profile.HasHeadings ? null : CsvColumns.Of(profile, [], 1, findings);
        foreach (var (row, fields) in rows.Read())
        {
            if (findings.IsFull) break;
            if (columns is null)
            {
                columns = CsvColumns.Of(profile, fields, row, findings);
                if (columns is null) break;
            }
            else if (columns.Line(fields, row, findings) is { } line)
            {
                lines.Add(line);
            }
        }

        if (rows.StoppedAt > 0)
            findings.Add(rows.StoppedAt, null, null,
                "the row has a quote that never closes, or a field longer than 32,767 signs",
                "check the delimiter of the profile, or fetch the file from the bank again");
        return lines;
    }

    static BankStatement? Statement(List<CsvLine> rows, CsvProfile profile, Findings findings)
    {
        if (!IsOldestFirst(rows)) rows.Reverse();
        var first = rows[0];
        var last = rows[^1];
        var statement = new BankStatement(first.Line.Account, first.Line.Amount.Currency)
        {
            Number = profile.Name,
            From = first.Line.Booked,
            To = last.Line.Booked,
            Opening = first.Balance is { } balance ? balance - first.Line.Amount : null,
            Closing = last.Balance,
            Lines = [.. rows.Select(row => row.Line)],
        };
        if (Break(rows) is not { } at) return statement;
        var expected = rows[at - 1].Balance!.Value + rows[at].Line.Amount;
        var stated = rows[at].Balance!.Value;
        findings.Add(rows[at].Line.Row, "balance", stated.ToPlainText(),
            $"statement {Footing.Name(statement)} does not foot: after this row the balance should be {expected} "
            + $"but is {stated}; the difference is {stated - expected}",
            "ask the bank for the whole period again; a row is missing or was changed");
        return null;
    }

    // Banks export either way. The balances tell, where they agree one way only; otherwise the dates do.
    static bool IsOldestFirst(List<CsvLine> rows)
    {
        if (rows[0].Line.Booked > rows[^1].Line.Booked) return false;
        if (rows[0].Line.Booked < rows[^1].Line.Booked || Break(rows) is null) return true;
        return Break([.. Enumerable.Reverse(rows)]) is not null;
    }

    /// <summary>The first row whose balance does not follow from the row before; none when all do.</summary>
    static int? Break(List<CsvLine> rows)
    {
        for (var i = 1; i < rows.Count; i++)
            if (rows[i - 1].Balance is { } before && before + rows[i].Line.Amount != rows[i].Balance) return i;
        return null;
    }
}

/// <summary>A row as a line, with the balance after it where there is one.</summary>
sealed record CsvLine(BankLine Line, Amount? Balance);
