using FundLedger.Donors;

namespace FundLedger.Data.Donors;

/// <summary>Donors and what is known of each.</summary>
public sealed class DonorStore(Ledger ledger)
{
    internal IEnumerable<Donor> Read(long knownUpTo) => ledger.Query<Donor>("""
        SELECT code, name FROM donor WHERE (code, entry) IN
            (SELECT code, MAX(entry) FROM donor WHERE entry <= @knownUpTo GROUP BY code)
        ORDER BY code
        """, new { knownUpTo });
}
