using FundLedger.Data.Journal;
using FundLedger.Money;
using FundLedger.Web.Access;
using FundLedger.Web.Works;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages.Imports;

/// <summary>
/// One import, which can be undone as a whole. While that runs the page loads itself again; closing it stops nothing.
/// </summary>
[Asks(AllFunds = true)]
public sealed class BatchPage(Undoings undoings) : DeskPage
{
    public BatchLine Batch { get; private set; } = null!;

    public Undoing? Undoing { get; private set; }

    public bool IsUndoing { get; private set; }

    public IActionResult OnGet(long entry)
    {
        if (!Load(entry)) return NotFound();
        Form["date"] = DayText.Iso(Undoing?.Date ?? Ledger.Today);
        Form["reason"] = Undoing?.Reason ?? "";
        if (IsUndoing) Response.Headers["Refresh"] = "1";
        Form.Refuse(Undoing?.Work.Outcome?.Problems ?? []);
        return Page();
    }

    public IActionResult OnPost(long entry)
    {
        if (!Load(entry)) return NotFound();
        var (reason, day) = (Reason(), DayOrToday());
        if (Form.IsRefused) return Again();
        undoings.Begin(entry, day, reason, Author());
        return LocalRedirect($"/imports/batches/{entry}");
    }

    bool Load(long entry)
    {
        // Asked first: what ends meanwhile is shown by the next page, and none tells of an end that it does not see.
        Undoing = undoings.Of(entry);
        IsUndoing = Undoing is { IsRunning: true };
        if (Ledger.Batches.Find(entry) is not { } batch) return false;
        Batch = batch;
        Title = batch.File;
        return true;
    }
}
