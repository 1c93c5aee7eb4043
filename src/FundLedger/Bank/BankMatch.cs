using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using FundLedger.Journal;

namespace FundLedger.Bank;

/// <summary>By which people call a bank line: the entry that brought it and its place there, such as 57.2.</summary>
public readonly record struct BankLineId(long Entry, int Line)
{
    public static bool TryParse(string text, [NotNullWhen(true)] out BankLineId? id)
    {
        id = null;
        var parts = text.Trim().Split('.');
        if (parts.Length != 2
            || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var entry)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var line)) return false;
        id = new BankLineId(entry, line);
        return true;
    }

    public override string ToString() => FormattableString.Invariant($"{Entry}.{Line}");
}

/// <summary>
/// What explains a bank line: the entry that moved the money, or none where it was left unexplained for a reason. It stands
/// until it, or the entry that it names, is reversed.
/// </summary>
/// <param name="Line">The line that is explained.</param>
/// <param name="Matched">
/// The entry that moved the money: the match's own where the confirmation recorded it; zero where the line was left.
/// </param>
public sealed record BankMatch(BankLineId Line, long Matched) : ILedgerRecord
{
    public static RecordShape Shape { get; } = new("bank_match", "bank_entry number, bank_line number, matched number");

    RecordShape ILedgerRecord.Shape => Shape;

    public void WriteTo(FieldSink sink)
    {
        sink.Number(Line.Entry);
        sink.Number(Line.Line);
        sink.EntryNumber(Matched);
    }
}
