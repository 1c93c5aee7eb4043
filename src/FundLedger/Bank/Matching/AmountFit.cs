using System.Collections.Immutable;
using FundLedger.Money;

namespace FundLedger.Bank.Matching;

/// <summary>One way in which a line's amount goes with what is owed; the first reason of a proposal.</summary>
sealed record AmountFit(
    ImmutableArray<MatchPart> Parts, MatchReason Reason, Amount Charge, Amount ExchangeDifference, Amount Unallocated)
{
    public ImmutableArray<BankLine> Together { get; init; } = [];

    /// <summary>What makes two fits the same proposal: the same instalments, settled to the same extent.</summary>
    public string Identity => string.Join('|', Parts.Select(part => FormattableString.Invariant(
        $"{part.Instalment.Pledge}.{part.Instalment.Instalment}.{part.Settles.MinorUnits}")));
}

/// <summary>Finds the ways in which an amount that arrived goes with one instalment or several of one donor.</summary>
sealed class AmountFits(Exchange exchange, MatchSettings settings)
{
    /// <summary>How the line goes with one instalment; none where it does not at all.</summary>
    public AmountFit? One(BankLine line, OpenInstalment instalment)
    {
        var owed = instalment.Outstanding;
        if (line.Original == owed && Instructed(line, instalment) is { } instructed) return instructed;
        if (owed.Currency != line.Amount.Currency) return ByRate(line, instalment);
        var missing = owed - line.Amount;
        if (missing.IsZero)
            return Whole(line, [instalment], MatchSign.AmountEqual, 30, $"amount equals {instalment.InWords}");
        if (missing.IsNegative) return More(line, instalment);
        if (line.Charges == missing)
            return Whole(line, [instalment], MatchSign.AmountLessStatedCharge, 28,
                $"amount is {instalment.InWords} less the stated charge of {missing}");
        if (IsCharge(missing, owed, line))
            return Whole(line, [instalment], MatchSign.AmountLessCharge, 22,
                $"amount is {instalment.InWords} less {missing}, which a bank may have charged");
        return Part(line, instalment);
    }

    /// <summary>A payment of several instalments whose sum it is, exactly or but for a charge.</summary>
    public AmountFit? Several(BankLine line, IReadOnlyList<OpenInstalment> instalments)
    {
        var sum = instalments.Select(instalment => instalment.Outstanding).Aggregate((one, other) => one + other);
        var count = instalments.Count;
        var what = FormattableString.Invariant($"the sum of {count} instalments: ")
            + string.Join(", ", instalments.Select(instalment => instalment.InWords));
        if (sum == line.Amount || sum == line.Original)
            return Whole(
                line, instalments, MatchSign.SumOfInstalments, Math.Max(18, 27 - count), "amount equals " + what);
        if (sum.Currency == line.Amount.Currency && IsCharge(sum - line.Amount, sum, line))
            return Whole(line, instalments, MatchSign.SumLessCharge, Math.Max(12, 18 - count),
                $"amount is less by {sum - line.Amount}, which a bank may have charged, than {what}");
        return null;
    }

    /// <summary>The oldest instalments paid one after the other until the line is used up; the last in part.</summary>
    public static AmountFit? OldestFirst(BankLine line, IEnumerable<OpenInstalment> oldestFirst)
    {
        var left = line.Amount;
        var parts = ImmutableArray.CreateBuilder<MatchPart>();
        foreach (var instalment in oldestFirst)
        {
            if (left.IsZero) break;
            if (instalment.Outstanding.Currency != left.Currency) continue;
            var paid = Amount.Min(left, instalment.Outstanding);
            parts.Add(new MatchPart(instalment, paid, paid));
            left -= paid;
        }

        if (parts.Count < 2) return null;
        var zero = Amount.Zero(line.Amount.Currency);
        var reason = left.IsZero
            ? new MatchReason(MatchSign.OldestFirst, 7,
                FormattableString.Invariant($"pays {parts.Count} instalments, oldest first, the last in part"))
            : new MatchReason(MatchSign.MoreThanOwed, 5, $"pays all that is open and {left} more");
        return new AmountFit(parts.ToImmutable(), reason, zero, zero, left);
    }

