using System.Collections.Immutable;
using FundLedger.Data.Attachments;
using FundLedger.Data.Pledges;
using FundLedger.Data.Reports;
using FundLedger.Journal;
using FundLedger.Pledges;
using FundLedger.Reports;
using FundLedger.Web.Access;
using FundLedger.Web.Lists;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages.Pledges;

/// <summary>A part of the bar that shows a pledge: what became of it, and its share of the whole.</summary>
public sealed record BarPart(string Kind, long Share, string Text);

/// <summary>One pledge: its instalments, everything that happened to it, its documents, and what can be done with it.</summary>
public sealed class ShowPage : DeskPage, IFilesPage
{
    public PledgeLine Pledge { get; private set; } = null!;

    public ImmutableArray<InstalmentLine> Parts { get; private set; }

    public ImmutableArray<EntryHeader> Entries { get; private set; }

    public ImmutableArray<EnclosedFile> Files { get; private set; }

    public long About => Pledge.Entry;

    public string Standing => Word.Of(Pledge.StandingOn(Ledger.Today));

    /// <summary>What can be done with the pledge as it stands, by a person who records.</summary>
    public IEnumerable<string> Actions => !Visit.May(Right.Record) || Pledge.ReversedBy != 0 ? [] : PledgeActions.Of(Pledge);

    public ListView Instalments => ListOf("instalments", Columns, Parts);

    /// <summary>The bar, a part for each instalment and what became of it.</summary>
    public IEnumerable<BarPart> Bar => Parts.SelectMany(part => new[]
    {
        (Kind: "paid", Amount: part.Paid), (Kind: "written-off", Amount: part.WrittenOff),
        (Kind: part.Due < Ledger.Today && Pledge.Rung != Rung.Announced ? "overdue" : "due", Amount: part.Outstanding),
    }.Where(one => one.Amount.IsPositive).Select(one => new BarPart(one.Kind,
        BarShare.Of(one.Amount, Pledge.Promised),
        $"{part.Number}: {Money(one.Amount)}, {Words["instalment." + one.Kind]}")));

    ImmutableArray<ListColumn<InstalmentLine>> Columns =>
    [
        new("number", ColumnKind.Count, part => new CountCell(part.Number)),
        new("due", ColumnKind.Date, part => part.Due),
        new("standing", ColumnKind.Text, part => Words["instalment." + StandingOf(part)]) { Mark = StandingOf },
        new("promised", ColumnKind.Money, part => part.Promised),
        new("paid", ColumnKind.Money, part => part.Paid),
        new("written_off", ColumnKind.Money, part => part.WrittenOff),
        new("open", ColumnKind.Money, part => part.Outstanding),
    ];

    public IActionResult OnGet(long number)
    {
        var known = Ledger.Journal.Known().Value;
        if (Ledger.PledgeLines.Page(new PledgeFilter { Entry = number }, DateOnly.MaxValue, known).FirstOrDefault() is not { } pledge)
            return NotFound();
        Pledge = pledge;
        Title = Say("page.pledge", ("reference", pledge.Reference));
        Parts = Ledger.Pledges.Instalments(number);
        Entries = Ledger.Journal.EntriesOfPledge(number);
        Files = Ledger.Attachments.Of([.. Entries.Select(entry => entry.Number)]);
        return Page();
    }

    string StandingOf(InstalmentLine part) => part switch
    {
        { Outstanding.IsZero: true, Paid.IsZero: false } => "paid",
        { Outstanding.IsZero: true, WrittenOff.IsZero: false } => "written-off",
        { Outstanding.IsZero: true } => "cancelled",
        _ when part.Due < Ledger.Today && Pledge.Rung != Rung.Announced => "overdue",
        _ => "due",
    };
}
