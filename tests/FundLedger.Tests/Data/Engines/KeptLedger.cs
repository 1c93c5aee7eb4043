using System.Globalization;
using System.IO.Compression;
using FundLedger.Tests.House;

namespace FundLedger.Tests.Data.Engines;

/// <summary>A ledger that an earlier version made, unpacked into a folder of its own.</summary>
static class KeptLedger
{
    static readonly string Folder = Path.Combine(Repository.Root, "tests", "FundLedger.Tests", "Data", "Engines", "Kept");

    public static IEnumerable<int> Schemas => Directory.GetFiles(Folder, "schema-*.db.gz")
        .Select(file => int.Parse(Path.GetFileName(file)["schema-".Length..^".db.gz".Length], CultureInfo.InvariantCulture)).Order();

    public static void Unpack(int schema, string file)
    {
        using var packed = File.OpenRead(Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"schema-{schema}.db.gz")));
        using var bytes = new GZipStream(packed, CompressionMode.Decompress);
        using var ledger = File.Create(file);
        bytes.CopyTo(ledger);
    }
}
