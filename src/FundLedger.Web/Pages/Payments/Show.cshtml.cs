using System.Collections.Immutable;
using FundLedger.Bank;
using FundLedger.Data.Attachments;
using FundLedger.Data.Payments;
using FundLedger.Journal;
using FundLedger.Reports;
using FundLedger.Web.Access;
using FundLedger.Web.Lists;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages.Payments;

/// <summary>One payment: what it settled, the line of the bank, its documents, and what can be done with it.</summary>
public sealed class ShowPage : DeskPage, IFilesPage
{
    public PaymentLine Payment { get; private set; } = null!;

    public ListView Allocations { get; private set; } = null!;

    public ImmutableArray<EntryHeader> Entries { get; private set; }

    public ImmutableArray<HeldLine> BankLines { get; private set; }

    public ImmutableArray<EnclosedFile> Files { get; private set; }

    public long About => Payment.Entry;

    public string Standing => PaymentColumns.Standing(Payment);

    public IEnumerable<string> Actions => !Visit.May(Right.Record) || Payment.ReversedBy != 0 ? []
        : Payment.Unallocated.IsZero ? ["reverse"] : ["allocate", "refund", "reverse"];

    ImmutableArray<ListColumn<AllocationLine>> Columns =>
    [
        new("pledge", ColumnKind.Text, line => line.Pledge is { } pledge
            ? new TextCell(pledge) { Link = $"/pledges/{line.PledgeEntry}" } : Words["payment.to-fund"]),
        new("instalment", ColumnKind.Text, line => line.Instalment == 0 ? "" : Notation.Number(line.Instalment)),
        new("fund", ColumnKind.Text, line => new TextCell(line.Fund) { Link = $"/funds/{line.Fund}" }),
        new("currency", ColumnKind.Text, line => line.Currency.Code),
        new("amount", ColumnKind.Money, line => line.Amount),
        new("settled_currency", ColumnKind.Text, line => line.SettledCurrency.Code),
        new("settled", ColumnKind.Money, line => line.Settled),
        new("usd", ColumnKind.Dollars, line => line.Usd),
        new("entry", ColumnKind.Count, line => new CountCell(line.Entry) { Link = $"/entries/{line.Entry}" }),
    ];

    public IActionResult OnGet(long number)
    {
        if (Ledger.Payments.Page(new PaymentFilter { Entry = number }).FirstOrDefault() is not { } payment) return NotFound();
        Payment = payment;
        Title = Say("page.payment", ("reference", payment.Reference));
        Allocations = ListOf("allocations", Columns, Ledger.Payments.AllocationsOf(number));
        Entries = Ledger.Journal.EntriesOfPayment(number);
        BankLines = [.. Entries.SelectMany(entry => Ledger.Entries.BankLines(entry.Number))];
        Files = Ledger.Attachments.Of([.. Entries.Select(entry => entry.Number)]);
        return Page();
    }
}
