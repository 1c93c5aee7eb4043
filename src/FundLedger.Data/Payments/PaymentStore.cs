using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Data.Journal;
using FundLedger.Data.Lists;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Payments;
using FundLedger.Pledges;

namespace FundLedger.Data.Payments;

/// <summary>What a payment shall settle, as people name it: a pledge's reference or a fund, and how much of the payment.</summary>
public sealed record AllocationRequest
{
    public string? Pledge { get; init; }

    public int? Instalment { get; init; }

    public string? Fund { get; init; }

    public Amount? Amount { get; init; }

    /// <summary>What the amount settles in the pledge's currency, where it was exchanged at another rate than the UN's.</summary>
    public Amount? Settles { get; init; }
}

/// <summary>Payments: what the bank received, what it settled, and what is not explained yet.</summary>
public sealed class PaymentStore(Ledger ledger)
{
    /// <summary>
    /// Records a payment and settles what it was paid for. A pledge dated after the payment is settled by an entry of
    /// its own on the pledge's day, so that no day shows a pledge paid before it was made.
    /// </summary>
    public Outcome<Recorded> Add(NewPayment request, ImmutableArray<AllocationRequest> allocations, Author author) =>
        ledger.Write(author, new AddPayment(request, allocations));

    /// <summary>Says what an unallocated receipt was for.</summary>
    public Outcome<Recorded> Allocate(
        string reference, ImmutableArray<AllocationRequest> allocations, DateOnly date, Author author) =>
        ledger.Write(author, new AllocatePayment(reference, allocations, date));

    /// <summary>Pays unallocated money back.</summary>
    public Outcome<Recorded> Refund(string reference, Amount? amount, DateOnly date, string reason, Author author) =>
        ledger.Write(author, new RefundPayment(reference, amount, date, reason));

    /// <summary>
    /// Undoes a payment: first the later allocations and refunds that used it, the newest first, then the payment itself,
    /// each by its own exact reversal, all or none.
    /// </summary>
    public Outcome<Recorded> Reverse(string reference, DateOnly date, string reason, Author author) =>
        ledger.Write(author, new ReversePayment(reference, date, reason));

    /// <summary>The payment with this reference; the newest, where one was reversed and its reference used again.</summary>
    public Outcome<ReceiptState> Find(string reference)
    {
        var row = ledger.Single<ReceiptRow>($"""
            SELECT p.entry AS number, p.reference, p.donor, p.fund, p.date, p.currency, p.form, p.amount,
                   COALESCE(r.amount, 0) AS unallocated, COALESCE(r.usd, 0) AS usd
            FROM payment p LEFT JOIN receipt r ON r.payment = p.entry
            WHERE p.entry = (SELECT MAX(entry) FROM payment WHERE reference = @reference) AND {ledger.InScope("p.fund")}
            """, new { reference = reference.Trim(), scope = ledger.ScopeCodes });
        if (row is null)
            return new Problem($"there is no payment {reference}", "see «payments list» for the references")
            { Column = "payment", Value = reference };
        return new ReceiptState(row.Number, row.Reference, row.Donor, row.Fund, row.Date, new Amount(row.Amount, row.Currency),
            Word.Parse<ContributionForm>(row.Form), new Amount(row.Unallocated, row.Currency), Amount.Usd(row.Usd));
    }

    /// <summary>Payments in the order of the filter, the newest first where it names none.</summary>
    public IEnumerable<PaymentLine> Page(PaymentFilter filter) => new PaymentQueries(ledger).Lines(filter);

    /// <summary>A page of a long list, found by its place and not by passing over what stands before it.</summary>
    public LinePage<PaymentLine> PageAt(PaymentFilter filter) => new PaymentQueries(ledger).Page(filter);

    /// <summary>
    /// What all payments that the filter finds come to, by currency; those that were reversed count nothing.
    /// <paramref name="before"/> is what they came to when it was asked last.
    /// </summary>
    public LineTotals Totals(PaymentFilter filter, Knowledge known, LineTotals? before = null) =>
        LineTotals.Of(filter, known, before, since => new PaymentQueries(ledger).Posted(filter, since, known));

    /// <summary>What a payment settled, of the funds of the scope.</summary>
    public ImmutableArray<AllocationLine> AllocationsOf(long payment) =>
    [
        .. ledger.Query<AllocationRow>(AllocationRow.Sql, new { payment }).Select(row => row.ToLine())
            .Where(line => ledger.Scope.Allows(line.Fund)),
    ];

