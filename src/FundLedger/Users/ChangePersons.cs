using System.Collections.Immutable;
using FundLedger.Approvals;
using FundLedger.Checks;
using FundLedger.Journal;

namespace FundLedger.Users;

/// <summary>
/// Adds, changes and takes away persons. The first person is an administrator and brings the usual rules of approval;
/// from then on nobody else writes. One administrator always stays.
/// </summary>
public static class ChangePersons
{
    public static Outcome<EntryDraft> Add(Person person, PersonList known, ApprovalRules rules, DateOnly today) =>
        person.Accept().Then<EntryDraft>(accepted =>
        {
            if (known.All.Any(other => other.Name == person.Name && other.IsActive))
                return new Problem($"there is a person {person.Name} already", "change that one with «users change»")
                { Column = "name", Value = person.Name };
            if (known.IsEmpty && !person.Has(Role.Administrator))
                return new Problem("the first person must be an administrator",
                    "add the administrator first: from then on only persons write")
                { Column = "role" };
            var draft = Draft(today, $"Person {person.Name} added: {person.RolesText}", accepted);
            return known.IsEmpty ? draft with { Records = [accepted, .. rules.MissingUsual()] } : draft;
        });

    public static Outcome<EntryDraft> Change(
        string name, ImmutableArray<Role>? roles, ImmutableArray<string>? funds, bool? isActive, PersonList known, DateOnly today,
        string? reason) => known.Find(name).Then<EntryDraft>(before =>
        {
            var after = before with
            {
                Roles = roles ?? before.Roles,
                Funds = funds ?? before.Funds,
                IsActive = isActive ?? before.IsActive,
            };
            if (after.IsSameAs(before)) return new Problem($"nothing of {name} changes", "give the roles or funds that shall be different");
            var accepted = after.Accept();
            if (accepted.IsRefused) return new Refusal(accepted.Problems);
            if (before.Has(Role.Administrator) && !after.Has(Role.Administrator) && known.With(Role.Administrator).Length == 1)
                return new Problem($"{name} is the only administrator", "make another person an administrator first")
                { Column = "name", Value = name };
            var what = after.IsActive ? $"changed: {after.RolesText}" : "left";
            return Draft(today, $"Person {name} {what}", after) with { Reason = reason };
        });

    static EntryDraft Draft(DateOnly today, string text, Person person) =>
        new(EntryKind.Users, today, text) { Records = [person] };
}
