using System.Collections.Immutable;
using System.Security.Cryptography;
using FundLedger.Checks;
using FundLedger.Donors;
using FundLedger.Journal;

namespace FundLedger.Data.Donors;

/// <summary>
/// The persons to whom letters and statements of donors go. Their details stand beside the journal, which seals a salted hash of
/// them; the newest version of a contact stands, and erasing removes every version.
/// </summary>
public sealed class ContactStore(Ledger ledger)
{
    /// <summary>Whether details can be seen: a role that only reads the books may not.</summary>
    internal bool CanRead => ledger.Dialect.MayRead(ledger.Connection, "contact_details");

    /// <summary>The contacts of a donor, in the order in which they were first recorded; none where details may not be seen.</summary>
    public ImmutableArray<DonorContact> Of(string donor) => !CanRead ? [] : [.. ledger.Query<ContactRow>($"""
        SELECT {ContactRow.Columns} FROM contact c JOIN contact_details d ON d.entry = c.entry AND d.line = c.line
        WHERE c.donor = @donor AND c.entry = (SELECT MAX(v.entry) FROM contact v WHERE v.contact = c.contact)
        ORDER BY c.contact
        """, new { donor }).Select(row => row.ToContact())];

    /// <summary>The contact of a donor with this number; refused where there is none, or it was erased.</summary>
    public Outcome<DonorContact> Find(string donor, long number) =>
        Of(donor).FirstOrDefault(contact => contact.Number == number) is { } found ? found
        : new Problem($"{donor} has no contact {number}", "see the contacts of the donor for their numbers; one that was erased is gone")
        { Column = "contact" };

    /// <summary>Adds a contact of the donor with this code.</summary>
    public Outcome<Recorded> Add(string donor, ContactDetails details, Author author) =>
        Record(donor, null, details, null, author);

    /// <summary>Gives a contact a new version; one that changes nothing is not recorded.</summary>
    public Outcome<Recorded> Change(string donor, long number, ContactDetails details, string? reason, Author author) =>
        SaltOf(author) is null && Find(donor, number) is { IsRefused: false, Value.Details: var before }
        && ContactRules.Accept(details) is { IsRefused: false, Value: var same } && same == before
            ? new Recorded(0, NameOf(number), $"Nothing of contact {number} of {donor} changes")
            : Record(donor, number, details, reason, author);

    /// <summary>Erases the details of every version of a contact, for a reason that stays on record.</summary>
    public Outcome<Recorded> Erase(string donor, long number, string reason, Author author) =>
        ledger.Write(author, new EraseContact(donor, number, reason));

    internal Outcome<Recorded> Erase(EraseContact request, Writing writing) => Find(request.Donor, request.Contact).Then(contact =>
        string.IsNullOrWhiteSpace(request.Reason)
            ? new Problem("the erasure has no reason", "say why in a few words, without naming the person; it stays in the audit trail")
            { Column = "reason" }
            : writing.Post(new EntryDraft(EntryKind.ContactErasure, ledger.Today, $"Contact {contact.Number} of {contact.Donor} erased")
            { Reason = request.Reason, Records = [new ContactErasure(contact.Number)] }).Then<Recorded>(entry =>
            {
                writing.Erase("contact_details", "entry IN (SELECT entry FROM contact WHERE contact = @Number)", new { contact.Number });
                return new Recorded(entry, NameOf(contact.Number), $"Contact {contact.Number} of {contact.Donor} erased");
            }));

    /// <summary>
    /// Records a version. Two requests are told apart by the salted hash as well: one without salt would outlast the erasure, and
    /// names could be tried against it.
    /// </summary>
    Outcome<Recorded> Record(string donor, long? contact, ContactDetails details, string? reason, Author author)
    {
        byte[] salt = [];
        object Request()
        {
            salt = SaltOf(author) ?? RandomNumberGenerator.GetBytes(ContactHash.SaltLength);
            return new { donor, contact, reason, details = Convert.ToHexString(ContactHash.Of(salt, details)) };
        }

        return ledger.Write(author, Request, writing => Hindrance(donor, contact) is { } problem ? problem
            : ContactRules.Accept(details).Then(accepted => Post(donor, contact, accepted, salt, reason, writing)));
    }

    Problem? Hindrance(string donor, long? contact) => contact is { } number
        ? Find(donor, number).Problems.FirstOrDefault()
        : ledger.Standing.Donors.All.Any(known => known.Code == donor) ? null
        : new Problem($"there is no donor {donor}", "add the donor first") { Column = "donor", Value = donor };

    Outcome<Recorded> Post(string donor, long? contact, ContactDetails details, byte[] salt, string? reason, Writing writing)
    {
        var text = contact is { } number ? $"Contact {number} of {donor} changed" : $"Contact of {donor} recorded";
        var record = new ContactRecord(donor, contact ?? Posting.ThisEntry, ContactHash.Of(salt, details));
        return writing.Post(new EntryDraft(EntryKind.Contact, ledger.Today, text)
        { Reason = reason, Records = [record] }).Then<Recorded>(entry =>
        {
            ledger.Execute("""
                INSERT INTO contact_details (entry, line, salt, name, position, email, phone, address, language)
                VALUES (@entry, 1, @salt, @Name, @Position, @Email, @Phone, @Address, @Language)
                """,
                new { entry, salt, details.Name, details.Position, details.Email, details.Phone, details.Address, details.Language });
            return new Recorded(entry, NameOf(contact ?? entry), text);
        });
    }

    /// <summary>The salt under which a request with the author's key was recorded; none where there was none.</summary>
    byte[]? SaltOf(Author author) => author.RequestKey is not { } key ? null : ledger.Single<byte[]>("""
        SELECT d.salt FROM request r JOIN contact_details d ON d.entry = r.entry WHERE r.key = @key
        """, new { key });

    static string NameOf(long number) => FormattableString.Invariant($"contact {number}");
}
