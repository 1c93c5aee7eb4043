using FundLedger.Checks;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages.Entries;

/// <summary>
/// Hands out a file by the entry that brought it. Whatever it calls itself it is saved and never shown in the page's place.
/// </summary>
public sealed class FilesPage : DeskPage
{
    public IActionResult OnGet(long number, string hash)
    {
        var entry = Ledger.Entries.Read(number);
        var file = entry.IsRefused ? null : entry.Value.Files.FirstOrDefault(one => one.Hash == hash);
        if (file is null || Ledger.Attachments.Read(hash) is not { IsRefused: false } bytes) return NotFound();
        return File(bytes.Value, "application/octet-stream", file.Name);
    }
}
