using FundLedger.Donors;

namespace FundLedger.Data.Donors;

/// <summary>A version of a contact, with the details beside it.</summary>
sealed class ContactRow
{
    internal const string Columns =
        "c.entry, c.contact, c.donor, c.hash, d.salt, d.name, d.position, d.email, d.phone, d.address, d.language";

    public long Entry { get; init; }
    public long Contact { get; init; }
    public string Donor { get; init; } = "";
    public byte[] Hash { get; init; } = [];

    /// <summary>None where there are no details.</summary>
    public byte[]? Salt { get; init; }

    public string Name { get; init; } = "";
    public string Position { get; init; } = "";
    public string Email { get; init; } = "";
    public string Phone { get; init; } = "";
    public string Address { get; init; } = "";
    public string Language { get; init; } = "";

    /// <summary>Whether the erasure of the contact is on record.</summary>
    public long Erasures { get; init; }

    internal DonorContact ToContact() => new(Contact, Donor, Entry, ToDetails());

    internal ContactDetails ToDetails() =>
        new(Name) { Position = Position, Email = Email, Phone = Phone, Address = Address, Language = Language };
}
