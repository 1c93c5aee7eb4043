using FundLedger.Pledges;
using FundLedger.Reports;

namespace FundLedger.Web.Pages.Pledges;

/// <summary>What can be done with a pledge as it stands: the text <c>action.KEY</c> of each.</summary>
static class PledgeActions
{
    internal static readonly string[] All = ["formalise", "sign", "amend", "cancel", "write-off", "reverse"];

    internal static IEnumerable<string> Of(PledgeLine pledge)
    {
        var isOpen = !pledge.Outstanding.IsZero;
        if (isOpen && pledge.OpenFrom == Rung.Announced) yield return "formalise";
        if (isOpen && pledge.OpenFrom != Rung.Signed) yield return "sign";
        yield return "amend";
        if (isOpen) yield return "cancel";
        if (isOpen && pledge.Rung != Rung.Announced) yield return "write-off";
        if (pledge.Paid.IsZero && pledge.WrittenOff.IsZero) yield return "reverse";
    }
}
