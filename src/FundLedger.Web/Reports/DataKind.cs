using FundLedger.Data;
using FundLedger.Data.Reports;
using FundLedger.Reports;

namespace FundLedger.Web.Reports;

/// <summary>What other programs may take out of the ledger as one long listing.</summary>
static class DataKind
{
    internal static readonly string[] Names = ["contributions", "journal"];

    /// <summary>The listing of one of <see cref="Names"/>; the contributions where it is none of them.</summary>
    internal static Func<Ledger, ContributionFilter, Listing> Find(string name) => name == "journal"
        ? (ledger, filter) => ledger.Journal.Export(filter)
        : (ledger, filter) => ledger.Contributions.Export(filter);
}
