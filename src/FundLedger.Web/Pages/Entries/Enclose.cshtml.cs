using FundLedger.Data.Attachments;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages.Entries;

/// <summary>Takes a file that belongs to an entry: a letter, an advice, a scan.</summary>
[RequestSizeLimit(AttachmentStore.MostBytes + 65536), RequestFormLimits(MultipartBodyLengthLimit = AttachmentStore.MostBytes + 65536)]
public sealed class EnclosePage : DeskPage
{
    public string Back => Url.IsLocalUrl(Form["to"]) ? Form["to"] : "/";

    public IActionResult OnGet() => NotFound();

    public IActionResult OnPost(long about, IFormFile? file)
    {
        Title = Words["files.add"];
        if (Ledger.Entries.Read(about).IsRefused) return NotFound();
        if (file is null)
        {
            Form.Refuse("file", Words["files.missing"]);
            return Again();
        }

        using var memory = new MemoryStream((int)Math.Min(file.Length, AttachmentStore.MostBytes + 1));
        file.CopyTo(memory);
        return Done(Ledger.Attachments.Enclose(about, file.FileName, memory.ToArray(), Author()), _ => Back);
    }
}
