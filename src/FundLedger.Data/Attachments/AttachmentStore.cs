using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using FundLedger.Checks;
using FundLedger.Journal;

namespace FundLedger.Data.Attachments;

/// <summary>A file by the entry that brought it, its name and its hash.</summary>
public sealed record EnclosedFile(long Entry, string Name, string Hash, long Size);

/// <summary>The files that the ledger keeps, each once, under the hash that its entry seals.</summary>
public sealed class AttachmentStore(Ledger ledger)
{
    /// <summary>A scan of a long letter fits; a film does not.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    const int LongestName = 120;

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

    /// <summary>Encloses a file with an entry: the letter of a pledge, the advice of a payment.</summary>
    public Outcome<Recorded> Enclose(long about, string fileName, byte[] bytes, Author author) =>
        ledger.Write(author, new { about, file = Convert.ToHexString(SHA256.HashData(bytes)) }, writing =>
            Objection(about, fileName, bytes) is { } problem ? problem
                : writing.Post(new EntryDraft(EntryKind.Attachment, ledger.Today, $"{Name(fileName)} enclosed with entry {about}")
                { Records = [Keep(fileName, bytes), new Enclosure(about)] })
                .Then<Recorded>(number => new Recorded(number, Name(fileName), $"{Name(fileName)} is enclosed with entry {about}")));

    /// <summary>The files that came with these entries or were enclosed with them since, and were not taken back.</summary>
    public ImmutableArray<EnclosedFile> Of(IReadOnlyCollection<long> entries)
    {
        if (entries.Count == 0) return [];
        var among = string.Join(", ", entries.Select(entry => entry.ToString(CultureInfo.InvariantCulture)));
        return
        [
            .. ledger.Query<FileRow>($"""
                SELECT DISTINCT a.entry, a.name, a.hash, a.size FROM attachment a LEFT JOIN enclosure n ON n.entry = a.entry
                WHERE (a.entry IN ({among}) OR n.about IN ({among}))
                  AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = a.entry AND r.reverses <> 0)
                ORDER BY a.entry
                """).Select(row => new EnclosedFile(row.Entry, row.Name, Convert.ToHexStringLower(row.Hash), row.Size)),
        ];
    }

    Problem? Objection(long about, string fileName, byte[] bytes) =>
        ledger.Journal.Header(about) is null
            ? new Problem($"there is no entry {about}", "look up the entry that the file belongs to")
            : bytes.Length is 0 or > MostBytes
            ? new Problem($"the file is empty or larger than {MostBytes / 1024 / 1024} MB",
                "choose another, or scan it at a lower resolution")
            { Column = "file", Value = Name(fileName) }
            : null;

    /// <summary>Keeps the bytes, where they are not kept yet, and answers the record that seals them.</summary>
    internal Attachment Keep(string fileName, byte[] bytes)
    {
        var hash = SHA256.HashData(bytes);
        ledger.Execute("""
            INSERT INTO content (hash, bytes) SELECT @hash, @bytes WHERE NOT EXISTS (SELECT 1 FROM content WHERE hash = @hash)
            """, new { hash, bytes });
        return new Attachment(Name(fileName), hash, bytes.Length);
    }

    /// <summary>A user's file name may carry a path, of whichever system, that leads elsewhere or tells of his machine.</summary>
    static string Name(string fileName)
    {
        var name = HiddenCharacters.Without(fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..]);
        return name.Trim('.', ' ').Length is 0 ? "file" : name.Length > LongestName ? name[^LongestName..] : name;
    }

    sealed class FileRow
    {
        public long Entry { get; init; }
        public string Name { get; init; } = "";
        public byte[] Hash { get; init; } = [];
        public long Size { get; init; }
    }

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
