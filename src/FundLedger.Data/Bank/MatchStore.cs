using System.Collections.Immutable;
using FundLedger.Bank;
using FundLedger.Bank.Matching;
using FundLedger.Checks;
using FundLedger.Data.Payments;
using FundLedger.Journal;
using FundLedger.Money;

namespace FundLedger.Data.Bank;

/// <summary>One line that was explained: the entry that moved the money, and the words that say so.</summary>
public sealed record ConfirmedLine(string Line, long Entry, string Reference, string Text);

/// <summary>The lines that one request explained.</summary>
public sealed record Confirmed(ImmutableArray<ConfirmedLine> Lines);

/// <summary>
/// Explains bank lines. A person confirms a candidate or says what a line is; only what is certain is taken without a
/// person, and only where the ledger is set so.
/// </summary>
public sealed class MatchStore(Ledger ledger)
{
    /// <summary>How many days before the oldest unexplained line an entry may be that is the same money.</summary>
    const int DaysAround = 31;

    readonly MatchQueries _queries = new(ledger);

    /// <summary>The lines that nothing explains yet with what each may be, the oldest first; all accounts where none is named.</summary>
    public ImmutableArray<LineCandidates> Candidates(string? account = null)
    {
        var lines = _queries.UnexplainedLines(account is null ? null : AccountNumber.Normal(account));
        return lines.IsEmpty ? [] : LineCandidates.Join(lines, Matcher().Propose([.. lines.Select(line => line.Line)]), Unmatched(lines));
    }

    /// <summary>
    /// Takes a candidate of each line: the one with the number, from 1, or the best where none is given and it is clearly
    /// ahead of the next.
    /// </summary>
    public Outcome<Confirmed> ConfirmCandidate(ImmutableArray<BankLineId> lines, int? number, Author author) =>
        ledger.Write(author, new { lines = Names(lines), number }, writing =>
        {
            var candidates = Candidates().ToDictionary(one => one.Line.Id);
            return Each(lines, line => candidates.TryGetValue(line.Id, out var found)
                ? Choice(found, number).Then(proposal => Confirm(line, proposal, writing))
                : new Problem($"line {line.Id} has no candidates", "say what it is with ‹pledge›, ‹to-fund› or ‹payment›"));
        });

    /// <summary>
    /// Records a payment for each line and settles what is named; what the first leaves open goes on with the next. In
    /// full: the one pledge or instalment that is named is settled, at whatever rate the payer's bank exchanged.
    /// </summary>
    public Outcome<Confirmed> Confirm(
        ImmutableArray<BankLineId> lines, Confirmation said, bool inFull, ImmutableArray<AllocationRequest> settles, Author author) =>
        ledger.Write(author, new { lines = Names(lines), said, inFull, settles }, writing =>
            lines.Length > 1 && (inFull || said is not { Charge: null, Reference: null } || settles.Any(part => part.Amount is not null))
                ? new Problem("amounts, a charge or a reference were given for several lines", "confirm the lines one by one")
                : Each(lines, line => said.PaymentOf(line).Then(payment =>
                    (inFull ? InFull(settles, payment.Amount) : settles).Then(parts => Record(line, payment, parts, writing)))));

    /// <summary>One line that nothing explains yet.</summary>
    public Outcome<HeldLine> Find(BankLineId line) => _queries.Find(line);

    /// <summary>Says that the lines are money which the ledger holds already: payments, refunds or fees, by their entries.</summary>
    public Outcome<Confirmed> Link(ImmutableArray<BankLineId> lines, ImmutableArray<long> entries, Author author) =>
        ledger.Write(author, new { lines = Names(lines), entries }, writing =>
            Found(lines).Then(found => Recorded(entries).Then(recorded =>
                LinkLines.Decide(found, recorded, ledger.Today).Then(draft => writing.Post(draft).Then<Confirmed>(entry =>
                    new Confirmed([.. found.Select(line => new ConfirmedLine(line.Id.ToString(), entry, draft.Text, draft.Text))]))))));

