using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Journal;
using FundLedger.Users;

namespace FundLedger.Data.Users;

/// <summary>The persons who use the ledger. While there are none it belongs to one person and everything is allowed.</summary>
public sealed class UserStore(Ledger ledger)
{
    /// <summary>Adds a person; the first is an administrator, and from then on only persons write.</summary>
    public Outcome<Recorded> Add(Person person, Author author) => ledger.Write(author, new AddPerson(person));

    /// <summary>Gives a person other roles or funds; what is not given stays. An empty list of funds means all of them.</summary>
    public Outcome<Recorded> Change(
        string name, ImmutableArray<Role>? roles, ImmutableArray<string>? funds, string? reason, Author author) =>
        ledger.Write(author, new ChangePerson(name, roles, funds, null, reason));

    /// <summary>Marks that a person left; what he recorded stays.</summary>
    public Outcome<Recorded> Remove(string name, string? reason, Author author) =>
        ledger.Write(author, new ChangePerson(name, null, null, IsActive: false, reason));

    public PersonList List(long knownUpTo = StandingData.Everything) => new(ledger.Query<PersonRow>(
        "SELECT name, roles, funds, is_active FROM person WHERE entry <= @knownUpTo ORDER BY entry, line", new { knownUpTo })
        .Select(row => row.ToPerson()));

    /// <summary>Whether reports that this person makes are put on record: an auditor reads and writes nothing.</summary>
    public bool MayIssue(string name) =>
        List().Objection(new EntryDraft(EntryKind.Report, ledger.Today, ""), new Author(name)) is null;

    internal Outcome<Recorded> Add(AddPerson request, Writing writing) =>
        CodesOf(request.Person.Funds).Then(funds => ChangePersons.Add(
                request.Person with { Funds = funds }, List(), ledger.Approvals.Rules(), ledger.Today))
            .Then(draft => Post(draft, request.Person.Name, writing));

    internal Outcome<Recorded> Change(ChangePerson request, Writing writing) =>
        CodesOf(request.Funds ?? []).Then(funds => ChangePersons.Change(
                request.Name, request.Roles, request.Funds is null ? null : funds, request.IsActive, List(), ledger.Today, request.Reason))
            .Then(draft => Post(draft, request.Name, writing));

    static Outcome<Recorded> Post(EntryDraft draft, string name, Writing writing) =>
        writing.Post(draft).Then<Recorded>(number => new Recorded(number, name, draft.Text));

    Outcome<ImmutableArray<string>> CodesOf(ImmutableArray<string> funds)
    {
        var codes = ImmutableArray.CreateBuilder<string>();
        foreach (var name in funds)
        {
            var fund = ledger.Standing.Funds.Find(name);
            if (fund.IsRefused) return new Refusal(fund.Problems);
            codes.Add(fund.Value.Code);
        }

        return codes.ToImmutable();
    }

    sealed class PersonRow
    {
        public string Name { get; init; } = "";
        public string Roles { get; init; } = "";
        public string Funds { get; init; } = "";
        public long IsActive { get; init; }

        internal Person ToPerson() => new(Name, [.. Roles.Split(',').Select(Word.Parse<Role>)],
            [.. Funds.Split(',', StringSplitOptions.RemoveEmptyEntries)], IsActive == 1);
    }
}
