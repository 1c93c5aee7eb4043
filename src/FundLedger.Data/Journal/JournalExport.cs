using System.Collections.Immutable;
using FundLedger.Data.Reports;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Reports;

namespace FundLedger.Data.Journal;

/// <summary>The journal itself, one row a posting, debits and credits apart as accountants read them, with each entry's seal.</summary>
static class JournalExport
{
    static readonly ImmutableArray<Column> Columns =
    [
        new("entry", "entry", ColumnKind.Count, 9), new("line", "line", ColumnKind.Count, 6), new("date", "date", ColumnKind.Date, 11),
        new("kind", "kind", ColumnKind.Text, 12), new("text", "text", ColumnKind.Text, 40), new("account", "account", ColumnKind.Text, 16),
        new("movement", "movement", ColumnKind.Text, 11), new("fund", "fund", ColumnKind.Text, 9),
        new("donor", "donor", ColumnKind.Text, 8),
        new("pledge", "pledge", ColumnKind.Text, 18), new("instalment", "instalment", ColumnKind.Text, 9),
        new("due", "due", ColumnKind.Text, 11), new("payment", "payment", ColumnKind.Text, 18),
        new("currency", "currency", ColumnKind.Text, 8), new("debit", "debit", ColumnKind.Money, 16),
        new("credit", "credit", ColumnKind.Money, 16), new("debit_usd", "debit_usd", ColumnKind.Dollars, 16),
        new("credit_usd", "credit_usd", ColumnKind.Dollars, 16), new("reverses", "reverses", ColumnKind.Text, 9),
        new("recorded_at", "recorded_at", ColumnKind.Text, 24), new("recorded_by", "recorded_by", ColumnKind.Text, 12),
        new("approved_by", "approved_by", ColumnKind.Text, 12), new("seal", "seal", ColumnKind.Text, 64),
    ];

    internal static Listing Of(Ledger ledger, ContributionFilter filter) => new("journal", Columns,
        ledger.Stream<Line>("""
            SELECT e.number AS entry, p.line AS line_number, e.date, e.kind, e.text, p.account, p.movement, p.fund, p.donor,
                   g.reference AS pledge, p.instalment, p.due, m.reference AS payment, p.currency, p.amount, p.usd,
                   e.reverses, e.recorded_at, e.recorded_by, e.approved_by, e.seal
            FROM entry e JOIN posting p ON p.entry = e.number
            LEFT JOIN pledge g ON g.entry = p.pledge AND p.pledge <> 0
            LEFT JOIN payment m ON m.entry = p.payment AND p.payment <> 0
            WHERE e.date BETWEEN @From AND @To
              AND (@Fund IS NULL OR p.fund = @Fund) AND (@Donor IS NULL OR p.donor = @Donor)
            ORDER BY e.number, p.line
            """, filter).Select(line => line.Cells()));

    sealed class Line
    {
        public long Entry { get; init; }
        public long LineNumber { get; init; }
        public DateOnly Date { get; init; }
        public string Kind { get; init; } = "";
        public string Text { get; init; } = "";
        public string Account { get; init; } = "";
        public string Movement { get; init; } = "";
        public string Fund { get; init; } = "";
        public string Donor { get; init; } = "";
        public string? Pledge { get; init; }
        public long Instalment { get; init; }
        public DateOnly? Due { get; init; }
        public string? Payment { get; init; }
        public Currency Currency { get; init; } = Currency.Usd;
        public long Amount { get; init; }
        public long Usd { get; init; }
        public long Reverses { get; init; }
        public long RecordedAt { get; init; }
        public string RecordedBy { get; init; } = "";
        public string? ApprovedBy { get; init; }
        public byte[] Seal { get; init; } = [];

        internal ImmutableArray<Cell> Cells()
        {
            var (amount, usd) = (new Amount(Amount, Currency), FundLedger.Money.Amount.Usd(Usd));
            return
            [
                new CountCell(Entry), new CountCell(LineNumber), Date, Kind, Text, Account, Movement, Fund, Donor, Pledge ?? "",
                OrNothing(Instalment), Due is { } due ? DayText.Iso(due) : "", Payment ?? "", Currency.Code,
                Side(amount, 1), Side(amount, -1), Side(usd, 1), Side(usd, -1), OrNothing(Reverses),
                FormattableString.Invariant($"{DateTimeOffset.FromUnixTimeMilliseconds(RecordedAt):yyyy-MM-dd HH:mm:ss.fff}Z"),
                RecordedBy, ApprovedBy ?? "", SealWriter.ToText(Seal),
            ];
        }

        static Cell Side(Amount amount, int sign) => Math.Sign(amount.MinorUnits) == sign ? (sign > 0 ? amount : -amount) : Cell.Empty;

        static string OrNothing(long number) => number == 0 ? "" : FormattableString.Invariant($"{number}");
    }
}
