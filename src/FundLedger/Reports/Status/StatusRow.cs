using FundLedger.Money;

namespace FundLedger.Reports.Status;

/// <summary>
/// Where a fund, a donor to a fund, or a year stands. What does not tell the rows of a list apart is empty. Flows are
/// of the year asked for, or of all years; balances are at the day.
/// </summary>
public sealed record StatusRow(string? Fund, string? Donor, string? Name, int? Year, Position Flows, Position Balances)
{
    public Amount Pledged => Flows.Pledged;

    public Amount Signed => Flows.Signed;

    public Amount Paid => Flows.Paid;

    public Amount WrittenOff => Flows.WrittenOff;

    public Amount Revalued => Flows.Revalued;

    public Amount Outstanding => Balances.Outstanding;

    public Amount Receivable => Balances.Receivable;

    public Amount Announced => Balances.Announced;

    public Amount Received => Flows.Received;

    public Amount Unallocated => Balances.Unallocated;

    public Amount Refunded => Flows.Refunded;

    public Amount Exchange => Flows.Exchange;

    /// <summary>What tells the row apart and its figures, by the stable names under which machines read them.</summary>
    public Dictionary<string, object?> Named()
    {
        var named = new Dictionary<string, object?>();
        if (Fund is not null) named.Add("fund", Fund);
        if (Donor is not null) named.Add("donor", Donor);
        if (Name is not null) named.Add("name", Name);
        if (Year is not null) named.Add("year", Year);
        foreach (var (key, of) in StatusReport.Measures) named.Add(key, of(this));
        return named;
    }

    /// <summary>Whether there is nothing to show.</summary>
    public bool IsEmpty => Flows.IsEmpty && Balances.IsEmpty;
}
