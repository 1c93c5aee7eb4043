using FundLedger.Money;

namespace FundLedger.Reports.Receivables;

/// <summary>What one instalment of a signed agreement still owes on a day, in its currency and as the journal carries it.</summary>
public sealed record OpenClaim(
    string Fund, string Donor, long Pledge, string Reference, int Instalment, DateOnly Due, Amount Amount, Amount Usd)
{
    /// <summary>For how many days it has been overdue; none where it is not yet, or falls due on the day.</summary>
    public int DaysOverdue(DateOnly day) => Math.Max(0, day.DayNumber - Due.DayNumber);

    /// <summary>Whether it is overdue or falls due within the twelve months after the day.</summary>
    public bool IsCurrent(DateOnly day) => day.Year == DateOnly.MaxValue.Year || Due <= day.AddYears(1);
}
