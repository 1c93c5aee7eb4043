using System.Collections.Immutable;
using FundLedger.Checks;

namespace FundLedger.Bank;

/// <summary>
/// Reads a statement file of any kind, told apart by how it begins and not by its name. The stream
/// must be one that can go back to its beginning.
/// </summary>
public static class StatementFile
{
    /// <summary>A file that is neither camt.053 nor MT940 is read by the profile, where one is given.</summary>
    public static Outcome<ImmutableArray<BankStatement>> Read(Stream stream, string fileName, CsvProfile? profile = null)
    {
        var start = new byte[256];
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Seek(-length, SeekOrigin.Current);
        if (IsXml(start.AsSpan(0, length))) return Camt053.Read(stream, fileName);
        var findings = new Findings(fileName);
        if (StatementText.Read(stream, findings) is not { } text) return findings.Conclude([]);
        using var reader = new StringReader(text);
        if (Mt940.Begins(text)) return Mt940.Read(reader, fileName);
        if (profile is not null) return CsvStatement.Read(reader, fileName, profile);
        findings.Add(null, null, null, "the file is neither camt.053 nor MT940",
            "name the bank's CSV profile, or ask the bank for camt.053");
        return findings.Conclude([]);
    }

    // In UTF-16 every other byte of '<' is zero; a mark may stand before it.
    static bool IsXml(ReadOnlySpan<byte> start)
    {
        foreach (var value in start)
        {
            if (value is (byte)'<') return true;
            if (value is not (0 or 0xEF or 0xBB or 0xBF or 0xFE or 0xFF or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
                return false;
        }

        return false;
    }
}
