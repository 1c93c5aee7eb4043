using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Data.Files;
using FundLedger.Data.Statements;
using FundLedger.Journal;
using FundLedger.Web.Access;
using FundLedger.Web.Uploads;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages.Imports;

/// <summary>A file of income and expenditure, or of donors, before it is taken over: what would be recorded, or its problems.</summary>
[Asks(ToSee = Right.Record, AllFunds = true)]
public sealed class OtherPage(UploadDesk uploads) : DeskPage
{
    internal const string Statement = "statement";
    internal const string Donors = "donors";

    Upload _upload = null!;

    /// <summary>What would be recorded, in one line; none where the file has problems.</summary>
    public string? Would { get; private set; }

    /// <summary>What is odd in the file and would be recorded all the same.</summary>
    public ImmutableArray<string> Findings { get; private set; } = [];

    public IActionResult OnGet(string id)
    {
        if (!Load(id)) return NotFound();
        Look();
        return Page();
    }

    public IActionResult OnPost(string id)
    {
        if (!Load(id)) return NotFound();
        if (Form["do"] == "discard")
        {
            uploads.Discard(_upload);
            return LocalRedirect("/imports");
        }

        var done = Take(dryRun: false);
        if (done.IsRefused) Look();
        else uploads.Discard(_upload);
        return Done(done, recorded => _upload.Holds == Donors ? "/donors"
            : FormattableString.Invariant($"/imports/batches/{recorded.Entry}"));
    }

    void Look()
    {
        var trial = Take(dryRun: true);
        Form.Refuse(trial.Problems);
        Would = trial.IsRefused ? null : trial.Value.Text;
    }

    Outcome<Recorded> Take(bool dryRun) => _upload.Holds == Donors
        ? Ledger.Donors.Import(_upload.Path, Author(), dryRun, _upload.FileName, FileLimits.Upload)
        : Ledger.Statements.Import(_upload.Path, Author(), dryRun, _upload.FileName, FileLimits.Upload)
            .Then<Recorded>(done => Told(done));

    Recorded Told(StatementImported done)
    {
        Findings = done.Findings;
        return new Recorded(done.Batch, Statement, Say("import.statement",
            ("lines", Notation.Number(done.Lines)), ("statements", Notation.Number(done.Statements))));
    }

    bool Load(string id)
    {
        if (uploads.Find(id, Visit.Name) is not { Holds.Length: > 0 } upload) return false;
        _upload = upload;
        Title = upload.FileName;
        return true;
    }
}