    /// <summary>Which of these references payments have already that were not reversed.</summary>
    internal HashSet<string> Taken(IReadOnlyCollection<string> references) => TakenReferences.Of(ledger, "payment", references);

    internal Outcome<Recorded> Add(NewPayment request, ImmutableArray<AllocationRequest> allocations, Writing writing) =>
        Resolve(request).Then(payment => Targets(allocations, payment.Fund)
            .Then(targets => Post(payment with { Targets = targets }, ledger.Standing, writing)));

    internal Outcome<Recorded> Change(string reference, Writing writing, Func<ReceiptState, Outcome<EntryDraft>> decide) =>
        Find(reference).Then(decide).Then(draft => writing.Post(draft).Then<Recorded>(number =>
            new Recorded(number, reference.Trim(), $"{draft.Text} [{reference.Trim()}]")));

    /// <summary>Posts a payment whose names are resolved, and the settlements that must wait for their pledge's day.</summary>
    internal Outcome<Recorded> Post(
        NewPayment payment, StandingData standing, Writing writing, long batch = 0, Action<EntryDraft>? posted = null)
    {
        var reference = payment.Reference ?? writing.NextReference("PAY");
        Outcome<Recorded> PostOne(EntryDraft draft)
        {
            return writing.Post(draft, batch).Then<Recorded>(number =>
            {
                posted?.Invoke(draft);
                return new Recorded(number, reference, $"{draft.Text} [{reference}]");
            });
        }

        return RecordPayment.Steps(payment with { Reference = reference }, standing.Rates.On, PostOne);
    }

    internal Outcome<Recorded> Reverse(ReceiptState receipt, DateOnly date, string reason, Writing writing)
    {
        var entries = ledger.Query<long>("""
            SELECT e.number FROM entry e
            WHERE e.reverses = 0 AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = e.number)
              AND (e.number = @payment
                   OR e.number IN (SELECT entry FROM allocation WHERE payment = @payment)
                   OR e.number IN (SELECT entry FROM posting WHERE payment = @payment AND payment <> 0))
            ORDER BY e.number DESC
            """, new { payment = receipt.Number }).ToArray();
        if (!entries.Contains(receipt.Number))
            return new Problem($"payment {receipt.Reference} is reversed already", "nothing more is to be done")
            { Column = "payment", Value = receipt.Reference };
        Outcome<Recorded> last = new Recorded(0, receipt.Reference, "");
        foreach (var entry in entries)
        {
            last = ledger.Journal.Reverse(entry, date, reason, writing);
            if (last.IsRefused) return last;
        }

        return last.Value with { Reference = receipt.Reference };
    }

    Outcome<NewPayment> Resolve(NewPayment request) =>
        ledger.Standing.Donors.Find(request.Donor).Then(donor =>
        ledger.Standing.Funds.Find(request.Fund).Then<NewPayment>(fund =>
            request.Reference is { } reference && Taken([reference]).Count > 0
                ? new Problem($"there is a payment {reference} already", "give another reference; a payment is recorded once")
                { Column = "reference", Value = reference }
                : request with { Donor = donor.Code, Fund = fund.Code }));

    internal Outcome<ImmutableArray<AllocationTarget>> Targets(ImmutableArray<AllocationRequest> requests, string fallbackFund)
    {
        var targets = ImmutableArray.CreateBuilder<AllocationTarget>();
        foreach (var request in requests)
        {
            var target = request.Pledge is { } reference
                ? ledger.Pledges.Find(reference).Then<AllocationTarget>(pledge => AllocationTarget.To(pledge))
                : ledger.Standing.Funds.Find(request.Fund ?? fallbackFund)
                    .Then<AllocationTarget>(fund => AllocationTarget.Directly(fund.Code));
            if (target.IsRefused) return new Refusal(target.Problems);
            targets.Add(target.Value with { Instalment = request.Instalment, Amount = request.Amount, Settles = request.Settles });
        }

        return targets.ToImmutable();
    }

    sealed class ReceiptRow
    {
        public long Number { get; init; }
        public string Reference { get; init; } = "";
        public string Donor { get; init; } = "";
        public string Fund { get; init; } = "";
        public DateOnly Date { get; init; }
        public Currency Currency { get; init; } = Currency.Usd;
        public string Form { get; init; } = "";
        public long Amount { get; init; }
        public long Unallocated { get; init; }
        public long Usd { get; init; }
    }
}
