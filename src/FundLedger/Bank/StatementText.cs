using System.Text;

namespace FundLedger.Bank;

/// <summary>The text of a statement file whose encoding nobody states: UTF-8 or UTF-16 by its mark, otherwise UTF-8 if
/// it is valid as such, otherwise Windows-1252, which older bank programs write.</summary>
static class StatementText
{
    /// <summary>A year of a busy account is a few megabytes of text.</summary>
    public const int LargestFile = 64 * 1024 * 1024;

    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The text; none, with the reason among the findings, when the file is too large.</summary>
    public static string? Read(Stream stream, Findings findings)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            if (bytes.Length + read > LargestFile) return TooLarge(findings);
            bytes.Write(buffer, 0, read);
        }

        return Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    public static string? Read(TextReader reader, Findings findings)
    {
        var text = new StringBuilder();
        var buffer = new char[40960];
        for (int read; (read = reader.Read(buffer)) > 0;)
        {
            if (text.Length + read > LargestFile) return TooLarge(findings);
            text.Append(buffer, 0, read);
        }

        return text.ToString();
    }

    static string? TooLarge(Findings findings)
    {
        findings.Add(null, null, null, "the file is larger than 64 MiB", "ask the bank for a shorter period");
        return null;
    }

    static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xFF, 0xFE])) return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith<byte>([0xFE, 0xFF])) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF])) bytes = bytes[3..];
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Windows1252.GetString(bytes);
        }
    }
}
