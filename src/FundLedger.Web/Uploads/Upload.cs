using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Data.Contributions;
using FundLedger.Data.Files;
using FundLedger.Web.Works;

namespace FundLedger.Web.Uploads;

/// <summary>A spreadsheet that somebody sent: it is checked as often as he likes, and imported once.</summary>
public sealed class Upload(string id, string person, string fileName, string path, DateTimeOffset at)
{
    public string Id => id;

    public string Person => person;

    /// <summary>What the person calls the file. It is never used as a path.</summary>
    public string FileName => fileName;

    public DateTimeOffset At => at;

    /// <summary>What the file is said to hold, where it is not pledges and payments.</summary>
    public string Holds { get; internal init; } = "";

    internal string Path => path;

    /// <summary>The names of its columns, where it can be read.</summary>
    public ImmutableArray<string> Columns { get; internal set; } = [];

    /// <summary>Where our columns stand in it; none where it has our names.</summary>
    public ColumnMapping? Mapping { get; internal set; }

    public bool CreatesDonors { get; internal set; }

    /// <summary>The trial: what an import would do, or the problems of the file.</summary>
    public Work<Imported>? Check { get; internal set; }

    public Work<Imported>? Import { get; internal set; }

    /// <summary>Whether something runs for it now.</summary>
    public bool IsRunning => (Import ?? Check) is { Outcome: null };

    public Imported? Done => Import?.Outcome is { IsRefused: false } done ? done.Value : null;

    public Imported? Checked => Import is null && Check?.Outcome is { IsRefused: false } done ? done.Value : null;

    public ImmutableArray<Problem> Problems => (Import ?? Check)?.Outcome?.Problems ?? [];

    /// <summary>Rows of the file: those with the numbers given, or the first ones where none are.</summary>
    internal ImmutableArray<UploadedRow> Rows(TimeProvider clock, IReadOnlySet<long>? numbers, int most)
    {
        var rows = ImmutableArray.CreateBuilder<UploadedRow>();
        var file = TableFile.Open(path, FileLimits.Upload, clock, name: fileName);
        if (file.IsRefused) return [];
        foreach (var row in file.Value.Rows())
        {
            if (rows.Count == most) break;
            if (row.Problem is not null || numbers?.Contains(row.Number) == false) continue;
            rows.Add(new UploadedRow(row.Number, [.. Enumerable.Range(0, file.Value.Columns.Length).Select(row.Text)]));
        }

        return rows.ToImmutable();
    }
}

/// <summary>A row as it stands in the file.</summary>
public sealed record UploadedRow(long Number, ImmutableArray<string> Cells);
