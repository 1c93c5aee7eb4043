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
    long Entry, EntryKind Kind, DateOnly Date, string Text, string Fund, string Donor, long Pledge, long Payment, Amount Amount, Amount Usd);

/// <summary>The entries behind a figure.</summary>
public sealed class PostingStore(Ledger ledger)
{
    /// <summary>A page of the entries that a figure counts, the newest first.</summary>
    public LinePage<FigureLine> Behind(FigureFilter filter)
    {
        var parts = FigureParts.Behind(filter.Figure);
        if (parts.IsEmpty) return new LinePage<FigureLine>([], false, false);
        var backwards = filter.Place is { Before: true };
        var place = filter.Place is { } at ? $"AND e.number {(backwards ? ">" : "<")} @place" : "";
        var rows = ledger.Query<Row>($"""
            SELECT e.number AS entry, e.kind, e.date, e.text, p.fund, p.donor, p.currency, MAX(p.pledge) AS pledge,
                   MAX(p.payment) AS payment, SUM(CASE WHEN {Turned(parts)} THEN -p.amount ELSE p.amount END) AS amount,
                   SUM(CASE WHEN {Turned(parts)} THEN -p.usd ELSE p.usd END) AS usd
            FROM entry e JOIN posting p ON p.entry = e.number
            WHERE e.date >= @From AND e.date <= @To AND ({Any(parts)}) AND {ledger.InScope("p.fund")}
              {(filter.Fund is null ? "" : "AND p.fund = @Fund")} {(filter.Donor is null ? "" : "AND p.donor = @Donor")} {place}
            GROUP BY e.number, e.kind, e.date, e.text, p.fund, p.donor, p.currency
            ORDER BY e.number {(backwards ? "" : "DESC")} LIMIT @take
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
        ImmutableArray<FigureLine> lines = [.. rows.Select(row => row.ToLine())];
        return new Keyset(LineOrder.Date, false, filter.Place).PageOf(lines, filter.Take);
    }

    static string Any(IEnumerable<FigurePart> parts) => string.Join(" OR ", parts.GroupBy(part => part.Account).Select(account =>
        $"p.account = '{Word.Of(account.Key)}' AND p.movement IN ({string.Join(", ", account.Select(part => $"'{Word.Of(part.Movement)}'"))})"));

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
