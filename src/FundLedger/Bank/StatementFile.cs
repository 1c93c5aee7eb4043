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
    public static Outcome<ImmutableArray<BankStatement>> Read(
        Stream stream, string fileName, CsvProfile? profile = null)
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

    // White space, the marks of UTF-8 and UTF-16, and the zeros of UTF-16 may stand before the first bracket.
    static bool IsXml(ReadOnlySpan<byte> start) =>
        start.TrimStart<byte>([0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0, .. " \t\r\n"u8]).StartsWith("<"u8);
}
