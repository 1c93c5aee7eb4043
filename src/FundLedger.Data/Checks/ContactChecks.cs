using FundLedger.Checks;
using FundLedger.Data.Donors;
using FundLedger.Donors;

namespace FundLedger.Data.Checks;

/// <summary>The check of what stands beside the journal of contacts.</summary>
static class ContactChecks
{
    internal static LedgerCheck Details { get; } = new("contacts",
        "the details of contacts are what was sealed, and gone where they were erased", (ledger, _) => Find(ledger));

    /// <summary>Whoever may not see personal details cannot check them either.</summary>
    static IEnumerable<Problem> Find(Ledger ledger) => !ledger.Contacts.CanRead ? []
        : ledger.Query<ContactRow>($"""
            SELECT {ContactRow.Columns}, (SELECT COUNT(*) FROM contact_erasure x WHERE x.contact = c.contact) AS erasures
            FROM contact c LEFT JOIN contact_details d ON d.entry = c.entry AND d.line = c.line ORDER BY c.entry
            """).Select(Fault).OfType<string>().Concat(ledger.Query<long>("""
            SELECT d.entry FROM contact_details d
            WHERE NOT EXISTS (SELECT 1 FROM contact c WHERE c.entry = d.entry AND c.line = d.line) ORDER BY d.entry
            """).Select(entry => FormattableString.Invariant($"details stand with entry {entry}, which records no contact")))
        .Select(LedgerCheck.Found);

    static string? Fault(ContactRow row)
    {
        var what = row switch
        {
            { Erasures: > 0 } => row.Salt is null ? null : "are still there although it was erased",
            { Salt: null } => "are missing",
            _ => ContactHash.Of(row.Salt, row.ToDetails()).AsSpan().SequenceEqual(row.Hash) ? null : "were changed",
        };
        return what is null ? null : FormattableString.Invariant($"the details of contact {row.Contact} in entry {row.Entry} {what}");
    }
}
