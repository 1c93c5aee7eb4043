using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Data.Requests;
using FundLedger.Journal;
using FundLedger.Users;

namespace FundLedger.Data.Users;

public sealed record AddPerson(Person Person) : RecordRequest
{
    internal override Outcome<Recorded> Run(Ledger ledger, Writing writing) => ledger.Users.Add(this, writing);
}

/// <summary>Gives a person other roles or funds, or marks that the person left; what is not given stays.</summary>
public sealed record ChangePerson(
    string Name, ImmutableArray<Role>? Roles, ImmutableArray<string>? Funds, bool? IsActive, string? Reason) : RecordRequest
{
    internal override Outcome<Recorded> Run(Ledger ledger, Writing writing) => ledger.Users.Change(this, writing);
}