    /// <summary>One of several lines that together make up what is owed.</summary>
    public static AmountFit Together(BankLine line, OpenInstalment instalment, IReadOnlyCollection<BankLine> others)
    {
        var zero = Amount.Zero(line.Amount.Currency);
        var reason = new MatchReason(MatchSign.WithOtherLines, 24,
            FormattableString.Invariant(
                $"makes up {instalment.InWords} with {others.Count} more of the payer's lines: ")
            + string.Join(", ", others.Select(other =>
                FormattableString.Invariant($"{other.Amount} of {other.Booked:yyyy-MM-dd}"))));
        ImmutableArray<MatchPart> parts = [new(instalment, line.Amount, line.Amount)];
        return new AmountFit(parts, reason, zero, zero, zero) { Together = [.. others] };
    }

    AmountFit? Instructed(BankLine line, OpenInstalment instalment)
    {
        var owed = instalment.Outstanding;
        if (owed.Currency == line.Amount.Currency && owed < line.Amount) return null;
        return Whole(line, [instalment], MatchSign.AmountInstructed, 29,
            $"the payer sent {owed}, which equals {instalment.InWords}");
    }

    AmountFit? ByRate(BankLine line, OpenInstalment instalment)
    {
        if (exchange.Convert(instalment.Outstanding, line.Amount.Currency, line.Booked) is not { } worth) return null;
        var apart = (line.Amount - worth).MinorUnits;
        if ((Int128)Math.Abs(apart) * 1000 > (Int128)settings.ExchangePerMille * worth.MinorUnits) return null;
        return Whole(line, [instalment], MatchSign.AmountByRate, 20,
            $"amount is {instalment.InWords} of {instalment.Outstanding} at the rate of the day ({worth})");
    }

    /// <summary>Everything owed is settled. What arrived less, in the same currency, is a charge.</summary>
    AmountFit Whole(BankLine line, IReadOnlyList<OpenInstalment> instalments, MatchSign sign, int points, string text)
    {
        var sum = instalments.Select(instalment => instalment.Outstanding).Aggregate((one, other) => one + other);
        var zero = Amount.Zero(line.Amount.Currency);
        var isSame = sum.Currency == zero.Currency;
        var worth = isSame ? sum : exchange.Convert(sum, zero.Currency, line.Booked);
        return new AmountFit(
            Shares(instalments, sum, isSame ? sum : line.Amount), new MatchReason(sign, points, text),
            Charge: isSame ? sum - line.Amount : zero,
            ExchangeDifference: isSame || worth is null ? zero : line.Amount - worth.Value,
            Unallocated: zero);
    }

    // The parts of the payment in proportion, so rounded that they add up to it.
    static ImmutableArray<MatchPart> Shares(IReadOnlyList<OpenInstalment> instalments, Amount sum, Amount paid)
    {
        var parts = ImmutableArray.CreateBuilder<MatchPart>(instalments.Count);
        long settled = 0;
        var given = Amount.Zero(paid.Currency);
        foreach (var instalment in instalments)
        {
            settled += instalment.Outstanding.MinorUnits;
            var share = paid.Share(settled, sum.MinorUnits) - given;
            parts.Add(new MatchPart(instalment, instalment.Outstanding, share));
            given += share;
        }

        return parts.ToImmutable();
    }

    static AmountFit Part(BankLine line, OpenInstalment instalment)
    {
        var zero = Amount.Zero(line.Amount.Currency);
        var reason = new MatchReason(
            MatchSign.PartOf, 8, $"amount is part of {instalment.InWords} of {instalment.Outstanding}");
        return new AmountFit([new MatchPart(instalment, line.Amount, line.Amount)], reason, zero, zero, zero);
    }

    static AmountFit More(BankLine line, OpenInstalment instalment)
    {
        var zero = Amount.Zero(line.Amount.Currency);
        var more = line.Amount - instalment.Outstanding;
        var reason = new MatchReason(MatchSign.MoreThanOwed, 4, $"pays {instalment.InWords} and {more} more");
        return new AmountFit(
            [new MatchPart(instalment, instalment.Outstanding, instalment.Outstanding)], reason, zero, zero, more);
    }

    bool IsCharge(Amount missing, Amount owed, BankLine line) =>
        missing.IsPositive
        && (Int128)missing.MinorUnits * 1000 <= (Int128)settings.ChargePerMille * owed.MinorUnits
        && exchange.LargestCharge(owed.Currency, line.Booked, settings) is { } largest && missing <= largest;
}
