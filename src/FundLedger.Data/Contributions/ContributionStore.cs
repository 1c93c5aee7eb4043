using System.Collections.Immutable;
using System.Security.Cryptography;
using FundLedger.Checks;
using FundLedger.Data.Files;
using FundLedger.Data.Reports;
using FundLedger.Journal;
using FundLedger.Reports;

namespace FundLedger.Data.Contributions;

/// <summary>How far an import is: pass 1 reads the pledges of the file, pass 2 its payments.</summary>
public sealed record ImportProgress(int Pass, long Rows);

public sealed record ImportOptions
{
    /// <summary>Does everything but keep it.</summary>
    public bool DryRun { get; init; }

    /// <summary>Adds donors that the ledger does not know, by the name in the file.</summary>
    public bool CreateDonors { get; init; }

    /// <summary>Where the columns stand, where the file does not name them as the format does.</summary>
    public ColumnMapping? Mapping { get; init; }

    public FileLimits Limits { get; init; } = FileLimits.Import;

    /// <summary>The name people call the file by, where its path is not their own.</summary>
    public string? FileName { get; init; }

    public IProgress<ImportProgress>? Progress { get; init; }
}

/// <summary>What an import did, or would do. <see cref="Batch"/> is the number of its first entry and undoes it.</summary>
public sealed record Imported(
    long Batch, string File, long Pledges, long Payments, ImmutableArray<string> NewDonors, bool DryRun);

/// <summary>Imports of pledges and payments from a spreadsheet.</summary>
public sealed class ContributionStore(Ledger ledger)
{
    /// <summary>What a row usually takes in a file, so that the size of the file tells about how many there are.</summary>
    const int BytesOfARow = 60;

    /// <summary>From how many rows on an import is large, if it also has half as many as the ledger has entries.</summary>
    const int ManyRows = 2_000;

    /// <summary>
    /// Imports a file as one batch: every row or none. All problems are counted and the first hundred named, each with
    /// its row, column, value and remedy.
    /// </summary>
    public Outcome<Imported> Import(string path, ImportOptions options, Author author) =>
        TableFile.Open(path, options.Limits, ledger.Clock, name: options.FileName).Then(file =>
            ContributionColumns.Of(file, options.Mapping).Then(columns =>
            {
                var hash = HashOf(path);
                var asked = new { import = Convert.ToHexString(hash), options.CreateDonors, columns = options.Mapping?.ToJson() };
                var rows = new FileInfo(path).Length / BytesOfARow;
                return ledger.Write(author, asked, writing =>
                {
                    if (rows > Math.Max(ManyRows, writing.Journal.LastNumber / 2)) writing.Journal.ExpectMany();
                    return Run(columns.File, columns, hash, options, writing);
                }, options.DryRun);
            }));

    /// <summary>How the ledger was told to read spreadsheets with these columns; none where it was not.</summary>
    public ColumnMapping? MappingOf(IEnumerable<string> columns) =>
        ledger.Standing.Setting(ColumnMapping.SettingOf(columns)) is { } json ? ColumnMapping.FromJson(json) : null;

    /// <summary>Reads spreadsheets with these columns so from now on.</summary>
    public Outcome<Recorded> Remember(IEnumerable<string> columns, ColumnMapping mapping, Author author) =>
        ledger.Settings.Set(ColumnMapping.SettingOf(columns), mapping.ToJson(), null, author);

    /// <summary>
    /// Every pledge and payment that was not reversed, as it was recorded, in the columns of the import format. The rows
    /// are read as they are written.
    /// </summary>
    public Listing Export(ContributionFilter filter) => ContributionExport.Of(ledger, filter);

    Outcome<Imported> Run(
        TableFile file, ContributionColumns columns, byte[] hash, ImportOptions options, Writing writing)
    {
        var batch = writing.Post(new EntryDraft(EntryKind.Import, ledger.Today, $"Import of {file.Name}")
        { Records = [new Batch(file.Name, hash)] });
        if (batch.IsRefused) return new Refusal(batch.Problems);
        var import = new ContributionImport(ledger, writing, file, columns, batch.Value, options);
        import.Run();
        if (import.Problems.Count > 0) return import.Problems.ToRefusal(file.Name);
        if (import.Pledges + import.Payments == 0)
            return new Problem("the file has no pledges and no payments", "give it at least one row below the column names")
            { File = file.Name };
        return new Imported(batch.Value, file.Name, import.Pledges, import.Payments, [.. import.NewDonors], options.DryRun);
    }

    static byte[] HashOf(string path)
    {
        using var stream = File.OpenRead(path);
        return SHA256.HashData(stream);
    }
}
