using System.Collections.Immutable;
using FundLedger.Reports.Receivables;

namespace FundLedger.Letters;

/// <summary>An overdue instalment and the reminder that is due for it.</summary>
public sealed record DueReminder(OpenClaim Claim, int Step)
{
    public Reminder ToRecord() => new(Claim.Pledge, Claim.Instalment, Claim.Due, Step);
}

/// <summary>A reminder that was written: of what, which one, and on which day.</summary>
public sealed record SentReminder(long Pledge, int Instalment, int Step, DateOnly Day);

/// <summary>Who is to be reminded of what on a day.</summary>
public static class ReminderPlan
{
    /// <summary>The reminders that are due, by donor; donors of whom nothing is due are left out.</summary>
    public static ImmutableArray<(string Donor, ImmutableArray<DueReminder> Due)> Of(
        IEnumerable<OpenClaim> claims, IEnumerable<SentReminder> sent, ReminderRules rules, DateOnly day)
    {
        var last = sent.GroupBy(one => (one.Pledge, one.Instalment))
            .ToDictionary(group => group.Key, group => group.MaxBy(one => one.Step)!);
        int? StepOf(OpenClaim claim) => rules.NextStep(claim.Due,
            last.TryGetValue((claim.Pledge, claim.Instalment), out var before) ? (before.Step, before.Day) : null, day);

        return
        [
            .. claims.Where(claim => claim.Amount.IsPositive)
                .Select(claim => (Claim: claim, Step: StepOf(claim))).Where(one => one.Step is not null)
                .GroupBy(one => one.Claim.Donor).OrderBy(donor => donor.Key, StringComparer.Ordinal)
                .Select(donor => (donor.Key, donor.Select(one => new DueReminder(one.Claim, one.Step!.Value)).ToImmutableArray())),
        ];
    }
}
