using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Donors;
using FundLedger.Funds;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Payments;
using FundLedger.Pledges;
using FundLedger.Rates;
using FundLedger.Reports;
using FundLedger.Statements;

namespace FundLedger.Tests.Reports;

/// <summary>
/// A ledger without a database: the real rules decide each entry, and what reports are made from is gathered from the
/// postings.
/// </summary>
sealed class PaperLedger
{
    readonly List<(long Number, EntryDraft Draft)> _entries = [];
    readonly Dictionary<long, PledgeState> _pledges = [];
    readonly List<StatementLine> _lines = [];

    public RateTable Rates { get; init; } = new(
    [
        Rate("EUR", "2010-01-01", 0.9m), Rate("EUR", "2025-06-15", 0.88m), Rate("CHF", "2010-01-01", 0.95m),
        Rate("NOK", "2010-01-01", 10.5m), Rate("JPY", "2010-01-01", 149.35m), Rate("KWD", "2010-01-01", 0.305m),
    ]);

    public static Amount Usd(decimal whole) => Amount.Usd(decimal.ToInt64(whole * 100));

    public static Amount Of(string currency, long whole) =>
        new(whole * Currency.Of(currency).UnitsPerWhole, Currency.Of(currency));

    public static DateOnly Day(string iso) =>
        DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static Rate Rate(string currency, string day, decimal rate) =>
        new(Currency.Of(currency), Day(day), decimal.ToInt64(rate * 100_000_000), "test");

    public long Pledge(
        string donor, string fund, string day, Amount amount, Rung rung = Rung.Signed, InstalmentPlan? plan = null)
    {
        var request = new NewPledge(donor, fund, Day(day), amount)
        { Status = rung, Plan = plan, Reference = $"P-{_entries.Count + 1}" };
        var number = Post(RecordPledge.Decide(request, RateOn(Day(day), amount.Currency).Value));
        var open = new PledgeState(
            number, request.Reference, donor, fund, request.Date, amount.Currency, request.Form, []);
        _pledges.Add(number, open.After(_entries[^1].Draft.Postings));
        return number;
    }

    /// <summary>Money received, for these pledges; for the fund directly where the pledge is 0.</summary>
    public long Pay(string donor, string fund, string day, Amount amount, params IEnumerable<long> pledges) =>
        Post(new NewPayment(donor, fund, Day(day), amount)
        { Targets = [.. pledges.Select(pledge => TargetOf(pledge, fund))] });

    public long Give(string donor, string fund, string day, Amount amount) =>
        Post(new NewPayment(donor, fund, Day(day), amount) { Form = ContributionForm.InKind });

    AllocationTarget TargetOf(long pledge, string fund) =>
        pledge == 0 ? AllocationTarget.Directly(fund) : AllocationTarget.To(_pledges[pledge]);

    public void Refund(long payment, string day, Amount amount)
    {
        var paid = _entries[(int)payment - 1].Draft.Records.OfType<Payment>().Single();
        var open = Postings().Where(posting => posting.Payment == payment && posting.Account == Account.Unallocated)
            .ToArray();
        var left = open.Aggregate(Amount.Zero(paid.Amount.Currency), (sum, posting) => sum - posting.Amount);
        var usd = open.Aggregate(Amount.Usd(0), (sum, posting) => sum - posting.Usd);
        var state = new ReceiptState(payment, paid.Reference, paid.Donor, paid.Fund, paid.Date, paid.Amount,
            paid.Form, left, usd);
        Post(ChangePayment.Refund(state, amount, RateOn(Day(day), amount.Currency).Value, Day(day), "not wanted"));
    }

    public (Rung Rung, Amount Outstanding) StateOf(long pledge) =>
        (_pledges[pledge].Rung, _pledges[pledge].Outstanding);

    public void Sign(long pledge, string day) =>
        Post(ChangePledge.Climb(_pledges[pledge], Rung.Signed, Day(day), null));

    public void WriteOff(long pledge, string day, Amount amount) =>
        Post(ChangePledge.WriteOff(_pledges[pledge], amount, Day(day), "given up"));

    public void Cancel(long pledge, string day) => Post(ChangePledge.Cancel(_pledges[pledge], Day(day), "withdrawn"));

    public void Reverse(long entry, string day)
    {
        var draft = _entries[(int)entry - 1].Draft;
        Post(new EntryDraft(EntryKind.Reversal, Day(day), "reversal")
        { Reverses = entry, Postings = [.. Numbered(entry, draft.Postings).Select(posting => posting.Opposite())] });
    }

    public void State(string fund, int year,
        params ReadOnlySpan<(StatementClass Class, string Label, decimal Usd)> lines)
    {
        var records = ImmutableArray.CreateBuilder<StatementLine>();
        foreach (var line in lines)
            records.Add(new StatementLine(fund, year, line.Class, line.Label, Usd(line.Usd), null));
        _lines.AddRange(records);
        Post(RecordStatement.Decide(fund, year, records.ToImmutable()));
    }

