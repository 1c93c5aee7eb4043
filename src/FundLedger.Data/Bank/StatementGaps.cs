using System.Collections.Immutable;
using FundLedger.Bank;
using FundLedger.Money;

namespace FundLedger.Data.Bank;

/// <summary>Statements that do not begin where the last one of their account ended: something between them is missing.</summary>
sealed class StatementGaps(Ledger ledger)
{
    /// <summary>What is odd about statements that are about to be kept, each against what is held and those before it.</summary>
    internal ImmutableArray<string> Of(IEnumerable<StatementRecord> statements)
    {
        var gaps = ImmutableArray.CreateBuilder<string>();
        var earlier = new List<StatementRecord>();
        foreach (var statement in statements.OrderBy(one => one.FirstDay).ThenBy(one => one.LastDay))
        {
            if (statement.Opening is { } opening && Last(statement, earlier) is { } last && last.Closing != opening)
                gaps.Add(Text(statement, opening, last.Day, last.Closing));
            earlier.Add(statement);
        }

        return gaps.ToImmutable();
    }

    /// <summary>
    /// The newest closing before the statement; none where there is none, or where another statement covers its first day.
    /// </summary>
    (DateOnly Day, Amount Closing)? Last(StatementRecord statement, List<StatementRecord> earlier)
    {
        var held = Held(statement).Concat(earlier.Where(one => one.Account == statement.Account && one.Currency == statement.Currency))
            .ToArray();
        if (held.Any(one => one.FirstDay <= statement.FirstDay && one.LastDay >= statement.FirstDay)) return null;
        var before = held.Where(one => one.Closing is not null && one.LastDay < statement.FirstDay).ToArray();
        if (before.Length == 0) return null;
        // A bank that sends the growing day several times closes it several times: one of them has to fit.
        var day = before.Max(one => one.LastDay);
        StatementRecord[] newest = [.. before.Where(one => one.LastDay == day)];
        return newest.Any(one => one.Closing == statement.Opening) ? null : (day, newest[^1].Closing!.Value);
    }

    IEnumerable<StatementRecord> Held(StatementRecord statement) => ledger.Query<Row>("""
        SELECT number, first_day, last_day, opening, closing FROM standing_statement
        WHERE account = @Account AND currency = @currency AND first_day <= @FirstDay ORDER BY last_day, entry, line
        """, new { statement.Account, currency = statement.Currency.Code, statement.FirstDay }).Select(row => row.ToRecord(statement));

    static string Text(StatementRecord statement, Amount opening, DateOnly day, Amount closing) =>
        $"statement {statement.Number} of {statement.Account} opens on {DayText.Iso(statement.FirstDay)} with {opening}, but the last "
        + $"one held closed on {DayText.Iso(day)} with {closing}: {opening - closing} between them is missing";

    sealed class Row
    {
        public string Number { get; init; } = "";
        public DateOnly FirstDay { get; init; }
        public DateOnly LastDay { get; init; }
        public long? Opening { get; init; }
        public long? Closing { get; init; }

        internal StatementRecord ToRecord(StatementRecord of) => new(of.Account, of.Currency, Number, "", FirstDay, LastDay,
            Opening is { } opening ? new Amount(opening, of.Currency) : null,
            Closing is { } closing ? new Amount(closing, of.Currency) : null);
    }
}
