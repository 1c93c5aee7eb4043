using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Journal;

namespace FundLedger.Users;

/// <summary>
/// The persons on record at one moment and what each may do. While there are none the ledger belongs to one person, and
/// everything is allowed.
/// </summary>
public sealed class PersonList
{
    readonly Dictionary<string, Person> _byName = new(StringComparer.Ordinal);

    /// <summary>Where a name occurs twice the later one in the sequence wins: it is the newer version.</summary>
    public PersonList(IEnumerable<Person> persons)
    {
        foreach (var person in persons) _byName[person.Name] = person;
        All = [.. _byName.Values.OrderBy(person => person.Name, StringComparer.Ordinal)];
    }

    /// <summary>All persons by name, those who left included.</summary>
    public ImmutableArray<Person> All { get; }

    public bool IsEmpty => All.IsEmpty;

    public Outcome<Person> Find(string name) => _byName.TryGetValue(name.Trim(), out var person)
        ? person
        : new Problem($"there is no person '{Quoted.Short(name)}'", "see «users list» for the names")
        { Column = "name", Value = name };

    /// <summary>The names of those who have the role now.</summary>
    public ImmutableArray<string> With(Role role) => [.. All.Where(person => person.Has(role)).Select(person => person.Name)];

    /// <summary>Why the author may not post the entry; none when he may.</summary>
    public Problem? Objection(EntryDraft draft, Author author)
    {
        if (author.Approver == author.Name)
            return new Problem($"{author.Name} cannot approve what {author.Name} recorded", "have a second person approve it")
            { Column = "approved-by", Value = author.Name };
        if (IsEmpty) return null;
        return RecorderObjection(draft, author.Name) ?? (author.Approver is { } approver ? ApproverObjection(draft, approver) : null);
    }

    Problem? RecorderObjection(EntryDraft draft, string name)
    {
        var person = _byName.GetValueOrDefault(name);
        if (person is not { IsActive: true })
            return Refused(name, $"'{Quoted.Short(name)}' is not a person of this ledger", AskAdministrator("add or change the person"));
        var isAllowed = draft.Kind switch
        {
            EntryKind.Users or EntryKind.ApprovalRules => person.Has(Role.Administrator),
            EntryKind.Decision or EntryKind.Report or EntryKind.Letter =>
                person.Has(Role.Recorder) || person.Has(Role.Administrator) || person.Has(Role.Approver),
            _ => person.Has(Role.Recorder) || person.Has(Role.Administrator),
        };
        return isAllowed
            ? OutsideFunds(draft, person, "record")
            : Refused(name, $"{name} is {person.RolesText} and may not record {Word.Of(draft.Kind)} entries",
                AskAdministrator("give the role, or let another person record it"));
    }

    Problem? ApproverObjection(EntryDraft draft, string name)
    {
        var person = _byName.GetValueOrDefault(name);
        return person?.Has(Role.Approver) == true
            ? OutsideFunds(draft, person, "approve")
            : new Problem($"'{Quoted.Short(name)}' is not an approver", $"have it approved by one of: {NamesOf(Role.Approver)}")
            { Column = "approved-by", Value = name };
    }

    static Problem? OutsideFunds(EntryDraft draft, Person person, string verb) =>
        person.IsLimited && draft.Postings.FirstOrDefault(posting => !person.Funds.Contains(posting.Fund)) is { } outside
            ? new Problem($"{person.Name} may not {verb} what moves {outside.Fund}: only {person.FundsText}",
                "let a person record and approve it who has that fund")
            { Column = "fund", Value = outside.Fund }
            : null;

    static Problem Refused(string name, string message, string remedy) => new(message, remedy) { Column = "by", Value = name };

    string AskAdministrator(string what) => $"ask {NamesOf(Role.Administrator)} to {what}";

    string NamesOf(Role role) => With(role) is { IsEmpty: false } names ? string.Join(" or ", names) : $"an {Word.Of(role)}";
}
