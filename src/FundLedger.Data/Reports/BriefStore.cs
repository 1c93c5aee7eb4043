using FundLedger.Checks;
using FundLedger.Data.Journal;
using FundLedger.Reports.Brief;

namespace FundLedger.Data.Reports;

/// <summary>Reads what the one-page brief across the funds is made from.</summary>
public sealed class BriefStore(Ledger ledger)
{
    public Outcome<BriefMaterial> Read(int year, DateOnly asAt, Knowledge known)
    {
        var end = new DateOnly(year, 12, 31);
        var day = asAt < end ? asAt : end;
        return ledger.Boards.Read(null, year, day, known, 0).Then<BriefMaterial>(board =>
            new BriefMaterial(board, ledger.Receivables.Claims(null, null, day, known, withUnsigned: true)));
    }
}
