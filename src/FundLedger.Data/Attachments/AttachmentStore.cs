using System.Security.Cryptography;
using FundLedger.Checks;
using FundLedger.Journal;

namespace FundLedger.Data.Attachments;

/// <summary>The files that the ledger keeps, each once, under the hash that its entry seals.</summary>
public sealed class AttachmentStore(Ledger ledger)
{
    /// <summary>The bytes of a file by the hexadecimal digits of its hash.</summary>
    public Outcome<byte[]> Read(string hash)
    {
        var bytes = hash.Length == 2 * SHA256.HashSizeInBytes && hash.All(char.IsAsciiHexDigit)
            ? ledger.Single<byte[]>("SELECT bytes FROM content WHERE hash = @hash", new { hash = Convert.FromHexString(hash) })
            : null;
        return bytes is null
            ? new Problem($"no file with the hash {Quoted.Short(hash)} is kept", "see the entry that brought the file for its hash")
            : bytes;
    }

    /// <summary>Keeps the bytes, where they are not kept yet, and answers the record that seals them.</summary>
    internal Attachment Keep(string fileName, byte[] bytes)
    {
        var hash = SHA256.HashData(bytes);
        ledger.Execute("""
            INSERT INTO content (hash, bytes) SELECT @hash, @bytes WHERE NOT EXISTS (SELECT 1 FROM content WHERE hash = @hash)
            """, new { hash, bytes });
        return new Attachment(NameWithoutPath(fileName), hash, bytes.Length);
    }

    /// <summary>A user's file name may carry a path, of whichever system, that leads elsewhere or tells of his machine.</summary>
    static string NameWithoutPath(string fileName) =>
        fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..] is { Length: > 0 } name && name.Trim('.').Length > 0 ? name : "file";

    /// <summary>What is wrong with the files kept: missing, or not what was sealed.</summary>
    internal IEnumerable<string> Faults()
    {
        foreach (var (entry, name, hash) in ledger.Query<(long, string, byte[])>(
            "SELECT entry, name, hash FROM attachment ORDER BY entry, line"))
        {
            var bytes = ledger.Single<byte[]>("SELECT bytes FROM content WHERE hash = @hash", new { hash });
            if (bytes is null) yield return FormattableString.Invariant($"the file {name} of entry {entry} is missing");
            else if (!SHA256.HashData(bytes).AsSpan().SequenceEqual(hash))
                yield return FormattableString.Invariant($"the file {name} of entry {entry} was changed");
        }
    }
}
