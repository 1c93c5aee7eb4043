using FundLedger.Funds;

namespace FundLedger.Data.Funds;

/// <summary>The funds and what is known of each.</summary>
public sealed class FundStore(Ledger ledger)
{
    internal IEnumerable<Fund> Read(long knownUpTo) => ledger.Query<Fund>("""
        SELECT code, name FROM fund WHERE (code, entry) IN
            (SELECT code, MAX(entry) FROM fund WHERE entry <= @knownUpTo GROUP BY code)
        ORDER BY entry, line
        """, new { knownUpTo });
}
