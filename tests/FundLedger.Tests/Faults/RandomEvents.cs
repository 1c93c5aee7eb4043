using System.Collections.Immutable;
using System.Globalization;
using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Data.Payments;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Payments;
using FundLedger.Pledges;
using FundLedger.Rates;
using FundLedger.Tests.Data;
using Shouldly;

namespace FundLedger.Tests.Faults;

/// <summary>Random events, each told to the ledger and kept on paper; some must be refused, and then nothing moves.</summary>
sealed class RandomEvents(Ledger ledger, TestClock clock, Random random)
{
    static readonly Author Clerk = new("clerk");
    static readonly string[] Donors = ["NOR", "SWE", "CAN", "CHE", "JPN"];
    static readonly string[] Funds = ["VFTC", "UPR-P", "UPR-I", "LDC-SIDS"];
    static readonly Currency[] Currencies = [.. new[] { "EUR", "NOK", "JPY", "KWD", "USD" }.Select(Currency.Of)];

    readonly List<(DateTimeOffset Now, Func<Ledger, bool> Ask)> _asked = [];
    int _made;

    public PaperBooks Paper { get; } = new();

    public int Refusals { get; private set; }

    public int Undone { get; private set; }

    /// <summary>The first day that is open for entries.</summary>
    public DateOnly Since { get; set; }

    DateOnly Today => DateOnly.FromDateTime(clock.Now.UtcDateTime);

    public void Begin()
    {
        foreach (var currency in Currencies) if (currency != Currency.Usd) NewRate(currency, new DateOnly(2019, 12, 31));
    }

    public void Next()
    {
        clock.Now += TimeSpan.FromMinutes(random.Next(600));
        switch (random.Next(100))
        {
            case < 22: Promise(); break;
            case < 48: Pay(); break;
            case < 58: Allocate(); break;
            case < 65: Climb(); break;
            case < 73: Amend(); break;
            case < 78: Refund(); break;
            case < 84: WriteOff(); break;
            case < 87: Cancel(); break;
            case < 92: ReversePayment(); break;
            case < 98: ReverseEntry(); break;
            default: NewRate(AnyOf(Currencies[..4]), Today.AddDays(-random.Next(100))); break;
        }
    }

    /// <summary>Tells another, empty ledger the same at the same moments.</summary>
    public void Replay(Ledger other, TestClock otherClock)
    {
        foreach (var (now, ask) in _asked)
        {
            otherClock.Now = now;
            ask(other);
        }
    }

    void Promise()
    {
        var currency = AnyOf(Currencies);
        var (instalments, rung) = (random.Next(2) == 0 ? 1 : random.Next(2, 7), (Rung)random.Next(3));
        var pledge = new PaperPledge(Name("P"), AnyOf(Donors), AnyOf(Funds), Later(Today.AddDays(-400)), currency, rung, instalments == 1);
        var amount = Some(currency);
        var plan = new InstalmentPlan { Count = instalments, First = pledge.Date.AddDays(random.Next(90)), MonthsApart = random.Next(1, 13) };
        if (Ask(to => to.Pledges.Add(new NewPledge(pledge.Donor, pledge.Fund, pledge.Date, Of(amount, currency))
        { Reference = pledge.Reference, Status = rung, Plan = plan }, Clerk), true) is not { } number) return;
        Paper.Pledges.Add(pledge);
        Paper.Add(new PaperEntry(number, pledge.Date, pledge, null) { Promised = amount });
    }

    void Pay()
    {
        var pledge = random.Next(5) == 0 ? null : Open();
        var currency = pledge is null || random.Next(4) == 0 ? AnyOf(Currencies) : pledge.Currency;
        if (pledge is { IsSingle: false }) currency = pledge.Currency;
        var receipt = new PaperReceipt(Name("R"), pledge?.Donor ?? AnyOf(Donors), pledge?.Fund ?? AnyOf(Funds), Later(pledge?.Date), currency);
        var amount = pledge is not null && currency == pledge.Currency && random.Next(2) == 0 ? Part(pledge.Outstanding, currency) : Some(currency);
        var (given, paid) = pledge is null ? (0m, 0m) : Meets(pledge, receipt, amount);
        if (Ask(to => to.Payments.Add(
            new NewPayment(receipt.Donor, receipt.Fund, receipt.Date, Of(amount, currency)) { Reference = receipt.Reference },
            pledge is null ? [] : [new AllocationRequest { Pledge = pledge.Reference }], Clerk), true) is not { } number) return;
        Paper.Receipts.Add(receipt);
        Paper.Add(new PaperEntry(number, receipt.Date, pledge, receipt) { Received = amount, Given = given, Paid = paid });
    }

