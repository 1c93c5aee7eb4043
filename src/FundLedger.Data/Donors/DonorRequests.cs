using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Data.Requests;
using FundLedger.Donors;
using FundLedger.Journal;

namespace FundLedger.Data.Donors;

public sealed record AddDonors(ImmutableArray<Donor> Donors) : RecordRequest
{
    internal override Outcome<Recorded> Run(Ledger ledger, Writing writing) => ledger.Donors.Add(Donors, writing);
}

/// <summary>Adds one donor, with a code made from its name where it has none, unless there is one with a similar name.</summary>
public sealed record AddDonor(Donor Donor, bool EvenIfSimilar) : RecordRequest
{
    internal override Outcome<Recorded> Run(Ledger ledger, Writing writing) => ledger.Donors.AddOne(this, writing);
}

/// <summary>Gives a donor a new version.</summary>
public sealed record ChangeDonor(Donor Donor, string? Reason) : RecordRequest
{
    internal override Outcome<Recorded> Run(Ledger ledger, Writing writing) => ledger.Donors.Change(this, writing);
}

/// <summary>Erases the details of a contact; its number is the entry that first recorded it.</summary>
public sealed record EraseContact(string Donor, long Contact, string Reason) : RecordRequest
{
    internal override Outcome<Recorded> Run(Ledger ledger, Writing writing) => ledger.Contacts.Erase(this, writing);
}
