using System.Collections.Immutable;
using FundLedger.Data.Bank;

namespace FundLedger.Data.Checks;

/// <summary>The checks of what was read from banks.</summary>
static class BankChecks
{
    internal static ImmutableArray<LedgerCheck> All { get; } =
    [
        new("files", "every file that is kept is the one that was sealed",
            (ledger, _) => ledger.Attachments.Faults().Select(LedgerCheck.Found)),
        new("bank-texts", "what a bank told of a payer is what it told", TextsDiffer),
        new("bank-matches", "what explains bank lines comes to the same as the lines", LedgerCheck.Rows("""
            SELECT 'entry ' || entry || ' explains bank lines of ' || SUM(amount) || ' more than it moved' AS found
            FROM (SELECT m.entry, l.amount FROM
                      (SELECT DISTINCT entry, bank_entry, bank_line FROM standing_match WHERE matched <> 0) m
                      JOIN bank_line l ON l.entry = m.bank_entry AND l.line = m.bank_line
                  UNION ALL
                  SELECT m.entry, -p.amount FROM
                      (SELECT DISTINCT m.entry, m.matched, l.currency FROM standing_match m
                       JOIN bank_line l ON l.entry = m.bank_entry AND l.line = m.bank_line WHERE m.matched <> 0) m
                      JOIN posting p ON p.entry = m.matched AND p.account = 'bank' AND p.currency = m.currency) AS compared
            GROUP BY entry HAVING SUM(amount) <> 0
            """)),
    ];

    static IEnumerable<FundLedger.Checks.Problem> TextsDiffer(Ledger ledger, IProgress<long>? progress) =>
        ledger.Stream<BankLineRow>($"""
            SELECT {BankLineRow.Columns} FROM bank_line l LEFT JOIN bank_text t ON t.entry = l.entry AND t.line = l.line
            ORDER BY l.entry, l.line
            """)
        .Where(row => row.ToLine().Line.Key != row.Key)
        .Select(row => LedgerCheck.Found(FormattableString.Invariant($"the text of bank line {row.Entry}.{row.Line} was changed")));
}
