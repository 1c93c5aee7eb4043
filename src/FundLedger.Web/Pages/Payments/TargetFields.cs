using System.Collections.Immutable;
using System.Globalization;
using FundLedger.Data.Payments;
using FundLedger.Data.Reports;
using FundLedger.Money;
using FundLedger.Reports;
using FundLedger.Web.Visits;

namespace FundLedger.Web.Pages.Payments;

/// <summary>
/// What a payment shall settle: the open pledges of its donor, each with a field for how much, and a fund to which the rest
/// is given directly.
/// </summary>
public sealed class TargetFields(DeskPage page, string? donor, Currency? currency)
{
    public const string All = "all";

    const int MostPledges = 40;

    public DeskPage Page => page;

    public Currency? Currency => currency;

    /// <summary>The open pledges of the donor, the one that falls due next first.</summary>
    public ImmutableArray<PledgeLine> Pledges => field.IsDefault ? field = donor is null ? [] : Open(page.Visit, donor) : field;

    public static ImmutableArray<PledgeLine> Open(Visit visit, string donor) =>
    [
        .. visit.Ledger.PledgeLines.Page(new PledgeFilter { Donor = donor, OpenOnly = true, Take = MostPledges },
            DateOnly.MaxValue, visit.Ledger.Journal.Known().Value).OrderBy(pledge => pledge.NextDue),
    ];

    public static string Name(PledgeLine pledge) => "target-" + pledge.Entry.ToString(CultureInfo.InvariantCulture);

    /// <summary>What was asked for; a field that says all takes what is left.</summary>
    public ImmutableArray<AllocationRequest> Read()
    {
        var requests = ImmutableArray.CreateBuilder<AllocationRequest>();
        foreach (var pledge in Pledges)
            if (page.Form.Text(Name(pledge)) is not null)
                requests.Add(new AllocationRequest { Pledge = pledge.Reference, Amount = AmountIn(Name(pledge)) });
        if (page.Form.Text("target-fund") is { } fund)
            requests.Add(new AllocationRequest { Fund = fund, Amount = AmountIn("target-fund-amount") });
        return requests.ToImmutable();
    }

    Amount? AmountIn(string field) => page.Form[field] is All ? null : page.Form.Amount(field, currency);
}
