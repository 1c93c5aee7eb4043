using System.Collections.Immutable;
using FundLedger.Approvals;
using FundLedger.Checks;
using FundLedger.Data.Requests;
using FundLedger.Journal;
using FundLedger.Users;

namespace FundLedger.Data.Approvals;

/// <summary>What waits for a second person, and what became of it.</summary>
public sealed class ProposalStore(Ledger ledger)
{
    const string Source = """
        SELECT p.entry AS number, e.recorded_at AS proposed_at, e.recorded_by AS proposed_by, e.text, e.reason, p.request,
               d.verdict, h.recorded_by AS decided_by, h.recorded_at AS decided_at, h.reason AS decided_reason, d.posted
        FROM proposal p JOIN entry e ON e.number = p.entry
        LEFT JOIN decision d ON d.proposal = p.entry LEFT JOIN entry h ON h.number = d.entry
        """;

    /// <summary>Proposals that nobody has decided, the oldest first.</summary>
    public ImmutableArray<ProposalState> Waiting() =>
        [.. ledger.Query<ProposalRow>($"{Source} WHERE d.entry IS NULL ORDER BY p.entry").Select(row => row.ToState())];

    /// <summary>All proposals, the newest first.</summary>
    public ImmutableArray<ProposalState> All() =>
        [.. ledger.Query<ProposalRow>($"{Source} ORDER BY p.entry DESC").Select(row => row.ToState())];

    /// <summary>
    /// Does what was proposed, recorded by who proposed it and approved by the author, in one transaction with the decision.
    /// Where it cannot be done any more it is refused as it would be now, and the proposal stays.
    /// </summary>
    public Outcome<Recorded> Approve(long proposal, Author author) => ledger.Write(author, new ApproveProposal(proposal));

    /// <summary>Rejects a proposal; one's own is withdrawn.</summary>
    public Outcome<Recorded> Reject(long proposal, string reason, Author author) =>
        ledger.Write(author, new RejectProposal(proposal, reason));

    /// <summary>
    /// What approving a proposal would do now; nothing of it is kept. Whoever asks need not be an approver: it is looked at as
    /// the first other approver would decide it.
    /// </summary>
    public Outcome<ProposalEffect> Effect(long number) => Waiting().FirstOrDefault(one => one.Number == number) is not { } proposal
        ? new Problem($"proposal {number} does not wait", "see the list of those that do")
        : ledger.Write(new Author(proposal.ProposedBy) { Approver = ApproverBeside(proposal.ProposedBy) }, new { look = number }, writing =>
        {
            var before = writing.Journal.LastNumber;
            var done = RequestJson.Read<Request>(Request(number)).RunApproved(ledger, writing);
            if (done.IsRefused) return new Refusal(done.Problems);
            writing.Journal.Finish();
            return (Outcome<ProposalEffect>)ProposalEffect.Of(ledger, done.Value, before);
        }, dryRun: true);

    string? ApproverBeside(string proposer) => ledger.Users.List().With(Role.Approver).FirstOrDefault(name => name != proposer);

    string Request(long number) => ledger.Single<string>("SELECT request FROM proposal WHERE entry = @number", new { number })!;

    /// <summary>Keeps a request that needs a second person, and answers that it waits.</summary>
    internal Outcome<Recorded> Propose(string request, Unapproved unapproved, Writing writing)
    {
        var draft = new EntryDraft(EntryKind.Proposal, ledger.Today, unapproved.Text)
        { Reason = unapproved.Problem.Message, Records = [new Proposal(request)] };
        return writing.Post(draft).Then<Recorded>(number =>
            new Recorded(number, $"proposal {number}", $"Waiting for approval as proposal {number}: {unapproved.Text}")
            { Proposal = number });
    }

    internal Outcome<Recorded> Approve(long number, Writing writing) => Find(number, writing, Verdict.Approved).Then(row =>
    {
        var proposer = new Author(row.ProposedBy) { Approver = writing.Author.Name };
        return writing.For(proposer, () => RequestJson.Read<Request>(row.Request).RunApproved(ledger, writing))
            .Then(done => Decide(row, Verdict.Approved, done.Entry, null, writing).Then<Recorded>(_ => done));
    });

    internal Outcome<Recorded> Reject(long number, string reason, Writing writing)
    {
        if (string.IsNullOrWhiteSpace(reason))
            return new Problem("the rejection has no reason", "say why in a few words; it stays in the audit trail") { Column = "reason" };
        return Find(number, writing, Verdict.Rejected).Then(row => Decide(row,
            writing.Author.Name == row.ProposedBy ? Verdict.Withdrawn : Verdict.Rejected, 0, reason, writing));
    }

    Outcome<ProposalRow> Find(long number, Writing writing, Verdict verdict)
    {
        var row = ledger.Single<ProposalRow>($"{Source} WHERE p.entry = @number", new { number });
        if (row is null)
            return new Problem($"there is no proposal {number}", "see «proposals list» for the numbers")
            { Column = "proposal", Value = FormattableString.Invariant($"{number}") };
        return row.ToState().Objection(writing.Author.Name, verdict, ledger.Users.List()) is { } problem ? problem : row;
    }

    Outcome<Recorded> Decide(ProposalRow row, Verdict verdict, long posted, string? reason, Writing writing)
    {
        var draft = new EntryDraft(EntryKind.Decision, ledger.Today, $"Proposal {row.Number} {Word.Of(verdict)}: {row.Text}")
        { Reason = reason, Records = [new Decision(row.Number, verdict, posted)] };
        return writing.Post(draft).Then<Recorded>(number => new Recorded(number, $"proposal {row.Number}", draft.Text));
    }

    sealed class ProposalRow
    {
        public long Number { get; init; }
        public long ProposedAt { get; init; }
        public string ProposedBy { get; init; } = "";
        public string Text { get; init; } = "";
        public string? Reason { get; init; }
        public string Request { get; init; } = "";
        public string? Verdict { get; init; }
        public string? DecidedBy { get; init; }
        public long? DecidedAt { get; init; }
        public string? DecidedReason { get; init; }
        public long? Posted { get; init; }

        internal ProposalState ToState() => new(Number, DateTimeOffset.FromUnixTimeMilliseconds(ProposedAt), ProposedBy, Text, Reason,
            Verdict is null ? null : Word.Parse<Verdict>(Verdict), DecidedBy,
            DecidedAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null, DecidedReason, Posted ?? 0);
    }
}
