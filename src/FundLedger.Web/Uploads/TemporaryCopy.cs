using Microsoft.AspNetCore.Http;

namespace FundLedger.Web.Uploads;

/// <summary>A file that was sent, on disk for as long as one request needs it. Its own name is never used as a path.</summary>
sealed class TemporaryCopy : IDisposable
{
    internal string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName());

    /// <summary>What the person calls it.</summary>
    internal string Name { get; private init; } = "";

    internal static async Task<TemporaryCopy> Of(IFormFile file)
    {
        var copy = new TemporaryCopy { Name = System.IO.Path.GetFileName(file.FileName) };
        await using var kept = new FileStream(copy.Path, FileMode.CreateNew);
        await file.CopyToAsync(kept);
        return copy;
    }

    public void Dispose() => File.Delete(Path);
}
