using System.Collections.Immutable;
using FundLedger.Data.Journal;
using FundLedger.Data.Requests;
using FundLedger.Journal;
using FundLedger.Web.Access;

namespace FundLedger.Web.Pages.Entries;

/// <summary>Reverses one entry.</summary>
[Asks(ToSee = Right.Record)]
public sealed class ChangeEntryPage : ChangePage
{
    public EntryHeader Entry { get; private set; } = null!;

    public override string Back => FormattableString.Invariant($"/entries/{Entry.Number}");

    protected override ImmutableArray<EntryHeader> History => [Entry];

    protected override RecordRequest? Asked() => new ReverseEntry(Entry.Number, DayOrToday(), Reason());

    protected override bool Find(long number)
    {
        var found = Ledger.Entries.Read(number);
        if (What != "reverse" || found.IsRefused || !ShowPage.CanReverse(found.Value)) return false;
        Entry = found.Value.Header;
        Title = Words["action.reverse"];
        return true;
    }
}
