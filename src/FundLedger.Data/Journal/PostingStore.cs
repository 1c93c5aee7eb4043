using System.Collections.Immutable;
using FundLedger.Data.Lists;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Reports;

namespace FundLedger.Data.Journal;

/// <summary>Which figure is asked about; nothing where a part is not given.</summary>
public sealed record FigureFilter(string Figure)
{
    public string? Fund { get; init; }

    public string? Donor { get; init; }

    public DateOnly From { get; init; } = DateOnly.MinValue;

    public DateOnly To { get; init; } = DateOnly.MaxValue;

    public ListPlace? Place { get; init; }

    public int Take { get; init; } = 50;
}

/// <summary>What one entry adds to a figure. Pledge and payment are entries, or 0.</summary>
public sealed record FigureLine(
    long Entry, EntryKind Kind, DateOnly Date, string Text, string Fund, string Donor, long Pledge, long Payment, Amount Amount,
    Amount Usd);

/// <summary>The entries behind a figure.</summary>
public sealed class PostingStore(Ledger ledger)
{
    /// <summary>
    /// A page of the entries that a figure counts, the newest first. The entries are chosen first, in the order in which they
    /// stand, so that a page ends where it is full.
    /// </summary>
    public LinePage<FigureLine> Behind(FigureFilter filter)
    {
        var parts = FigureParts.Behind(filter.Figure);
        if (parts.IsEmpty) return new LinePage<FigureLine>([], false, false);
        var isBackwards = filter.Place is { Before: true };
        var order = isBackwards ? "" : "DESC";
        var asked = Asked(filter, parts);
        var rows = ledger.Query<Row>($"""
            SELECT e.number AS entry, e.kind, e.date, e.text, p.fund, p.donor, p.currency, MAX(p.pledge) AS pledge,
                   MAX(p.payment) AS payment, SUM(CASE WHEN {Turned(parts)} THEN -p.amount ELSE p.amount END) AS amount,
                   SUM(CASE WHEN {Turned(parts)} THEN -p.usd ELSE p.usd END) AS usd
            FROM (SELECT DISTINCT p.entry FROM posting p {Dated(filter)} WHERE {asked}
                  ORDER BY p.entry {order} LIMIT @take) k
            JOIN entry e ON e.number = k.entry JOIN posting p ON p.entry = k.entry
            WHERE {asked}
            GROUP BY e.number, e.kind, e.date, e.text, p.fund, p.donor, p.currency
            ORDER BY e.number {order}
            """, new
        {
            filter.From,
            filter.To,
            filter.Fund,
            filter.Donor,
            place = filter.Place?.Entry,
            take = filter.Take + 1,
            scope = ledger.ScopeCodes,
        });
        return PageOf([.. rows.Select(row => row.ToLine())], filter);
    }

    /// <summary>An entry may give several lines: a page has whole entries.</summary>
    static LinePage<FigureLine> PageOf(ImmutableArray<FigureLine> lines, FigureFilter filter)
    {
        var entries = lines.Select(line => line.Entry).Distinct().ToArray();
        var isMore = entries.Length > filter.Take;
        var shown = isMore ? lines.RemoveAll(line => line.Entry == entries[^1]) : lines;
        return filter.Place is { Before: true }
            ? new LinePage<FigureLine>([.. shown.Reverse()], isMore, true)
            : new LinePage<FigureLine>(shown, filter.Place is not null, isMore);
    }

    /// <summary>The join that is needed where days are asked for.</summary>
    static string Dated(FigureFilter filter) => filter.From == DateOnly.MinValue && filter.To == DateOnly.MaxValue ? ""
        : "JOIN entry d ON d.number = p.entry AND d.date >= @From AND d.date <= @To";

    string Asked(FigureFilter filter, ImmutableArray<FigurePart> parts)
    {
        var conditions = new List<string> { $"({Any(parts)})", ledger.InScope("p.fund") };
        if (filter.Fund is not null) conditions.Add("p.fund = @Fund");
        if (filter.Donor is not null) conditions.Add("p.donor = @Donor");
        if (filter.Place is { } place) conditions.Add($"p.entry {(place.Before ? ">" : "<")} @place");
        return string.Join(" AND ", conditions);
    }

    static string Any(IEnumerable<FigurePart> parts) => string.Join(" OR ", parts.GroupBy(part => part.Account).Select(account =>
        $"p.account = '{Word.Of(account.Key)}' AND p.movement IN ({Quoted(account.Select(part => part.Movement))})"));

    static string Quoted(IEnumerable<Movement> movements) => string.Join(", ", movements.Select(movement => $"'{Word.Of(movement)}'"));

    static string Turned(ImmutableArray<FigurePart> parts) =>
        parts.Where(part => part.IsTurned).ToArray() is { Length: > 0 } turned ? Any(turned) : "1 = 0";

    sealed class Row
    {
        public long Entry { get; init; }
        public string Kind { get; init; } = "";
        public DateOnly Date { get; init; }
        public string Text { get; init; } = "";
        public string Fund { get; init; } = "";
        public string Donor { get; init; } = "";
        public Currency Currency { get; init; } = Currency.Usd;
        public long Pledge { get; init; }
        public long Payment { get; init; }
        public long Amount { get; init; }
        public long Usd { get; init; }

        internal FigureLine ToLine() => new(Entry, Word.Parse<EntryKind>(Kind), Date, Text, Fund, Donor, Pledge, Payment,
            new Amount(Amount, Currency), FundLedger.Money.Amount.Usd(Usd));
    }
}
