using FundLedger.Checks;

namespace FundLedger.Data.Checks;

/// <summary>One check over a whole ledger: its name, what it promises, and how it finds what is wrong.</summary>
sealed record LedgerCheck(string Name, string Promise, Func<Ledger, IProgress<long>?, IEnumerable<Problem>> Find)
{
    /// <summary>A check that is one query, each row of which says what is wrong.</summary>
    internal static Func<Ledger, IProgress<long>?, IEnumerable<Problem>> Rows(string sql) =>
        (ledger, _) => ledger.Query<string>(sql).Select(Found);

    internal static Problem Found(string message) =>
        new(message, "restore the last good backup, and find out what wrote to the file");
}
