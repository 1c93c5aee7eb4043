using System.Collections.Immutable;
using System.Globalization;
using FundLedger.Data.Lists;
using FundLedger.Data.Reports;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Rates;
using FundLedger.Reports;

namespace FundLedger.Data.Contributions;

/// <summary>
/// Pledges and payments as they were recorded, in the columns of the import format with usd, rate, rate_date and entry
/// behind them. An export can be imported into an empty ledger that has the same rates and donors.
/// </summary>
static class ContributionExport
{
    static readonly ImmutableArray<Column> Columns =
    [
        new("kind", "kind", ColumnKind.Text, 8), new("reference", "reference", ColumnKind.Text, 18),
            new("pledge", "pledge", ColumnKind.Text, 18),
        new("donor", "donor", ColumnKind.Text, 8), new("fund", "fund", ColumnKind.Text, 9), new("date", "date", ColumnKind.Date, 11),
        new("currency", "currency", ColumnKind.Text, 8), new("amount", "amount", ColumnKind.Money, 16),
            new("status", "status", ColumnKind.Text, 10),
        new("earmarking", "earmarking", ColumnKind.Text, 18), new("form", "form", ColumnKind.Text, 9),
            new("due", "due", ColumnKind.Text, 24),
        new("note", "note", ColumnKind.Text, 24), new("usd", "usd", ColumnKind.Dollars, 16), new("rate", "rate", ColumnKind.Rate, 12),
        new("rate_date", "rate_date", ColumnKind.Date, 11), new("entry", "entry", ColumnKind.Count, 9),
    ];

    internal static Listing Of(Ledger ledger, ContributionFilter filter) => new("contributions", Columns,
        Pledges(ledger, filter).Concat(Payments(ledger, filter)).Select(Cells).Ahead());

    static IEnumerable<Line> Pledges(Ledger ledger, ContributionFilter filter) => ledger.Stream<Line>($"""
        SELECT 'pledge' AS kind, p.reference, p.donor, p.fund, p.date, p.currency, p.amount, p.status, p.earmarking, p.form,
               p.note, p.usd, e.rate, e.rate_date, p.entry,
               (SELECT {ledger.Dialect.JoinedText("i.due || '=' || i.amount")}
                FROM (SELECT due, amount FROM instalment WHERE entry = p.entry ORDER BY line) i) AS due
        FROM pledge p JOIN entry e ON e.number = p.entry
        WHERE {Condition(filter)}
        ORDER BY p.entry
        """, filter);

    static IEnumerable<Line> Payments(Ledger ledger, ContributionFilter filter) => ledger.Stream<Line>($"""
        SELECT 'payment' AS kind, p.reference, p.donor, p.fund, p.date, p.currency, p.amount, p.earmarking, p.form, p.note,
               p.usd, e.rate, e.rate_date, p.entry,
               (SELECT {ledger.Dialect.JoinedText("g.reference")}
                FROM (SELECT COALESCE(g.reference, '-') AS reference FROM allocation a LEFT JOIN pledge g ON g.entry = a.pledge
                      WHERE a.payment = p.entry GROUP BY COALESCE(g.reference, '-') HAVING SUM(a.amount) <> 0
                      ORDER BY 1) g) AS pledge
        FROM payment p JOIN entry e ON e.number = p.entry
        WHERE {Condition(filter)}
        ORDER BY p.entry
        """, filter);

    /// <summary>
    /// A condition is written only where it is asked for: an index by days would be followed even where all days are wanted, and
    /// everything be sorted back into the order of the entries.
    /// </summary>
    static string Condition(ContributionFilter filter) => string.Join(" AND ",
        LineFilter.Conditions(filter.From, filter.To, filter.Fund, filter.Donor)
            .Prepend("NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = p.entry AND r.reverses <> 0)"));

    static ImmutableArray<Cell> Cells(Line line)
    {
        var amount = new Amount(line.Amount, line.Currency);
        var rate = new Rate(line.Currency, line.RateDate ?? line.Date, line.Rate ?? Rate.Dollar(line.Date).HundredMillionths, "");
        return
        [
            line.Kind, line.Reference, line.Pledge ?? "", line.Donor, line.Fund, line.Date, line.Currency.Code, amount, line.Status ?? "",
            line.Earmarking ?? "", line.Form, Due(line), line.Note ?? "", Amount.Usd(line.Usd), new RateCell(rate.UnitsPerDollar),
            rate.Effective, new CountCell(line.Entry),
        ];
    }

    /// <summary>Instalments in the form in which an import reads them; one day alone where there is but one.</summary>
    static string Due(Line line)
    {
        if (line.Due is null) return "";
        var parts = line.Due.Split("; ");
        if (parts.Length == 1) return parts[0][..parts[0].IndexOf('=', StringComparison.Ordinal)];
        return string.Join("; ", parts.Select(part =>
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            var amount = new Amount(long.Parse(part.AsSpan(at + 1), CultureInfo.InvariantCulture), line.Currency);
            return part[..(at + 1)] + amount.ToPlainText();
        }));
    }

    sealed class Line
    {
        public string Kind { get; init; } = "";
        public string Reference { get; init; } = "";
        public string? Pledge { get; init; }
        public string Donor { get; init; } = "";
        public string Fund { get; init; } = "";
        public DateOnly Date { get; init; }
        public Currency Currency { get; init; } = Currency.Usd;
        public long Amount { get; init; }
        public string? Status { get; init; }
        public string? Earmarking { get; init; }
        public string Form { get; init; } = "";
        public string? Due { get; init; }
        public string? Note { get; init; }
        public long Usd { get; init; }
        public long? Rate { get; init; }
        public DateOnly? RateDate { get; init; }
        public long Entry { get; init; }
    }
}
