using System.Collections.Immutable;
using FundLedger.Money;

namespace FundLedger.Bank;

/// <summary>A statement that the ledger holds already.</summary>
public sealed record KnownStatement(string Account, DateOnly To, Amount Opening, Amount Closing);

/// <summary>
/// What the ledger holds of the accounts in a file: how many lines of each key, and from and to which balances. From
/// that it follows which lines of the file are new.
/// </summary>
public sealed class KnownLines(IReadOnlyDictionary<string, int> counts, IReadOnlyCollection<KnownStatement> statements)
{
    public static KnownLines None { get; } = new(ImmutableDictionary<string, int>.Empty, []);

    public int Count(string key) => counts.GetValueOrDefault(key);

    /// <summary>
    /// The lines that the ledger does not hold yet, with their occurrence in the ledger. The same file twice gives
    /// none; a file that overlaps what is known gives the rest; twins stay two.
    /// </summary>
    public ImmutableArray<BankLine> NewLines(ImmutableArray<BankStatement> statements) =>
        [.. Reduced(statements).SelectMany(statement => statement.Lines)];

    /// <summary>The statements in their order, each with only those of its lines that the ledger does not hold yet.</summary>
    public ImmutableArray<BankStatement> Reduced(ImmutableArray<BankStatement> statements)
    {
        var added = new HashSet<(string, int)>();
        return [.. Occurrences.Number(statements, this).Select(statement => statement with
        {
            Lines = [.. statement.Booked.Where(line =>
                line.Occurrence > Count(line.Key) && added.Add((line.Key, line.Occurrence)))],
        })];
    }

    /// <summary>
    /// The last day of the known statement that this one continues, where nothing known opens at that balance yet.
    /// Lines up to that day are then further ones and not repetitions.
    /// </summary>
    internal DateOnly? ContinuedUntil(BankStatement statement)
    {
        var account = AccountNumber.Normal(statement.Account);
        var held = statements.Where(known => AccountNumber.Normal(known.Account) == account).ToList();
        if (held.Any(known => known.Opening == statement.Opening)) return null;
        var until = held.Where(known => known.Closing == statement.Opening).Max(known => (DateOnly?)known.To);
        return Occurrences.Continues(statement, statement.Opening, until, Count) ? until : null;
    }
}
