using System.Collections.Immutable;
using FundLedger.Checks;

namespace FundLedger.Bank;

/// <summary>
/// What is wrong with one statement file, found while it is read. The first hundred problems are kept: a file with more
/// is the wrong file.
/// </summary>
sealed class Findings(string fileName)
{
    const int Most = 100;
    const int LongestValue = 80;

    // Never a path: a user's file name may carry one.
    readonly string _file = Path.GetFileName(fileName);
    readonly ImmutableArray<Problem>.Builder _problems = ImmutableArray.CreateBuilder<Problem>();

    public bool IsFull => _problems.Count >= Most;

    public bool Any => _problems.Count > 0;

    public void Add(long? row, string? column, string? value, string message, string remedy)
    {
        if (IsFull) return;
        var shown = value is { Length: > LongestValue } ? value[..LongestValue] + "…" : value;
        _problems.Add(new Problem(message, remedy) { File = _file, Row = row, Column = column, Value = shown });
    }

    /// <summary>
    /// The statements, each line counted among its equals, if nothing was found; otherwise the refusal.
    /// </summary>
    public Outcome<ImmutableArray<BankStatement>> Conclude(ImmutableArray<BankStatement> statements)
    {
        if (!Any && statements.IsEmpty)
            Add(null, null, null, "the file holds no bank statement", "choose a statement file of the bank");
        return Any ? new Refusal(_problems.ToImmutable()) : Occurrences.Number(statements, KnownLines.None);
    }
}
