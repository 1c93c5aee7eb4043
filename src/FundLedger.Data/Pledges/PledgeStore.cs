using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Data.Lists;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Pledges;

namespace FundLedger.Data.Pledges;

/// <summary>One instalment and what became of it.</summary>
public sealed record InstalmentLine(int Number, DateOnly Due, Amount Promised, Amount Paid, Amount WrittenOff, Amount Outstanding);

/// <summary>Pledges: what donors promised, and what became of it.</summary>
public sealed class PledgeStore(Ledger ledger)
{
    public Outcome<Recorded> Add(NewPledge request, Author author) => ledger.Write(author, new AddPledge(request));

    /// <summary>Moves a pledge up the ladder: formalised by a letter, or signed as an agreement.</summary>
    public Outcome<Recorded> Climb(string reference, Rung rung, DateOnly date, string? note, Author author) =>
        ledger.Write(author, new ClimbPledge(reference, rung, date, note));

    /// <summary>Gives the pledge another total, other instalments for what is open, or both.</summary>
    public Outcome<Recorded> Amend(
        string reference, Amount? total, InstalmentPlan? plan, DateOnly date, string reason, Author author) =>
        ledger.Write(author, new AmendPledge(reference, total, plan, date, reason));

    public Outcome<Recorded> Cancel(string reference, DateOnly date, string reason, Author author) =>
        ledger.Write(author, new CancelPledge(reference, date, reason));

    /// <summary>Writes off an amount, or all that is outstanding where none is given.</summary>
    public Outcome<Recorded> WriteOff(string reference, Amount? amount, DateOnly date, string reason, Author author) =>
        ledger.Write(author, new WriteOffPledge(reference, amount, date, reason));

    /// <summary>The pledge with this reference as it stands now.</summary>
    public Outcome<PledgeState> Find(string reference) =>
        ByReference([reference.Trim()]).TryGetValue(reference.Trim(), out var pledge)
            ? pledge
            : new Problem($"there is no pledge {reference}", "see «pledges list» for the references")
            { Column = "pledge", Value = reference };

    /// <summary>The instalments of a pledge as they were planned and changed: what was promised of each and what is open.</summary>
    public ImmutableArray<InstalmentLine> Instalments(long pledge) => [.. ledger.Query<InstalmentRow>("""
        SELECT s.instalment, MAX(s.due) AS due, s.currency,
               SUM(CASE WHEN s.movement NOT IN ('paid', 'written-off') THEN s.amount ELSE 0 END) AS promised,
               SUM(CASE WHEN s.movement = 'paid' THEN -s.amount ELSE 0 END) AS paid,
               SUM(CASE WHEN s.movement = 'written-off' THEN -s.amount ELSE 0 END) AS written_off,
               SUM(s.amount) AS outstanding
        FROM posting s
        WHERE s.pledge = @pledge AND s.pledge <> 0 AND s.account IN ('announced', 'pledged', 'receivable')
        GROUP BY s.instalment, s.currency ORDER BY due, s.instalment
        """, new { pledge }).Select(row => row.ToLine())];

    /// <summary>
    /// Several pledges at once, by reference; those that do not exist are left out. A reference that was freed by a reversal
    /// and used again means the newest.
    /// </summary>
    internal Dictionary<string, PledgeState> ByReference(IReadOnlyCollection<string> references)
    {
        var rows = ledger.Reader($"""
            SELECT {PledgeRows.Columns}, c.instalment, c.account, c.due, c.amount, c.usd
            FROM {ledger.Dialect.Each("@references", "n")} {ledger.Dialect.LookUp("pledge", "p", "reference", "n.value")}
            {ledger.Dialect.LookUp("claim", "c", "pledge", "p.entry")}
            WHERE {ledger.InScope("p.fund")}
              AND NOT EXISTS (SELECT 1 FROM pledge l WHERE l.reference = p.reference AND l.entry > p.entry LIMIT 1 OFFSET 0)
            ORDER BY p.entry, c.instalment, c.account
            """, new { references = ledger.Dialect.List(references), scope = ledger.ScopeCodes });
        return PledgeRows.Read(rows).ToDictionary(pledge => pledge.Reference, StringComparer.Ordinal);
    }

    /// <summary>The pledge that an entry recorded, as it stands now.</summary>
    internal PledgeState ByNumber(long number) => PledgeRows.Read(ledger.Reader($"""
        SELECT {PledgeRows.Columns}, c.instalment, c.account, c.due, c.amount, c.usd
        FROM pledge p JOIN claim c ON c.pledge = p.entry
        WHERE p.entry = @number ORDER BY c.instalment, c.account
        """, new { number })).Single();

    /// <summary>Which of these references pledges have already that were not reversed.</summary>
    internal HashSet<string> Taken(IReadOnlyCollection<string> references) => TakenReferences.Of(ledger, "pledge", references);

    internal Outcome<Recorded> Add(NewPledge request, Writing writing) => Resolve(request)
        .Then(pledge => Draft(pledge with { Reference = pledge.Reference ?? writing.NextReference("PLG") }))
        .Then(decided => Post(writing, decided.Draft, decided.Reference));

    internal Outcome<Recorded> Change(string reference, Writing writing, Func<PledgeState, Outcome<EntryDraft>> decide) =>
        Find(reference).Then(decide).Then(draft => Post(writing, draft, reference.Trim()));

    /// <summary>What the pledge comes to with its amendments and cancellations.</summary>
    internal Amount Promised(PledgeState pledge) => new(
        ledger.Single<long>("""
            SELECT COALESCE(SUM(amount), 0) FROM posting
            WHERE pledge = @pledge AND movement IN ('pledged', 'amended', 'cancelled')
            """, new { pledge = pledge.Number }),
        pledge.Currency);

    /// <summary>Checks the names in a request and replaces them by codes; the reference must be new.</summary>
    Outcome<NewPledge> Resolve(NewPledge request) =>
        ledger.Standing.Donors.Find(request.Donor).Then(donor =>
        ledger.Standing.Funds.Find(request.Fund).Then<NewPledge>(fund =>
            request.Reference is { } reference && Taken([reference]).Count > 0
                ? new Problem($"there is a pledge {reference} already", "give another reference, or amend the pledge")
                { Column = "reference", Value = reference }
                : request with { Donor = donor.Code, Fund = fund.Code }));

    Outcome<(EntryDraft Draft, string Reference)> Draft(NewPledge pledge) =>
        ledger.Standing.Rates.On(pledge.Date, pledge.Amount.Currency)
            .Then(rate => RecordPledge.Decide(pledge, rate))
            .Then<(EntryDraft, string)>(draft => (draft, pledge.Reference!));

    static Outcome<Recorded> Post(Writing writing, EntryDraft draft, string reference) =>
        writing.Post(draft).Then<Recorded>(number => new Recorded(number, reference, $"{draft.Text} [{reference}]"));

    sealed class InstalmentRow
    {
        public long Instalment { get; init; }
        public DateOnly Due { get; init; }
        public Currency Currency { get; init; } = Currency.Usd;
        public long Promised { get; init; }
        public long Paid { get; init; }
        public long WrittenOff { get; init; }
        public long Outstanding { get; init; }

        internal InstalmentLine ToLine() => new((int)Instalment, Due, new Amount(Promised, Currency), new Amount(Paid, Currency),
            new Amount(WrittenOff, Currency), new Amount(Outstanding, Currency));
    }
}