    /// <summary>Says that debits are the bank's own fee.</summary>
    public Outcome<Confirmed> Fee(ImmutableArray<BankLineId> lines, string fund, Author author) =>
        ledger.Write(author, new { lines = Names(lines), fee = fund }, writing =>
            ledger.Standing.Funds.Find(fund).Then(found => Each(lines, line =>
                ledger.Standing.Rates.On(line.Day, line.Line.Amount.Currency)
                    .Then(rate => BankFee.Decide(line, found.Code, rate))
                    .Then(draft => writing.Post(draft).Then<ConfirmedLine>(entry =>
                        new ConfirmedLine(line.Id.ToString(), entry, "", draft.Text))))));

    /// <summary>Leaves a line unexplained, for a reason that every reconciliation shows.</summary>
    public Outcome<Recorded> Leave(BankLineId line, string reason, Author author) =>
        ledger.Write(author, new { leave = line.ToString(), reason }, writing =>
            _queries.Find(line).Then(found => LinkLines.Leave(found, reason, ledger.Today))
                .Then(draft => writing.Post(draft).Then<Recorded>(entry => new Recorded(entry, line.ToString(), draft.Text))));

    /// <summary>
    /// Takes back what explains a line: a payment that its confirmation recorded is reversed with all that it settled; a
    /// link to what was recorded otherwise is undone and that stays.
    /// </summary>
    public Outcome<Recorded> Undo(BankLineId line, DateOnly date, string reason, Author author) =>
        ledger.Write(author, new { undo = line.ToString(), date, reason }, writing => _queries.MatchOf(line) switch
        {
            null => new Problem($"nothing explains line {line}", "nothing is to be undone")
            { Column = "line", Value = line.ToString() },
            { Reference: { } payment } match when match.Matched == match.Entry =>
                ledger.Payments.Find(payment).Then(receipt => ledger.Payments.Reverse(receipt, date, reason, writing)),
            var match => ledger.Journal.Reverse(match.Entry, date, reason, writing),
        });

    /// <summary>Confirms whatever is certain. Asked for by an import where the ledger is set so, or by a person.</summary>
    public Outcome<Confirmed> ConfirmCertain(Author author) => ledger.Write(author, "confirm certain", writing =>
    {
        if (!BankSettings.Of(ledger.Standing).PostsCertain)
            return new Problem("the ledger is not set to confirm what is certain",
                "set ‹post-certain› among the settings of matching to yes");
        var certain = Candidates().Where(candidate => candidate.IsCertain).ToArray();
        return Each([.. certain.Select(candidate => candidate.Line.Id)], line =>
            Confirm(line, certain.First(candidate => candidate.Line.Id == line.Id).Match.Proposals[0], writing));
    });

    Matcher Matcher() => new(
        _queries.OpenInstalments(), _queries.KnownPayers(),
        ledger.Standing.Donors.All.SelectMany(donor => donor.AllNames().Where(name => name.Length > 0)
            .Select(name => new DonorName(donor.Code, name))),
        ledger.Standing.Rates, BankSettings.Of(ledger.Standing).Match);

    IEnumerable<RecordedEntry> Unmatched(ImmutableArray<HeldLine> lines) =>
        _queries.Unmatched(lines[0].Day.AddDays(-DaysAround), lines[^1].Day.AddDays(DaysAround));