    void Allocate()
    {
        if (Unallocated() is not { } receipt) return;
        var pledge = Pick(Paper.Pledges.Where(one => one.Donor == receipt.Donor && one.Currency == receipt.Currency && one.Outstanding > 0).ToArray());
        if (pledge is not null && random.Next(4) == 0) pledge = null;
        var left = pledge is null ? receipt.Unallocated : Math.Min(receipt.Unallocated, pledge.Outstanding);
        decimal? asked = random.Next(2) == 0 ? null : random.Next(6) == 0 ? left + One(receipt.Currency) : Part(left, receipt.Currency);
        var isGood = asked is null || asked <= left;
        var fund = AnyOf(Funds);
        var date = Later(pledge is not null && pledge.Date > receipt.Date ? pledge.Date : receipt.Date);
        if (Ask(to => to.Payments.Allocate(receipt.Reference,
            [new AllocationRequest { Pledge = pledge?.Reference, Fund = pledge is null ? fund : null, Amount = Of(asked, receipt.Currency) }], date, Clerk),
            isGood) is not { } number) return;
        Paper.Add(new PaperEntry(number, date, pledge, receipt) { Given = asked ?? left, Paid = pledge is null ? 0 : asked ?? left });
    }

    void Climb()
    {
        var rung = random.Next(2) == 0 ? Rung.Pledged : Rung.Signed;
        if (Pick(Paper.Pledges.Where(one => one.Outstanding > 0 && one.Rung < rung).ToArray()) is not { } pledge) return;
        var date = Later(pledge.Date);
        if (Ask(to => to.Pledges.Climb(pledge.Reference, rung, date, null, Clerk), true) is not { } number) return;
        Paper.Add(new PaperEntry(number, date, pledge, null) { From = pledge.Rung });
        pledge.Rung = rung;
        pledge.IsSingle = false;
    }

    void Amend()
    {
        if (Open() is not { } pledge) return;
        var least = pledge.Promised - pledge.Outstanding;
        var total = random.Next(6) == 0 ? least - One(pledge.Currency) : least + Part(pledge.Outstanding * 2, pledge.Currency);
        if (total == pledge.Promised) return;
        var (date, change) = (Later(pledge.Date), total - pledge.Promised);
        if (Ask(to => to.Pledges.Amend(pledge.Reference, Of(total, pledge.Currency), null, date, "asked for", Clerk), total >= least) is not { } number)
            return;
        pledge.IsSingle = false;
        Paper.Add(new PaperEntry(number, date, pledge, null) { Promised = change });
    }

    void Refund()
    {
        if (Unallocated() is not { } receipt) return;
        var asked = Asked(receipt.Unallocated, receipt.Currency);
        var date = Later(receipt.Date);
        var back = asked ?? receipt.Unallocated;
        if (Ask(to => to.Payments.Refund(receipt.Reference, Of(asked, receipt.Currency), date, "paid twice", Clerk), back <= receipt.Unallocated)
            is not { } number) return;
        Paper.Add(new PaperEntry(number, date, null, receipt) { Refunded = back });
    }

    void WriteOff()
    {
        if (Open() is not { } pledge) return;
        var asked = Asked(pledge.Outstanding, pledge.Currency);
        var (date, lost) = (Later(pledge.Date), asked ?? pledge.Outstanding);
        if (Ask(to => to.Pledges.WriteOff(pledge.Reference, Of(asked, pledge.Currency), date, "lost", Clerk), lost <= pledge.Outstanding)
            is not { } number) return;
        Paper.Add(new PaperEntry(number, date, pledge, null) { WrittenOff = lost });
    }

    void Cancel()
    {
        var pledge = random.Next(4) == 0 ? Pick(Paper.Pledges) : Open();
        if (pledge is null) return;
        var (date, open) = (Later(pledge.Date), pledge.Outstanding);
        if (Ask(to => to.Pledges.Cancel(pledge.Reference, date, "changed their mind", Clerk), open > 0) is not { } number) return;
        Paper.Add(new PaperEntry(number, date, pledge, null) { Promised = -open });
    }

    void ReversePayment()
    {
        if (Pick(Paper.Receipts) is not { } receipt) return;
        var entries = Paper.Entries.Where(entry => entry.Receipt == receipt && !entry.IsUndone).ToArray();
        if (Ask(to => to.Payments.Reverse(receipt.Reference, DateOnly.FromDateTime(to.Clock.GetUtcNow().UtcDateTime), "mistake", Clerk), !receipt.IsReversed) is null) return;
        receipt.IsReversed = true;
        foreach (var entry in entries) Paper.Undo(entry);
        Undone++;
    }

