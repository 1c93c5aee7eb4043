using System.Collections.Concurrent;
using System.Security.Cryptography;
using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Data.Contributions;
using FundLedger.Data.Files;
using FundLedger.Journal;
using FundLedger.Web.Works;
using Microsoft.AspNetCore.Http;

namespace FundLedger.Web.Uploads;

/// <summary>
/// Spreadsheets that were sent and are not imported yet. They are kept for a day, in a folder of the program; what is
/// imported stands in the ledger.
/// </summary>
public sealed class UploadDesk(Workshop workshop, TimeProvider clock) : IDisposable
{
    const int MostOfOnePerson = 10;

    static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    readonly ConcurrentDictionary<string, Upload> _uploads = new(StringComparer.Ordinal);
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fundledger-uploads-");
    readonly Lock _starting = new();

    /// <summary>The upload of this person; none where it is another's, or is not kept any more.</summary>
    public Upload? Find(string id, string person) =>
        _uploads.TryGetValue(id, out var upload) && upload.Person == person ? upload : null;

    /// <summary>Takes a file over and begins to check it, as the ledger remembers spreadsheets with these columns.</summary>
    public async Task<Outcome<Upload>> Take(IFormFile file, bool createsDonors, string person, Ledger ledger)
    {
        var upload = await Keep(file, person);
        var table = TableFile.Open(upload.Path, FileLimits.Upload, clock, name: upload.FileName);
        if (table.IsRefused)
        {
            Discard(upload);
            return new Refusal([.. table.Problems.Select(problem => problem with { Column = "file" })]);
        }

        upload.Columns = table.Value.Columns;
        upload.CreatesDonors = createsDonors;
        upload.Mapping = ledger.Contributions.MappingOf(upload.Columns);
        BeginCheck(upload);
        return upload;
    }

    /// <summary>Keeps a file that is to be looked at before it is taken over.</summary>
    public async Task<Upload> Keep(IFormFile file, string person, string holds = "")
    {
        Forget(person);
        var id = RandomNumberGenerator.GetHexString(24, lowercase: true);
        var path = Path.Combine(_folder.FullName, id);
        await using (var kept = new FileStream(path, FileMode.CreateNew)) await file.CopyToAsync(kept);
        return _uploads[id] = new Upload(id, person, Path.GetFileName(file.FileName), path, clock.GetUtcNow()) { Holds = holds };
    }

    /// <summary>Checks again, with another mapping.</summary>
    public void CheckAgain(Upload upload, ColumnMapping mapping, bool createsDonors)
    {
        lock (_starting)
        {
            if (upload.IsRunning || upload.Import is not null) return;
            (upload.Mapping, upload.CreatesDonors) = (mapping, createsDonors);
            BeginCheck(upload);
        }
    }

    /// <summary>Begins the import, once, however often it is asked for.</summary>
    public void BeginImport(Upload upload)
    {
        lock (_starting)
        {
            if (upload.Import is { Outcome: null or { IsRefused: false } } || upload.IsRunning) return;
            upload.Import = workshop.Begin<Imported>((ledger, report) => Run(upload, ledger, report, dryRun: false));
        }
    }

    public void Discard(Upload upload)
    {
        if (!upload.IsRunning && _uploads.TryRemove(upload.Id, out _)) File.Delete(upload.Path);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    void BeginCheck(Upload upload) =>
        upload.Check = workshop.Begin<Imported>((ledger, report) => Run(upload, ledger, report, dryRun: true));

    static Outcome<Imported> Run(Upload upload, Ledger ledger, Action<long> report, bool dryRun) =>
        ledger.Contributions.Import(upload.Path, new ImportOptions
        {
            DryRun = dryRun,
            CreateDonors = upload.CreatesDonors,
            Mapping = upload.Mapping,
            FileName = upload.FileName,
            Limits = FileLimits.Upload,
            Progress = new Reporter(report),
        }, new Author(upload.Person) { RequestKey = dryRun ? null : $"desk:{upload.Person}:import:{upload.Id}" });

    void Forget(string person)
    {
        var old = clock.GetUtcNow() - Kept;
        var tooMany = _uploads.Values.Where(upload => upload.Person == person)
            .OrderByDescending(upload => upload.At).Skip(MostOfOnePerson - 1);
        foreach (var upload in _uploads.Values.Where(upload => upload.At < old).Concat(tooMany)) Discard(upload);
    }

    sealed class Reporter(Action<long> report) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => report(value.Rows);
    }
}
