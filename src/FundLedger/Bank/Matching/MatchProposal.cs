using System.Collections.Immutable;
using FundLedger.Money;

namespace FundLedger.Bank.Matching;

/// <summary>What speaks for a match, or against it.</summary>
public enum MatchSign
{
    AmountEqual,

    /// <summary>What the payer instructed is what is owed; what arrived is less, or in another currency.</summary>
    AmountInstructed,

    /// <summary>Less by a charge that the statement states.</summary>
    AmountLessStatedCharge,

    /// <summary>Less by so little that a bank on the way may have taken it.</summary>
    AmountLessCharge,
    AmountByRate,
    SumOfInstalments,

    /// <summary>The sum of several less a likely charge.</summary>
    SumLessCharge,

    /// <summary>Makes up the whole together with other lines of the same payer.</summary>
    WithOtherLines,
    PartOf,

    /// <summary>Pays the oldest instalments and a part of the next.</summary>
    OldestFirst,
    MoreThanOwed,
    ReferenceNamed,

    /// <summary>The text names another pledge than those of the match.</summary>
    OtherReferenceNamed,
    PayerAccountKnown,
    PayerNameKnown,
    PayerNameSimilar,
    PayerNamedInText,
    DaysApart,
}

/// <summary>A sign with the points it adds to the score, in words that a person can check.</summary>
public sealed record MatchReason(MatchSign Sign, int Points, string Text);

/// <summary>
/// What a line pays of one instalment: so much of what is owed, in the pledge's currency, by so much of the line.
/// </summary>
public sealed record MatchPart(OpenInstalment Instalment, Amount Settles, Amount Paid);

/// <summary>
/// One way to explain a bank line: all parts are of one donor. The parts' payments add up to the line plus
/// <see cref="Charge"/> less <see cref="Unallocated"/>.
/// </summary>
public sealed record MatchProposal(
    BankLine Line, ImmutableArray<MatchPart> Parts, int Score, ImmutableArray<MatchReason> Reasons)
{
    /// <summary>What banks took, in the line's currency; the donor is credited as if it had arrived.</summary>
    public required Amount Charge { get; init; }

    /// <summary>How much more arrived than the rate of the day gives, in the line's currency.</summary>
    public required Amount ExchangeDifference { get; init; }

    /// <summary>What is left over once everything proposed is settled, in the line's currency.</summary>
    public required Amount Unallocated { get; init; }

    /// <summary>The other lines that make up the whole with this one.</summary>
    public ImmutableArray<BankLine> Together { get; init; } = [];

    public string Donor => Parts[0].Instalment.Donor;

    /// <summary>How the amount is explained.</summary>
    public MatchSign AmountSign => Reasons[0].Sign;

    /// <summary>
    /// Whether the amount is explained by what is owed, and is not only some part of it or more than it.
    /// </summary>
    public bool Explains => AmountSign is not (MatchSign.PartOf or MatchSign.OldestFirst or MatchSign.MoreThanOwed);

    public bool Has(MatchSign sign) => Reasons.Any(reason => reason.Sign == sign);
}

/// <summary>The proposals for one line, best first, and every doubt that keeps the best from being certain.</summary>
public sealed record LineMatch(BankLine Line, ImmutableArray<MatchProposal> Proposals, ImmutableArray<string> Doubts)
{
    /// <summary>
    /// Whether the best proposal may be taken without a person; never so where a second reading exists.
    /// </summary>
    public bool IsCertain => Doubts.IsEmpty && !Proposals.IsEmpty;

    /// <summary>How far the best is above the next.</summary>
    public int Margin => Proposals.Length switch
    {
        0 => 0,
        1 => Proposals[0].Score,
        _ => Proposals[0].Score - Proposals[1].Score,
    };
}