    void ReverseEntry()
    {
        if (Pick(Paper.Entries) is not { } entry) return;
        // What others built on may be refused; what nobody built on is undone, once.
        bool? isGood = entry.IsUndone ? false
            : Paper.IsBuiltOn(entry) || entry.Date < Since || entry.Pledge is { HasRejoined: true } ? null : true;
        if (Ask(to => to.Journal.Reverse(entry.Number, DateOnly.FromDateTime(to.Clock.GetUtcNow().UtcDateTime), "mistake", Clerk), isGood) is null) return;
        Paper.Undo(entry);
        if (entry.Received != 0) entry.Receipt!.IsReversed = true;
        Undone++;
    }

    void NewRate(Currency currency, DateOnly day)
    {
        var usual = currency.Code switch { "EUR" => 0.9m, "NOK" => 10m, "JPY" => 140m, _ => 0.3m };
        var rate = usual * random.Next(700, 1300) / 1000m;
        Rate record = new(currency, day, decimal.ToInt64(rate * 100_000_000), "test");
        bool Add(Ledger to)
        {
            return !to.Rates.Add([record], "test", Clerk).IsRefused;
        }

        _asked.Add((clock.Now, Add));
        Add(ledger).ShouldBeTrue();
        Paper.AddRate(currency, day, rate);
    }

    /// <summary>What of a payment meets what of a pledge, in the currency of each.</summary>
    (decimal Given, decimal Paid) Meets(PaperPledge pledge, PaperReceipt receipt, decimal amount)
    {
        if (pledge.Currency == receipt.Currency)
        {
            var part = Math.Min(amount, pledge.Outstanding);
            return (part, part);
        }

        var worth = Paper.Worth(amount, receipt.Currency, pledge.Currency, receipt.Date);
        if (worth == 0) return (0, 0);
        if (worth <= pledge.Outstanding) return (amount, worth);
        var taken = PaperBooks.Round(amount * pledge.Outstanding / worth, receipt.Currency);
        return taken == 0 ? (0, 0) : (taken, pledge.Outstanding);
    }

    /// <summary>The number of the entry, or none where it was refused; an answer other than the one expected fails.</summary>
    long? Ask(Func<Ledger, Outcome<Recorded>> request, bool? isGood)
    {
        _asked.Add((clock.Now, to => !request(to).IsRefused));
        var outcome = request(ledger);
        if (isGood is { } expected && outcome.IsRefused == expected)
            throw new InvalidOperationException($"Event {_asked.Count} should {(expected ? "" : "not ")}be done: "
                + (outcome.IsRefused ? outcome.Problems[0].Message : outcome.Value.Text));
        if (outcome.IsRefused) Refusals++;
        return outcome.IsRefused ? null : outcome.Value.Entry;
    }

    PaperPledge? Open() => Pick(Paper.Pledges.Where(pledge => pledge.Outstanding > 0).ToArray());

    PaperReceipt? Unallocated() => Pick(Paper.Receipts.Where(receipt => receipt.Unallocated > 0).ToArray());

    /// <summary>A day from the one given up to today.</summary>
    DateOnly Later(DateOnly? from)
    {
        if (from is not { } first) return Today;
        if (first < Since) first = Since;
        return first.AddDays(random.Next(Today.DayNumber - first.DayNumber + 1));
    }

    T? Pick<T>(IReadOnlyList<T> from) => from.Count == 0 ? default : from[random.Next(from.Count)];

    T AnyOf<T>(T[] from) => from[random.Next(from.Length)];

    string Name(string kind) => $"{kind}-{(++_made).ToString(CultureInfo.InvariantCulture)}";

    decimal? Asked(decimal left, Currency currency) => random.Next(3) switch
    {
        0 => null,
        1 => Part(left, currency),
        _ => random.Next(2) == 0 ? left + One(currency) : left,
    };

    decimal Some(Currency currency) => random.NextInt64(1, random.Next(4) == 0 ? 100 : 50_000_000) * One(currency);

    /// <summary>More than nothing and at most all of it.</summary>
    decimal Part(decimal whole, Currency currency) => random.NextInt64(1, decimal.ToInt64(whole / One(currency)) + 1) * One(currency);

    static decimal One(Currency currency) => 1m / currency.UnitsPerWhole;

    static Amount Of(decimal amount, Currency currency) => new(decimal.ToInt64(amount * currency.UnitsPerWhole), currency);

    static Amount? Of(decimal? amount, Currency currency) => amount is { } some ? Of(some, currency) : null;
}
