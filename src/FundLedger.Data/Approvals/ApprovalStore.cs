using FundLedger.Approvals;
using FundLedger.Checks;
using FundLedger.Journal;
using FundLedger.Money;

namespace FundLedger.Data.Approvals;

/// <summary>The rules by which entries need a second person. They rest while nobody is on record.</summary>
public sealed class ApprovalStore(Ledger ledger)
{
    /// <summary>Sets the threshold of a kind of entry: zero for every entry of it, none to end the rule.</summary>
    public Outcome<Recorded> Set(EntryKind kind, Amount? threshold, string? reason, Author author) =>
        ledger.Write(author, new SetApprovalRule(new ApprovalRule(kind, threshold), reason));

    public ApprovalRules Rules(long knownUpTo = StandingData.Everything) => new(ledger.Query<(string Kind, long? Threshold)>(
        "SELECT kind, threshold_usd FROM approval_rule WHERE entry <= @knownUpTo ORDER BY entry, line", new { knownUpTo })
        .Select(row => new ApprovalRule(Word.Parse<EntryKind>(row.Kind), row.Threshold is { } cents ? Amount.Usd(cents) : null)));

    internal Outcome<Recorded> Set(SetApprovalRule request, Writing writing) => request.Rule.Accept().Then(rule =>
    {
        var kind = Word.Of(rule.Kind);
        if (Rules().ThresholdOf(rule.Kind) == rule.Threshold)
            return new Recorded(0, kind, $"The rule for {kind} is so already");
        var what = rule.Threshold is not { } most ? "needs no approval any more"
            : most.IsZero ? "always needs approval"
            : FormattableString.Invariant($"needs approval above US$ {most.ToDecimal():N2}");
        var draft = new EntryDraft(EntryKind.ApprovalRules, ledger.Today, $"{kind} {what}") { Reason = request.Reason, Records = [rule] };
        return writing.Post(draft).Then<Recorded>(number => new Recorded(number, kind, draft.Text));
    });
}
