using FundLedger.Data.Files;
using FundLedger.Data.Rates;
using FundLedger.Web.Access;
using FundLedger.Web.Lists;
using FundLedger.Web.Uploads;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages.Rates;

/// <summary>A file of rates before it is loaded: what is new, what it corrects, and what that would have changed.</summary>
[Asks(ToSee = Right.Record, AllFunds = true)]
public sealed class ImportPage(UploadDesk uploads) : DeskPage
{
    Upload _upload = null!;

    public RatesLoaded? Effect { get; private set; }

    public ListView Changed => EffectList.Of(this, Effect!.Effect);

    public IActionResult OnGet(string id)
    {
        if (!Load(id)) return NotFound();
        Look();
        return Page();
    }

    public IActionResult OnPost(string id)
    {
        if (!Load(id)) return NotFound();
        var done = IndexPage.Told(Ledger.Rates.Import(_upload.Path, Author(), fileName: _upload.FileName));
        if (done.IsRefused) Look();
        else uploads.Discard(_upload);
        return Done(done, _ => "/rates");
    }

    void Look()
    {
        var trial = Ledger.Rates.Preview(_upload.Path, FileLimits.Upload, _upload.FileName);
        Form.Refuse(trial.Problems);
        Effect = trial.IsRefused ? null : trial.Value;
    }

    bool Load(string id)
    {
        if (uploads.Find(id, Visit.Name) is not { } upload) return false;
        _upload = upload;
        Title = upload.FileName;
        return true;
    }
}
