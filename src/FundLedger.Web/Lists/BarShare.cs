using FundLedger.Money;
using FundLedger.Reports.Wording;

namespace FundLedger.Web.Lists;

/// <summary>The length of a part of a bar, in steps of 2 per cent, for which the style sheet has a class.</summary>
static class BarShare
{
    const int Steps = 50;

    internal static long Of(Amount part, Amount whole) => Math.Max(1, FigureText.PerMille(part, whole) * Steps / 1000);
}
