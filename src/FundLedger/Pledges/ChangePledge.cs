using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Rates;

namespace FundLedger.Pledges;

/// <summary>
/// What can happen to a promise after it was recorded. Each decision moves what is still open and leaves alone what
/// was promised, paid and written off before.
/// </summary>
public static class ChangePledge
{
    /// <summary>Moves what is open below a rung up to it: a letter formalises, a signed agreement binds.</summary>
    public static Outcome<EntryDraft> Climb(PledgeState pledge, Rung rung, DateOnly date, string? note)
    {
        if (TooEarly(pledge, date) is { } early) return early;
        if (!pledge.IsBelow(rung))
            return new Problem($"pledge {pledge.Reference} cannot become {Word.Of(rung)}: "
                    + (pledge.Open.Any() ? $"it is {Word.Of(pledge.Rung)}" : "nothing of it is open"),
                "a promise climbs from announced to pledged to signed, while something of it is open");
        var below = pledge.Open.Where(claim => PledgeState.RungOf(claim.Account) < rung);
        var movement = rung == Rung.Signed ? Movement.Signed : Movement.Formalised;
        var kind = rung == Rung.Signed ? EntryKind.Signing : EntryKind.Formalisation;
        return new EntryDraft(kind, date, $"Pledge {pledge.Reference} {Word.Of(rung)}")
        {
            Reason = note,
            Postings = [.. Merge(below.SelectMany(claim => Move(pledge, claim, PledgeState.AccountOf(rung), movement)))],
        };
    }

    /// <summary>
    /// Gives the pledge another total, another schedule for what is open, or both. What was paid or written off stays;
    /// the open instalments are replaced by new ones. An increase is valued at the rate of the day of the amendment.
    /// </summary>
    public static Outcome<EntryDraft> Amend(
        PledgeState pledge, Amount promised, Amount total, InstalmentPlan? plan, Rate rate, DateOnly date, string reason)
    {
        if (TooEarly(pledge, date) is { } early) return early;
        if (string.IsNullOrWhiteSpace(reason)) return ReasonMissing("amendment");
        var left = pledge.Outstanding + (total - promised);
        if (left.IsNegative)
            return new Problem(
                $"pledge {pledge.Reference} cannot become {total}: {promised - pledge.Outstanding} of it is paid or written off",
                $"give a total of at least {promised - pledge.Outstanding}")
            { Column = "amount", Value = total.ToPlainText() };
        if (pledge.Open.FirstOrDefault() is not { } oldest)
            return new Problem($"nothing of pledge {pledge.Reference} is open", "record a further promise as a new pledge");
        var schedule = left.IsZero ? new Schedule([]) : plan?.For(left) ?? Reschedule(pledge, left, oldest.Due);
        if (schedule.IsRefused) return new Refusal(schedule.Problems);
        return Amended(pledge, left, schedule.Value, rate, date) with
        {
            Text = $"Pledge {pledge.Reference} amended from {promised} to {total}",
            Reason = reason,
        };
    }

    /// <summary>Takes back everything that is open: the donor will not give it.</summary>
    public static Outcome<EntryDraft> Cancel(PledgeState pledge, DateOnly date, string reason) =>
        Lower(pledge, pledge.Outstanding, date, reason, EntryKind.Cancellation, Movement.Cancelled, "cancelled");

    /// <summary>Gives up hope of an amount, from the oldest instalment on; what was pledged stays as it was.</summary>
    public static Outcome<EntryDraft> WriteOff(PledgeState pledge, Amount amount, DateOnly date, string reason) =>
        Lower(pledge, amount, date, reason, EntryKind.WriteOff, Movement.WrittenOff, "written off");

    static Outcome<EntryDraft> Lower(
        PledgeState pledge, Amount amount, DateOnly date, string reason, EntryKind kind, Movement movement, string verb)
    {
        if (TooEarly(pledge, date) is { } early) return early;
        if (string.IsNullOrWhiteSpace(reason)) return ReasonMissing(verb == "cancelled" ? "cancellation" : "write-off");
        if (!amount.IsPositive || amount > pledge.Outstanding)
            return new Problem($"{amount} of pledge {pledge.Reference} cannot be {verb}: {pledge.Outstanding} is outstanding",
                $"give an amount above zero and at most {pledge.Outstanding}")
            { Column = "amount", Value = amount.ToPlainText() };
        var postings = new List<Posting>();
        foreach (var (claim, part, usd) in OldestFirst(pledge, amount))
        {
            postings.Add(pledge.OnClaim(claim, movement, -part, -usd));
            postings.Add(movement == Movement.WrittenOff && claim.Account == Account.Receivable
                ? new Posting(Account.WriteOffs, movement, pledge.Fund, pledge.Donor, part, usd)
                : pledge.Against(claim.Account, movement, part, usd));
        }

        return new EntryDraft(kind, date, $"{amount} of pledge {pledge.Reference} {verb}")
        {
            Reason = reason,
            Postings = [.. Merge(postings)],
        };
    }

