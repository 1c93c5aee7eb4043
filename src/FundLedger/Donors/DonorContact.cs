namespace FundLedger.Donors;

/// <summary>
/// Who receives a donor's letters and statements. Texts that are not known are empty; without a <see cref="Language"/> letters
/// go in the donor's.
/// </summary>
public sealed record ContactDetails(string Name)
{
    /// <summary>The person's function, such as First Secretary.</summary>
    public string Position { get; init; } = "";

    public string Email { get; init; } = "";

    public string Phone { get; init; } = "";

    /// <summary>The postal address, its lines separated by line feeds.</summary>
    public string Address { get; init; } = "";

    public string Language { get; init; } = "";

    /// <summary>The postal address on one line, for lists.</summary>
    public string AddressOnOneLine => Address.Replace("\n", ", ", StringComparison.Ordinal);

    /// <summary>The language in which letters go to the contact of this donor.</summary>
    public string LanguageFor(Donor donor) => Language.Length > 0 ? Language : donor.Language;

    /// <summary>Every detail, in the order in which <see cref="ContactHash"/> takes them.</summary>
    internal IEnumerable<string> Texts() => [Name, Position, Email, Phone, Address, Language];
}

/// <summary>
/// A contact of a donor as it stands: its number is the entry that first recorded it, <see cref="Entry"/> the one that brought
/// these details.
/// </summary>
public sealed record DonorContact(long Number, string Donor, long Entry, ContactDetails Details);
