using FundLedger.Approvals;
using FundLedger.Checks;
using FundLedger.Closing;
using FundLedger.Journal;
using FundLedger.Users;

namespace FundLedger.Data;

/// <summary>
/// What stands in the way of an entry: a closed year, a person without the right, a second person who is missing. Read once
/// a transaction, so that an import of a million entries asks the database three times.
/// </summary>
sealed class PostingRules(Ledger ledger)
{
    ClosedYears? _closed;
    PersonList? _persons;
    ApprovalRules? _approvals;

    ClosedYears Closed => _closed ??= ledger.Closing.Closed();

    PersonList Persons => _persons ??= ledger.Users.List();

    ApprovalRules Approvals => _approvals ??= ledger.Approvals.Rules();

    /// <summary>Why the author may not post the entry, approved or not; none when he may.</summary>
    internal Problem? Objection(EntryDraft draft, Author author) =>
        Closed.Objection(draft, Persons.With(Role.Approver)) ?? Persons.Objection(draft, author);

    /// <summary>
    /// Why the entry needs a second person; none where it does not. While nobody is on record only a reopening does.
    /// </summary>
    internal string? Requirement(EntryDraft draft) =>
        Persons.IsEmpty && draft.Kind != EntryKind.Reopening ? null : Approvals.Requirement(draft);

    /// <summary>Whether there is somebody who can approve a proposal later.</summary>
    internal bool CanPropose => !Persons.IsEmpty;

    /// <summary>Forgets what the entry just posted may have changed.</summary>
    internal void Posted(EntryKind kind)
    {
        if (kind is EntryKind.Closing or EntryKind.Reopening) _closed = null;
        if (kind is EntryKind.Users or EntryKind.ApprovalRules) (_persons, _approvals) = (null, null);
    }
}
