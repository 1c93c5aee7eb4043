namespace FundLedger.Data.Lists;

/// <summary>References of pledges and payments, each of which only one that was not reversed may have.</summary>
static class TakenReferences
{
    /// <summary>Which of these references rows of the table have already whose entries were not reversed.</summary>
    internal static HashSet<string> Of(Ledger ledger, string table, IReadOnlyCollection<string> references) => [.. ledger.Query<string>($"""
        SELECT p.reference FROM {ledger.Dialect.Each("@references", "n")} {ledger.Dialect.LookUp(table, "p", "reference", "n.value")}
        WHERE NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = p.entry AND r.reverses <> 0 LIMIT 1 OFFSET 0)
        """, new { references = ledger.Dialect.List(references) })];
}
