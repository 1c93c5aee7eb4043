using FundLedger.Checks;
using FundLedger.Data.Journal;
using FundLedger.Reports.Donors;

namespace FundLedger.Data.Reports;

/// <summary>Reads what the statement of one donor is made from.</summary>
public sealed class DonorStatementStore(Ledger ledger)
{
    /// <summary>From the donor's first year with figures to that of the day, where no years are given.</summary>
    public Outcome<DonorStatementMaterial> Read(string donor, int? from, int? to, DateOnly asAt, Knowledge known, string? language = null)
    {
        var standing = ledger.StandingAt(known);
        return standing.Donors.Find(donor).Then<DonorStatementMaterial>(found =>
        {
            var last = Math.Min(to ?? asAt.Year, asAt.Year);
            var day = last < asAt.Year ? new DateOnly(last, 12, 31) : asAt;
            var figures = ledger.Figures.Read(day, known, null, found.Code);
            var first = from ?? (figures.Rows.Count > 0 ? figures.Rows.Min(figure => figure.Year) : last);
            return new DonorStatementMaterial(ledger.Basis(day, known), found, standing.Funds.All, first, last, figures,
                [.. ledger.PledgeLines.Page(new PledgeFilter { Donor = found.Code, To = day, Take = int.MaxValue }, day, known)],
                [.. ledger.ContributionLines.Largest(new ContributionFilter { Donor = found.Code, To = day }, known, int.MaxValue)])
            { Language = language ?? found.Language };
        });
    }
}