    Outcome<MatchProposal> Choice(LineCandidates found, int? number)
    {
        Problem About(string message, string remedy) =>
            new(message, remedy) { Column = "line", Value = found.Line.Id.ToString() };
        var proposals = found.Match.Proposals;
        if (number is { } given)
            return given >= 1 && given <= proposals.Length ? proposals[given - 1]
                : About($"line {found.Line.Id} has {proposals.Length} candidates", "look at them and take one of these numbers");
        if (proposals.IsEmpty)
            return About($"line {found.Line.Id} has no candidates", "say what it is with ‹pledge›, ‹to-fund› or ‹payment›");
        if (!found.Recorded.IsEmpty)
            return About($"line {found.Line.Id} may be {found.Recorded[0].Reference}, which is recorded already",
                $"confirm it with ‹entry› {found.Recorded[0].Entry}, or name a candidate with ‹candidate›");
        return found.Match.Margin >= BankSettings.Of(ledger.Standing).Match.Margin ? proposals[0]
            : About($"line {found.Line.Id} has {proposals.Length} candidates and the best is only {found.Match.Margin} points ahead",
                "name one with ‹candidate›");
    }

    /// <summary>The whole payment for the whole of what is open.</summary>
    Outcome<ImmutableArray<AllocationRequest>> InFull(ImmutableArray<AllocationRequest> settles, Amount paid)
    {
        if (settles is not [{ Pledge: { } reference } one])
            return new Problem("it is not clear what is settled in full", "name one pledge or instalment with ‹pledge›");
        return ledger.Pledges.Find(reference).Then<ImmutableArray<AllocationRequest>>(pledge =>
        {
            var open = pledge.Open.Where(claim => one.Instalment is null || claim.Instalment == one.Instalment)
                .Aggregate(Amount.Zero(pledge.Currency), (sum, claim) => sum + claim.Outstanding);
            return ImmutableArray.Create(one with { Amount = paid, Settles = open });
        });
    }

    Outcome<ConfirmedLine> Confirm(HeldLine line, MatchProposal proposal, Writing writing) =>
        Confirmation.Of(proposal).PaymentOf(line).Then(payment => Record(line, payment,
            [
                .. proposal.Parts.Select(part => new AllocationRequest
                {
                    Pledge = part.Instalment.PledgeReference,
                    Instalment = part.Instalment.Instalment,
                    Amount = part.Paid,
                    Settles = part.Settles.Currency == part.Paid.Currency ? null : part.Settles,
                }),
            ], writing));

    Outcome<ConfirmedLine> Record(
        HeldLine line, FundLedger.Payments.NewPayment payment, ImmutableArray<AllocationRequest> settles, Writing writing) =>
        ledger.Payments.Add(payment, settles, writing).Then<ConfirmedLine>(recorded =>
            new ConfirmedLine(line.Id.ToString(), recorded.Entry, recorded.Reference, $"Line {line.Id}: {recorded.Text}"));

    Outcome<Confirmed> Each(ImmutableArray<BankLineId> lines, Func<HeldLine, Outcome<ConfirmedLine>> confirm)
    {
        var confirmed = ImmutableArray.CreateBuilder<ConfirmedLine>();
        foreach (var id in lines.Distinct())
        {
            var done = _queries.Find(id).Then(confirm);
            if (done.IsRefused) return new Refusal(done.Problems);
            confirmed.Add(done.Value);
        }

        return new Confirmed(confirmed.ToImmutable());
    }

    Outcome<ImmutableArray<HeldLine>> Found(ImmutableArray<BankLineId> lines)
    {
        var found = ImmutableArray.CreateBuilder<HeldLine>();
        foreach (var id in lines.Distinct())
        {
            var line = _queries.Find(id);
            if (line.IsRefused) return new Refusal(line.Problems);
            found.Add(line.Value);
        }

        return found.ToImmutable();
    }

    Outcome<ImmutableArray<RecordedEntry>> Recorded(ImmutableArray<long> entries)
    {
        var recorded = ImmutableArray.CreateBuilder<RecordedEntry>();
        foreach (var entry in entries.Distinct())
        {
            if (_queries.Recorded(entry) is not { } one)
                return new Problem($"entry {entry} moved nothing at the bank, or was reversed", "name a payment, a refund or a fee")
                { Column = "entry" };
            recorded.Add(one);
        }

        return recorded.ToImmutable();
    }

    static string[] Names(ImmutableArray<BankLineId> lines) => [.. lines.Select(line => line.ToString())];
}
