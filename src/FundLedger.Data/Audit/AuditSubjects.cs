using System.Globalization;
using FundLedger.Journal;

namespace FundLedger.Data.Audit;

/// <summary>What an entry can be about.</summary>
public enum SubjectKind
{
    Pledge,
    Payment,
    Donor,
}

/// <summary>
/// A pledge or payment by its reference and the entry that recorded it, or a donor by code (no entry), that an entry is about.
/// </summary>
public sealed record AuditSubject(SubjectKind Kind, string Name, long Entry);

/// <summary>Finds what entries are about, of a whole page at once.</summary>
sealed class AuditSubjects(Ledger ledger)
{
    /// <summary>A revaluation or a file of donors is about more than a row can name.</summary>
    internal const int MostOfAKind = 4;

    /// <summary>An entry is about what it posts on, records, allocates, confirms, encloses a file with, writes of or reverses.</summary>
    static string Sql(string among) => $"""
        SELECT t.entry, t.kind, t.name, t.about FROM (
            SELECT s.*, ROW_NUMBER() OVER (PARTITION BY s.entry, s.kind ORDER BY s.about, s.name) AS place FROM (
                SELECT k.entry, 'pledge' AS kind, g.reference AS name, g.entry AS about FROM (
                    SELECT entry, pledge FROM posting WHERE entry IN ({among}) AND pledge <> 0
                    UNION SELECT entry, pledge FROM reminder WHERE entry IN ({among})
                    UNION SELECT entry, about FROM enclosure WHERE entry IN ({among})) k
                JOIN pledge g ON g.entry = k.pledge
                UNION
                SELECT k.entry, 'payment', p.reference, p.entry FROM (
                    SELECT entry, entry AS payment FROM payment WHERE entry IN ({among})
                    UNION SELECT entry, payment FROM posting WHERE entry IN ({among}) AND payment <> 0
                    UNION SELECT entry, payment FROM allocation WHERE entry IN ({among})
                    UNION SELECT entry, matched FROM bank_match WHERE entry IN ({among})
                    UNION SELECT entry, payment FROM letter WHERE entry IN ({among})
                    UNION SELECT entry, about FROM enclosure WHERE entry IN ({among})
                    UNION SELECT number, reverses FROM entry WHERE number IN ({among}) AND reverses <> 0) k
                JOIN payment p ON p.entry = k.payment
                UNION
                SELECT k.entry, 'donor', k.donor, 0 FROM (
                    SELECT entry, donor FROM posting WHERE entry IN ({among})
                    UNION SELECT entry, code FROM donor WHERE entry IN ({among})
                    UNION SELECT entry, donor FROM contact WHERE entry IN ({among})
                    UNION SELECT x.entry, c.donor FROM contact_erasure x JOIN contact c ON c.entry = x.contact WHERE x.entry IN ({among})
                    UNION SELECT entry, donor FROM letter WHERE entry IN ({among})) k
                WHERE k.donor <> '') s) t
        WHERE t.place <= {MostOfAKind}
        ORDER BY t.entry, t.kind, t.place
        """;

    internal ILookup<long, AuditSubject> Of(IReadOnlyCollection<EntryHeader> entries)
    {
        var among = entries.Count == 0 ? "0"
            : string.Join(", ", entries.Select(entry => entry.Number.ToString(CultureInfo.InvariantCulture)));
        return ledger.Query<(long Entry, string Kind, string Name, long About)>(Sql(among))
            .ToLookup(row => row.Entry, row => new AuditSubject(Word.Parse<SubjectKind>(row.Kind), row.Name, row.About));
    }
}
