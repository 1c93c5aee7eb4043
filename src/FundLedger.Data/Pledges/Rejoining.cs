using FundLedger.Checks;
using FundLedger.Journal;
using FundLedger.Pledges;

namespace FundLedger.Data.Pledges;

/// <summary>
/// What a reversal opens again of a pledge joins what the pledge has climbed to since: where an agreement was signed after the
/// payment that is reversed, the donor owes all of it by that agreement. Each is an entry of its own, since a reversal is exact.
/// </summary>
sealed class Rejoining(Ledger ledger)
{
    const string Climbs = "'formalisation', 'signing'";

    /// <summary>After the reversal of one entry.</summary>
    internal Outcome<string> AfterEntry(long entry, DateOnly date, string reason, Writing writing) =>
        Join(Climbed("o.entry = @entry", new { entry }), date, reason, writing, 0);

    /// <summary>After the undoing of an import; of its own pledges nothing is left that could be open.</summary>
    internal Outcome<string> AfterBatch(long batch, DateOnly date, string reason, Writing writing, long undoing) => Join(Climbed("""
        h.batch = @batch AND h.batch <> 0 AND NOT EXISTS (SELECT 1 FROM entry g WHERE g.number = o.pledge AND g.batch = @batch)
        """, new { batch }), date, reason, writing, undoing);

    /// <summary>The pledges of reversed entries that climbed later, with the rung and the day on which they reached it.</summary>
    (long Pledge, bool IsSigned, DateOnly Date)[] Climbed(string reversed, object values) =>
    [
        .. ledger.Query<(long Pledge, long IsSigned, DateOnly Date)>($"""
            SELECT c.pledge, MAX(CASE WHEN s.kind = 'signing' THEN 1 ELSE 0 END) AS is_signed, MAX(s.date) AS date
            FROM (SELECT DISTINCT o.pledge, o.entry FROM posting o JOIN entry h ON h.number = o.entry
                  WHERE {reversed} AND o.pledge <> 0 AND h.kind NOT IN ({Climbs})) t
            JOIN posting c ON c.pledge = t.pledge AND c.pledge <> 0 AND c.entry > t.entry
            JOIN entry s ON s.number = c.entry AND s.kind IN ({Climbs})
            WHERE NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = s.number AND r.reverses <> 0)
            GROUP BY c.pledge ORDER BY c.pledge
            """, values).Select(row => (row.Pledge, row.IsSigned != 0, row.Date)),
    ];

    /// <summary>What was done, in words that follow those about the reversal; empty where nothing was to be done.</summary>
    Outcome<string> Join(
        IEnumerable<(long Pledge, bool IsSigned, DateOnly Date)> climbed, DateOnly date, string reason, Writing writing, long batch)
    {
        var said = "";
        foreach (var (number, isSigned, since) in climbed)
        {
            var (pledge, rung) = (ledger.Pledges.ByNumber(number), isSigned ? Rung.Signed : Rung.Pledged);
            if (!pledge.IsBelow(rung)) continue;
            var posted = ChangePledge.Climb(pledge, rung, date > since ? date : since, reason)
                .Then(draft => writing.Post(draft with { Text = draft.Text + ", what was opened again" }, batch));
            if (posted.IsRefused) return new Refusal(posted.Problems);
            said += $"; what it opens again of pledge {pledge.Reference} is {Word.Of(rung)}";
        }

        return said;
    }
}
