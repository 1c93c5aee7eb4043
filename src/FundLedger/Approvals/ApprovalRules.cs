using System.Collections.Immutable;
using FundLedger.Journal;
using FundLedger.Money;

namespace FundLedger.Approvals;

/// <summary>The rules of approval at one moment: which entries need a second person.</summary>
public sealed class ApprovalRules
{
    readonly Dictionary<EntryKind, ApprovalRule> _byKind = [];

    /// <summary>Where a kind occurs twice the later one in the sequence wins: it is the newer version.</summary>
    public ApprovalRules(IEnumerable<ApprovalRule> rules)
    {
        foreach (var rule in rules) _byKind[rule.Kind] = rule;
    }

    /// <summary>The rules that stand, by kind.</summary>
    public ImmutableArray<ApprovalRule> All =>
        [.. _byKind.Values.Where(rule => rule.Threshold is not null).OrderBy(rule => rule.Kind)];

    /// <summary>The usual rules for kinds about which nothing was ever said.</summary>
    public IEnumerable<ApprovalRule> MissingUsual() => ApprovalRule.Usual.Where(rule => !_byKind.ContainsKey(rule.Kind));

    public Amount? ThresholdOf(EntryKind kind) => _byKind.GetValueOrDefault(kind)?.Threshold;

    /// <summary>Why the entry needs a second person, in words; none where it does not. A reopening always needs one.</summary>
    public string? Requirement(EntryDraft draft)
    {
        var threshold = draft.Kind == EntryKind.Reopening ? Amount.Usd(0) : ThresholdOf(draft.Kind);
        if (threshold is not { } most) return null;
        if (most.IsZero) return $"each {Word.Of(draft.Kind)} needs a second person";
        var weight = Weight(draft.Postings);
        return weight > most
            ? FormattableString.Invariant($"a {Word.Of(draft.Kind)} of more than US$ {most.ToDecimal():N2} needs a second person")
              + FormattableString.Invariant($"; this one moves US$ {weight.ToDecimal():N2}")
            : null;
    }

    /// <summary>
    /// What an entry moves, in US$: the largest sum of debits, or of credits, on one account. An amount split over
    /// instalments or funds weighs as much as the whole.
    /// </summary>
    public static Amount Weight(IEnumerable<Posting> postings)
    {
        var sums = new Dictionary<(Account, bool), long>();
        long most = 0;
        foreach (var posting in postings)
        {
            var side = (posting.Account, posting.Usd.IsNegative);
            var sum = sums.GetValueOrDefault(side) + Math.Abs(posting.Usd.MinorUnits);
            sums[side] = sum;
            most = Math.Max(most, sum);
        }

        return Amount.Usd(most);
    }
}
