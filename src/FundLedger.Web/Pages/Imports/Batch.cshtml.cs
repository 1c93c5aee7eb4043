using FundLedger.Data.Journal;
using FundLedger.Money;
using FundLedger.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages.Imports;

/// <summary>One import, which can be undone as a whole.</summary>
[Asks(AllFunds = true)]
public sealed class BatchPage : DeskPage
{
    public BatchLine Batch { get; private set; } = null!;

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
        if (Form.IsRefused) return Again();
        return Done(Ledger.Batches.Undo(entry, day, reason, Author()), _ => $"/imports/batches/{entry}");
    }

    bool Load(long entry)
    {
        if (Ledger.Batches.Find(entry) is not { } batch) return false;
        Batch = batch;
        Title = batch.File;
        return true;
    }
}
