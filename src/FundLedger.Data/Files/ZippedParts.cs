using System.IO.Compression;
using System.Xml;

namespace FundLedger.Data.Files;

/// <summary>The parts of a workbook inside its zip file, each counted byte by byte as it is unpacked.</summary>
sealed class ZippedParts : IDisposable
{
    readonly FileLimits _limits;
    readonly ReadingMeter _meter;
    readonly ZipArchive _zip;

    internal ZippedParts(string path, FileLimits limits, TimeProvider clock)
    {
        var file = File.OpenRead(path);
        (_limits, _meter) = (limits, ReadingMeter.ForZip(limits, clock, file.Length));
        _zip = new ZipArchive(file, ZipArchiveMode.Read);
    }

    /// <summary>Refuses what no workbook of figures needs: thousands of parts, files in files, links to other files.</summary>
    internal void Inspect()
    {
        if (_zip.Entries.Count > _limits.ZipEntries)
            throw new FileRefusedException(
                FormattableString.Invariant($"the workbook has more than {_limits.ZipEntries} parts"),
                "copy the table alone into a new workbook");
        foreach (var entry in _zip.Entries)
        {
            if (IsZip(entry))
                throw new FileRefusedException(
                    "the workbook holds another file inside it", "copy the table alone into a new workbook");
            if (entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)) RefuseLinks(entry);
        }
    }

    internal bool Has(string part) => Find(part) is not null;

    internal XmlReader Read(string part) => SafeXml.Read(
        Unpack(Find(part) ?? throw new InvalidDataException($"The part {part} is missing.")), _limits.UnzippedBytes);

    public void Dispose() => _zip.Dispose();

    // Names of parts are compared without regard to case, and only ever looked up in the zip file itself.
    ZipArchiveEntry? Find(string part) =>
        _zip.Entries.FirstOrDefault(entry => entry.FullName.Equals(part, StringComparison.OrdinalIgnoreCase));

    CountedStream Unpack(ZipArchiveEntry entry) => new(entry.Open(), _meter);

    bool IsZip(ZipArchiveEntry entry)
    {
        if (entry.Length == 0 && entry.CompressedLength == 0) return false;
        using var content = Unpack(entry);
        Span<byte> start = stackalloc byte[4];
        return FileContent.IsZip(start[..content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)]);
    }

    // A link in a cell to a page or an address is a relation too; nothing ever follows it.
    void RefuseLinks(ZipArchiveEntry relations)
    {
        using var xml = SafeXml.Read(Unpack(relations), _limits.UnzippedBytes);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.GetAttribute("TargetMode") != "External") continue;
            if (xml.GetAttribute("Type")?.EndsWith("/hyperlink", StringComparison.Ordinal) == true) continue;
            throw new FileRefusedException(
                "the workbook is linked to another file", "copy the table as values into a new workbook");
        }
    }
}
