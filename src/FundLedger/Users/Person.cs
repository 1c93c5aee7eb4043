using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Journal;

namespace FundLedger.Users;

/// <summary>What a person may do. Nobody, whatever the roles, approves what he recorded himself.</summary>
public enum Role
{
    /// <summary>Records pledges, payments and the rest.</summary>
    Recorder,

    /// <summary>Approves what others recorded, where a second person is required.</summary>
    Approver,

    /// <summary>Reads everything and writes nothing; goes with no other role.</summary>
    Auditor,

    /// <summary>Records, and keeps the list of persons and the rules of approval.</summary>
    Administrator,
}

/// <summary>
/// Somebody who uses the ledger. A change is a new version of the whole record. Where funds are named the person records
/// and approves only what moves these.
/// </summary>
public sealed record Person(string Name, ImmutableArray<Role> Roles, ImmutableArray<string> Funds, bool IsActive = true) : ILedgerRecord
{
    const int LongestName = 80;

    public static RecordShape Shape { get; } = new("person", "name text, roles text, funds text, is_active number");

    RecordShape ILedgerRecord.Shape => Shape;

    /// <summary>The roles as one text: <c>recorder,approver</c>.</summary>
    public string RolesText => string.Join(',', Roles.Order().Distinct().Select(Word.Of));

    public string FundsText => string.Join(',', Funds);

    public bool Has(Role role) => IsActive && Roles.Contains(role);

    public bool IsLimited => Funds.Length > 0;

    public void WriteTo(FieldSink sink)
    {
        sink.Text(Name);
        sink.Text(RolesText);
        sink.Text(FundsText);
        sink.Number(IsActive ? 1 : 0);
    }

    public bool IsSameAs(Person other) =>
        (Name, RolesText, FundsText, IsActive) == (other.Name, other.RolesText, other.FundsText, other.IsActive);

    /// <summary>The person itself, or what is wrong with it.</summary>
    public Outcome<Person> Accept()
    {
        if (Name.Length is 0 or > LongestName || Name.Trim() != Name || Name.Any(char.IsControl) || HiddenCharacters.AreIn(Name))
            return new Problem($"'{Quoted.Short(Name)}' cannot be the name of a person",
                $"give 1 to {LongestName} letters, as the person signs on")
            { Column = "name", Value = Name };
        if (Roles.IsEmpty)
            return new Problem($"{Name} has no role", $"give one or more of: {Word.List<Role>()}") { Column = "role" };
        return Roles.Contains(Role.Auditor) && Roles.Distinct().Count() > 1
            ? new Problem($"{Name} cannot be an auditor and write too", "give the auditor no other role") { Column = "role" }
            : this;
    }
}
