using FundLedger.Checks;
using FundLedger.Data.Journal;
using FundLedger.Donors;
using FundLedger.Funds;
using FundLedger.Money;
using FundLedger.Reports.Iati;
using FundLedger.Statements;

namespace FundLedger.Data.Reports;

/// <summary>Reads pledges, agreements, receipts and expenditure as transactions of the IATI standard, one activity a fund.</summary>
public sealed class IatiStore(Ledger ledger)
{
    /// <summary>One row an entry and currency: what an entry does to several instalments is one transaction.</summary>
    const string Transactions = """
        SELECT CASE s.account WHEN 'pledged' THEN 13 WHEN 'receivable' THEN 11 ELSE 1 END AS type,
               e.number AS entry, e.date, e.text, s.donor, s.currency, SUM(s.amount) AS amount,
               MAX(COALESCE(p.reference, g.reference)) AS reference
        FROM posting s
        JOIN entry e ON e.number = s.entry
        LEFT JOIN payment p ON p.entry = CASE WHEN e.reverses <> 0 THEN e.reverses ELSE e.number END
        LEFT JOIN pledge g ON g.entry = s.pledge AND s.pledge <> 0
        WHERE s.fund = @fund AND e.date <= @asAt AND e.number <= @known
          AND ((s.account = 'pledged' AND s.movement IN ('pledged', 'formalised', 'amended', 'cancelled'))
               OR (s.account = 'receivable' AND s.movement IN ('pledged', 'signed', 'amended', 'cancelled'))
               OR (s.account IN ('bank', 'in-kind') AND s.movement IN ('received', 'allocated', 'refunded')))
        GROUP BY CASE s.account WHEN 'pledged' THEN 13 WHEN 'receivable' THEN 11 ELSE 1 END, e.number, e.date, e.text, s.donor, s.currency
        HAVING SUM(s.amount) <> 0
        """;

    /// <summary>
    /// The file for one fund, or for all that have anything where none is named. Transactions are read while they are written:
    /// the ledger stays open until then.
    /// </summary>
    public Outcome<IatiFile> Read(string? fund, DateOnly asAt, Knowledge known)
    {
        var standing = ledger.StandingAt(known);
        return BoardStore.FundsOf(standing, fund).Then(funds =>
        {
            var activities = funds.Select(one => Activity(one, standing, asAt, known)).OfType<IatiActivity>().ToArray();
            return activities.Length == 0
                ? new Problem("there is nothing to publish: no pledge, payment or expenditure", "record or import some first")
                : (Outcome<IatiFile>)new IatiFile(IatiPublisher.Of(standing.Setting), known.At, activities);
        });
    }

    IatiActivity? Activity(Fund fund, StandingData standing, DateOnly asAt, Knowledge known)
    {
        var values = new { fund = fund.Code, asAt, known = known.Entry };
        var spent = ledger.Statements.Read(fund.Code, asAt.Year, known.Entry)
            .Where(line => line.Class is StatementClass.Expenditure or StatementClass.SupportCosts && !line.Usd.IsZero
                && EndOf(line) <= asAt)
            .ToArray();
        var (first, last) = ledger.Single<(DateOnly? First,
            DateOnly? Last)>($"SELECT MIN(t.date), MAX(t.date) FROM ({Transactions}) t", values);
        DateOnly[] days = [.. new[] { first, last }.OfType<DateOnly>(), .. spent.Select(EndOf)];
        if (days.Length == 0) return null;
        return new IatiActivity(fund, days.Min(), days.Max(), ledger.Stream<Row>($"{Transactions} ORDER BY e.date, e.number, type",
            values)
            .Select(row => row.ToTransaction(standing.Donors)).Concat(spent.Select(Expenditure)));
    }

    static DateOnly EndOf(StatementLine line) => new(line.Year, 12, 31);

    static IatiTransaction Expenditure(StatementLine line) =>
        new(IatiTransactionType.Expenditure, null, EndOf(line), line.Usd, line.Label, null, null);

    sealed class Row
    {
        public long Type { get; init; }
        public DateOnly Date { get; init; }
        public string Text { get; init; } = "";
        public string Donor { get; init; } = "";
        public Currency Currency { get; init; } = Currency.Usd;
        public long Amount { get; init; }
        public string? Reference { get; init; }

        internal IatiTransaction ToTransaction(DonorDirectory donors)
        {
            var found = donors.Find(Donor);
            var donor = found.IsRefused ? null : found.Value;
            // Who gave as a private person is not published.
            var isPerson = donor?.Kind == DonorKind.Individual;
            return new IatiTransaction((IatiTransactionType)Type, Reference, Date, new Amount(Amount, Currency), isPerson
                ? "Contribution" : Text,
                isPerson ? "Individual donor" : donor?.NameOn(Date, "en") ?? Donor, TypeOf(donor?.Kind ?? DonorKind.Other));
        }

        static string TypeOf(DonorKind kind) => kind switch
        {
            DonorKind.MemberState or DonorKind.ObserverState => "10",
            DonorKind.RegionalGovernment => "11",
            DonorKind.Ngo => "21",
            DonorKind.IntergovernmentalOrganization or DonorKind.UnEntity => "40",
            DonorKind.Foundation => "60",
            DonorKind.Company => "70",
            DonorKind.Individual or DonorKind.Other => "90",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }
}
