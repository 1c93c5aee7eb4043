using System.IO.Compression;
using System.Text;

namespace FundLedger.Tests.Data.Files;

/// <summary>A file that exists as long as a test runs.</summary>
sealed class FileOnDisk : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fundledger-");

    public FileOnDisk(ReadOnlySpan<byte> content, string name = "table.csv")
    {
        Path = System.IO.Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(Path, content);
    }

    public FileOnDisk(string text) : this(Encoding.UTF8.GetBytes(text))
    {
    }

    public string Path { get; }

    /// <summary>A zip file of parts, each with its text.</summary>
    public static FileOnDisk Zip(IEnumerable<(string Path, string Text)> parts, string name = "table.xlsx")
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (path, text) in parts)
            {
                using var part = new StreamWriter(zip.CreateEntry(path).Open());
                part.Write(text);
            }

        return new FileOnDisk(bytes.ToArray(), name);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
