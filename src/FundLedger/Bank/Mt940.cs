using System.Collections.Immutable;
using FundLedger.Checks;

namespace FundLedger.Bank;

/// <summary>
/// Reads MT940 (SWIFT customer statement) as banks really write it: with or without SWIFT blocks, several statements a
/// file, and the dialects of field 86 that <see cref="Mt940Details"/> knows.
/// </summary>
public static class Mt940
{
    public static Outcome<ImmutableArray<BankStatement>> Read(Stream stream, string fileName)
    {
        var findings = new Findings(fileName);
        return Read(StatementText.Read(stream, findings), findings);
    }

    public static Outcome<ImmutableArray<BankStatement>> Read(TextReader reader, string fileName)
    {
        var findings = new Findings(fileName);
        return Read(StatementText.Read(reader, findings), findings);
    }

    /// <summary>Whether the text looks like MT940: a line begins with the first field of a message.</summary>
    internal static bool Begins(string text) =>
        text.AsSpan().TrimStart().StartsWith(":20:", StringComparison.Ordinal)
        || text.Contains("\n:20:", StringComparison.Ordinal)
        || text.Contains("\r:20:", StringComparison.Ordinal);

    static Outcome<ImmutableArray<BankStatement>> Read(string? text, Findings findings)
    {
        var statements = ImmutableArray.CreateBuilder<BankStatement>();
        if (text is null) return findings.Conclude([]);
        Mt940Statement? open = null;
        foreach (var field in Mt940Field.In(new StringReader(text)))
        {
            if (findings.IsFull) break;
            if (field.Tag is "20" or Mt940Field.End) Close(ref open, statements);
            if (field.Tag == "20") open = new Mt940Statement(field, findings);
            else if (open is not null) open.Take(field);
            else if (field.Tag == "61") Stray(field, findings);
        }

        Close(ref open, statements);
        return findings.Conclude(statements.ToImmutable());
    }

    static void Close(ref Mt940Statement? open, ImmutableArray<BankStatement>.Builder statements)
    {
        if (open?.Finish() is { } statement) statements.Add(statement);
        open = null;
    }

    static void Stray(Mt940Field line, Findings findings) =>
        findings.Add(line.Row, ":61:", line.First,
            "a line stands outside any statement: no field :20: opens one before it",
            "fetch the file from the bank again");
}