    static EntryDraft Amended(PledgeState pledge, Amount left, Schedule schedule, Rate rate, DateOnly date)
    {
        var account = PledgeState.AccountOf(pledge.Rung);
        var change = left - pledge.Outstanding;
        var carried = change.IsPositive
            ? pledge.Usd + rate.ToUsd(change)
            : pledge.Usd.Share(left.MinorUnits, pledge.Outstanding.MinorUnits);
        var instalments = schedule.Instalments(pledge.Number, pledge.NextInstalment).ToArray();
        var shares = Split.InProportion(carried, [.. instalments.Select(part => part.Amount.MinorUnits)]);
        var postings = pledge.Open
            .Select(claim => pledge.OnClaim(claim, Movement.Amended, -claim.Outstanding, -claim.Usd))
            .Concat(instalments.Select((part, i) => pledge.OnClaim(
                new Claim(part.Number, account, part.Due, part.Amount, shares[i]), Movement.Amended, part.Amount, shares[i])))
            .Concat(pledge.Open.Select(claim => pledge.Against(claim.Account, Movement.Amended, claim.Outstanding, claim.Usd)))
            .Append(pledge.Against(account, Movement.Amended, -left, -carried));
        return new EntryDraft(EntryKind.Amendment, date, "")
        {
            Rate = change.IsPositive ? rate : null,
            Postings = [.. Merge(postings)],
            Records = [.. instalments],
        };
    }

    /// <summary>Open instalments keep their days; a change of total is shared out in proportion.</summary>
    static Outcome<Schedule> Reschedule(PledgeState pledge, Amount left, DateOnly fallback)
    {
        var open = pledge.Open.Where(claim => claim.Outstanding.IsPositive).GroupBy(claim => (claim.Instalment, claim.Due)).ToArray();
        if (open.Length == 0) return Schedule.Single(left, fallback);
        var amounts = Split.InProportion(left, [.. open.Select(claims => claims.Sum(claim => claim.Outstanding.MinorUnits))]);
        return new Schedule([.. open.Select((claims, i) => (claims.Key.Due, amounts[i])).Where(part => part.Item2.IsPositive)]);
    }

    static IEnumerable<(Claim Claim, Amount Part, Amount Usd)> OldestFirst(PledgeState pledge, Amount amount)
    {
        foreach (var claim in pledge.Open)
        {
            var part = Amount.Min(amount, claim.Outstanding);
            if (part.IsZero) continue;
            amount -= part;
            yield return (claim, part, claim.Usd.Share(part.MinorUnits, claim.Outstanding.MinorUnits));
        }
    }

    static IEnumerable<Posting> Move(PledgeState pledge, Claim claim, Account to, Movement movement)
    {
        yield return pledge.OnClaim(claim, movement, -claim.Outstanding, -claim.Usd);
        yield return pledge.Against(claim.Account, movement, claim.Outstanding, claim.Usd);
        yield return pledge.OnClaim(claim with { Account = to }, movement, claim.Outstanding, claim.Usd);
        yield return pledge.Against(to, movement, -claim.Outstanding, -claim.Usd);
    }

    /// <summary>Adds up postings that differ only in their amounts, and drops what comes to nothing.</summary>
    static IEnumerable<Posting> Merge(IEnumerable<Posting> postings) => postings
        .GroupBy(posting => posting with { Amount = Amount.Zero(posting.Amount.Currency), Usd = Amount.Usd(0) })
        .Select(group => group.Key with
        {
            Amount = group.Aggregate(group.Key.Amount, (sum, posting) => sum + posting.Amount),
            Usd = group.Aggregate(group.Key.Usd, (sum, posting) => sum + posting.Usd),
        })
        .Where(posting => !posting.Amount.IsZero || !posting.Usd.IsZero);

    static Problem? TooEarly(PledgeState pledge, DateOnly date) => date >= pledge.Date ? null
        : new Problem($"{DayText.Iso(date)} is before pledge {pledge.Reference} of {DayText.Iso(pledge.Date)}",
            $"give a day on or after {DayText.Iso(pledge.Date)}")
        { Column = "date", Value = $"{DayText.Iso(date)}" };

    static Problem ReasonMissing(string what) =>
        new($"the {what} has no reason", "say why in a few words; it stays in the audit trail") { Column = "reason" };
}
