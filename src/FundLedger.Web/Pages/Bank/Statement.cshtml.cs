using System.Collections.Immutable;
using FundLedger.Data.Bank;
using FundLedger.Money;
using FundLedger.Reports;
using FundLedger.Web.Access;
using FundLedger.Web.Lists;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages.Bank;

/// <summary>A statement file as it was taken over: its lines and what explains each. It can be undone as a whole.</summary>
[Asks(AllFunds = true)]
public sealed class StatementPage : DeskPage
{
    public long Entry { get; private set; }

    public ImmutableArray<HeldStatement> Statements { get; private set; }

    public ListView Lines => ListOf("lines", Columns, Ledger.Bank.LinesOf(Entry));

    ImmutableArray<ListColumn<StatedLine>> Columns =>
    [
        new("line", ColumnKind.Text, one => new TextCell(one.Line.Id.ToString())
        { Link = one.Matched == 0 ? $"/bank/match?line={one.Line.Id}" : null }),
        new("date", ColumnKind.Date, one => one.Line.Day),
        new("payer", ColumnKind.Text, one => one.Line.Line.PayerName),
        new("remittance", ColumnKind.Text, one => one.Line.Line.Remittance.ReplaceLineEndings(" ")),
        new("currency", ColumnKind.Text, one => one.Line.Line.Amount.Currency.Code),
        new("amount", ColumnKind.Money, one => one.Line.Line.Amount),
        new("state", ColumnKind.Text, one => one.Matched != 0
            ? new TextCell(Say("bank.by-entry", ("entry", Notation.Number(one.Matched)))) { Link = $"/entries/{one.Matched}" }
            : one.Line.LeftReason ?? Words["bank.unexplained"])
        { Mark = one => one.Matched != 0 ? "done" : one.Line.LeftReason is null ? "open" : "waiting" },
    ];

    public IActionResult OnGet(long entry)
    {
        if (!Load(entry)) return NotFound();
        Form["date"] = DayText.Iso(Ledger.Today);
        return Page();
    }

    public IActionResult OnPost(long entry)
    {
        if (!Load(entry)) return NotFound();
        var (reason, day) = (Reason(), DayOrToday());
        return Form.IsRefused ? Again() : Done(Ledger.Bank.Undo(entry, day, reason, Author()), _ => "/bank");
    }

    bool Load(long entry)
    {
        (Entry, Statements) = (entry, [.. Ledger.Bank.Statements().Where(one => one.Entry == entry)]);
        if (Statements.IsEmpty) return false;
        Title = Statements[0].File;
        return true;
    }
}