    /// <summary>What a report of the year is made from; all four funds where none are named.</summary>
    public BoardMaterial Material(int year, string asAt, params IReadOnlyList<string> funds)
    {
        var chosen = FundReference.Funds.Where(fund => funds.Count == 0 || funds.Contains(fund.Code))
            .ToImmutableArray();
        var codes = chosen.Select(fund => fund.Code).ToHashSet();
        var basis = new ReportBasis(Day(asAt), _entries.Count, new DateTimeOffset(2026, 3, 2, 9, 30, 0, TimeSpan.Zero),
            "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef");
        var contributions = Contributions(year, Day(asAt)).Where(line => codes.Contains(line.Fund)).ToImmutableArray();
        var pledges = Pledges(Day(asAt))
            .Where(line => codes.Contains(line.Fund) && (!line.Outstanding.IsZero || line.Date.Year == year)).ToImmutableArray();
        return new BoardMaterial(basis, year, chosen, Figures(Day(asAt)).Where(figure => codes.Contains(figure.Fund)),
            new DonorDirectory(DonorReference.All),
            [.. _lines.Where(line => codes.Contains(line.Fund) && line.Year <= year)])
        {
            Contributions = contributions,
            ContributionCount = contributions.Length,
            Pledges = pledges,
            PledgeCount = pledges.Length,
        };
    }

    public Figures Figures(DateOnly asAt) => new([.. _entries.Where(entry => entry.Draft.Date <= asAt)
        .SelectMany(entry => entry.Draft.Postings.Select(posting => (entry.Draft.Date.Year, Posting: posting)))
        .GroupBy(line => (line.Posting.Fund, line.Posting.Donor, line.Year, line.Posting.Account, line.Posting.Movement,
            Due: line.Posting.Due?.Year ?? 0))
        .Select(group => new Figure(group.Key.Fund, group.Key.Donor, group.Key.Year, group.Key.Account,
            group.Key.Movement, group.Key.Due, group.Sum(line => line.Posting.Usd.MinorUnits)))
        .Where(figure => figure.Usd != 0)]);

    long Post(Outcome<EntryDraft> decided)
    {
        if (decided.IsRefused) throw new InvalidOperationException(decided.Problems[0].Message);
        var draft = decided.Value;
        if (Balance.Imbalance(draft.Postings) is { } imbalance) throw new InvalidOperationException(imbalance);
        var number = _entries.Count + 1;
        _entries.Add((number, draft with { Postings = [.. Numbered(number, draft.Postings)] }));
        foreach (var pledge in _pledges.Values.ToArray())
            _pledges[pledge.Number] = pledge.After(_entries[^1].Draft.Postings);
        return number;
    }

    long Post(NewPayment payment) => Post(RecordPayment.Decide(
        payment with { Reference = $"R-{_entries.Count + 1}" }, RateOn(payment.Date, payment.Amount.Currency).Value,
        currency => RateOn(payment.Date, currency)));

    static IEnumerable<Posting> Numbered(long number, IEnumerable<Posting> postings) =>
        postings.Select(posting => posting with
        {
            Pledge = posting.Pledge == Posting.ThisEntry ? number : posting.Pledge,
            Payment = posting.Payment == Posting.ThisEntry ? number : posting.Payment,
        });

    IEnumerable<Posting> Postings() => _entries.SelectMany(entry => entry.Draft.Postings);

    Outcome<Rate> RateOn(DateOnly day, Currency currency) => Rates.On(day, currency);

    IEnumerable<ContributionLine> Contributions(int year, DateOnly asAt) =>
        from entry in _entries
        where entry.Draft.Date.Year == year && entry.Draft.Date <= asAt
        from posting in entry.Draft.Postings
        where posting.Account is Account.Bank or Account.InKind
            && posting.Movement is Movement.Received or Movement.Refunded or Movement.Allocated
        select LineOf(entry.Number, entry.Draft, posting);

    ContributionLine LineOf(long number, EntryDraft draft, Posting posting)
    {
        var original = draft.Reverses == 0 ? draft : _entries[(int)draft.Reverses - 1].Draft;
        var rate = original.Rate ?? RateOn(original.Date, posting.Amount.Currency).Value;
        var kind = draft.Kind switch
        {
            EntryKind.Reversal => ContributionLineKind.Reversal,
            EntryKind.Refund => ContributionLineKind.Refund,
            _ => posting.Account == Account.InKind ? ContributionLineKind.InKind : ContributionLineKind.Payment,
        };
        return new ContributionLine(number, kind, $"R-{number}", posting.Fund, posting.Donor, draft.Date,
            posting.Amount, posting.Usd, rate.ToWholeDollars(posting.Amount), rate.UnitsPerDollar,
            rate.Effective, null, null);
    }

    IEnumerable<PledgeLine> Pledges(DateOnly asAt)
    {
        foreach (var (number, draft) in _entries.Where(entry => entry.Draft.Date <= asAt))
        {
            if (draft.Records.OfType<Pledge>().FirstOrDefault() is not { } pledge) continue;
            var claims = _entries.Where(entry => entry.Draft.Date <= asAt).SelectMany(entry => entry.Draft.Postings)
                .Where(posting => posting.Pledge == number && posting.Account.IsClaim()).ToArray();
            Amount Sum(Func<Movement, bool> which) => claims.Where(posting => which(posting.Movement))
                .Aggregate(Amount.Zero(pledge.Amount.Currency), (sum, posting) => sum + posting.Amount);
            var paid = -Sum(movement => movement == Movement.Paid);
            var writtenOff = -Sum(movement => movement == Movement.WrittenOff);
            var open = Sum(_ => true);
            yield return new PledgeLine(number, pledge.Reference, pledge.Fund, pledge.Donor, pledge.Date,
                _pledges[number].Rung, pledge.Form, pledge.Amount, pledge.Usd, open + paid + writtenOff, paid,
                writtenOff, open, Amount.Usd(claims.Sum(posting => posting.Usd.MinorUnits)), draft.Rate!.UnitsPerDollar,
                draft.Rate.Effective, null, null)
            {
                NextDue = claims.GroupBy(posting => posting.Due)
                    .Where(due => due.Sum(posting => posting.Amount.MinorUnits) != 0)
                    .Min(due => due.Key),
            };
        }
    }
}
