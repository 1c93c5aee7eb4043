using System.Collections.Immutable;
using FundLedger.Bank;
using FundLedger.Data.Attachments;
using FundLedger.Data.Journal;
using FundLedger.Format;
using FundLedger.Journal;
using FundLedger.Reports;
using FundLedger.Web.Access;
using FundLedger.Web.Lists;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages.Entries;

/// <summary>One entry of the journal: all that it holds, its seal, and what it leads to.</summary>
public sealed class ShowPage : DeskPage, IFilesPage
{
    public EntryText Entry { get; private set; } = null!;

    public ListView? Postings { get; private set; }

    public ImmutableArray<HeldLine> BankLines => Entry.BankLines;

    public ImmutableArray<EnclosedFile> Files => Entry.Files;

    public long About => Entry.Header.Number;

    public bool IsReversible => Visit.May(Right.Record) && CanReverse(Entry);

    public string Rate => $"{Entry.Header.RateCurrency} {Notation.Number(new decimal(Entry.Header.Rate ?? 0) / 100_000_000, 5)} "
        + $"({Day(Entry.Header.RateDate ?? Entry.Header.Date)}, {Entry.Header.RateSource})";

    public IActionResult OnGet(long number)
    {
        var found = Ledger.Entries.Read(number);
        if (found.IsRefused) return NotFound();
        Entry = found.Value;
        Title = Say("page.entry", ("entry", Notation.Number(number)));
        if (!Entry.Postings.IsEmpty) Postings = ListOf("postings", Columns, Entry.Postings);
        return Page();
    }

    /// <summary>Whether a page may offer to undo the entry; what was built on it since is told when it is tried.</summary>
    internal static bool CanReverse(EntryText entry) => entry.ReversedBy == 0 && Reversal.CanReverse(entry.Header.Kind);

    public string RecordName(string kind) => Words.Has("record." + kind) ? Words["record." + kind] : kind;

    public string FieldName(string field) => Words.Has("column." + field) ? Words["column." + field] : field.Replace('_', ' ');

    public string TextOf(Cell value) => CellText.Of(new Column("", "", ColumnKind.Dollars), value, Notation);

    ImmutableArray<ListColumn<Posting>> Columns =>
    [
        new("account", ColumnKind.Text, posting => WordOf("account", posting.Account)),
        new("movement", ColumnKind.Text, posting => WordOf("movement", posting.Movement)),
        new("fund", ColumnKind.Text, posting => new TextCell(posting.Fund) { Link = $"/funds/{posting.Fund}" }),
        new("donor", ColumnKind.Text, posting => posting.Donor.Length == 0 ? Cell.Empty
            : new TextCell(DonorName(posting.Donor)) { Link = $"/donors/{posting.Donor}" }),
        new("about", ColumnKind.Text, AboutOf),
        new("due", ColumnKind.Date, posting => posting.Due is { } due ? due : Cell.Empty),
        new("currency", ColumnKind.Text, posting => posting.Amount.Currency.Code),
        new("amount", ColumnKind.Money, posting => posting.Amount),
        new("usd", ColumnKind.Dollars, posting => posting.Usd),
    ];

    Cell AboutOf(Posting posting) => posting switch
    {
        { Pledge: > 0 and var pledge } => new TextCell(Entry.Pledges.GetValueOrDefault(pledge, "")) { Link = $"/pledges/{pledge}" },
        { Payment: > 0 and var payment } => new TextCell(Entry.Payments.GetValueOrDefault(payment, "")) { Link = $"/payments/{payment}" },
        _ => Cell.Empty,
    };
}
