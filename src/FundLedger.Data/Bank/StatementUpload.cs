using System.Collections.Immutable;
using FundLedger.Bank;
using FundLedger.Checks;

namespace FundLedger.Data.Bank;

/// <summary>A statement file as it was read: its bytes, those of the profile that explains it, and what it says.</summary>
sealed record StatementUpload(string Name, byte[] Bytes, ImmutableArray<BankStatement> Statements)
{
    /// <summary>Many times what a bank sends for a year; the whole file is kept.</summary>
    const long MostBytes = 256 * 1024 * 1024;

    const long MostProfileBytes = 64 * 1024;

    public (string Name, byte[] Bytes)? Profile { get; init; }

    public static Outcome<StatementUpload> Read(string path, BankImportOptions options)
    {
        var name = Path.GetFileName(options.FileName ?? path);
        return BytesOf(path, name, MostBytes).Then(bytes => ProfileOf(options.ProfilePath).Then(profile =>
        {
            using var stream = new MemoryStream(bytes, writable: false);
            return StatementFile.Read(stream, name, profile?.Profile).Then<StatementUpload>(statements =>
                new StatementUpload(name, bytes, statements) { Profile = profile is { } one ? (one.Name, one.Bytes) : null });
        }));
    }

    static Outcome<(string Name, byte[] Bytes, CsvProfile Profile)?> ProfileOf(string? path)
    {
        if (path is null) return default((string, byte[], CsvProfile)?);
        var name = Path.GetFileName(path);
        return BytesOf(path, name, MostProfileBytes).Then(bytes =>
        {
            using var reader = new StreamReader(new MemoryStream(bytes, writable: false));
            return CsvProfile.Parse(reader, name).Then<(string, byte[], CsvProfile)?>(profile => (name, bytes, profile));
        });
    }

    static Outcome<byte[]> BytesOf(string path, string name, long most)
    {
        var file = new FileInfo(path);
        if (!file.Exists) return new Problem("there is no such file", "check the name") { File = name };
        return file.Length > most
            ? new Problem(FormattableString.Invariant($"the file has {file.Length:N0} bytes; {most:N0} are allowed"),
                "ask the bank for a shorter period")
            { File = name }
            : File.ReadAllBytes(path);
    }
}
