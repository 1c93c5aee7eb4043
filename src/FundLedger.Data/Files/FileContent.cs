namespace FundLedger.Data.Files;

/// <summary>Tells by the first bytes what a file is, and says what to do about files that are something else.</summary>
static class FileContent
{
    static readonly byte[] Zip = "PK\u0003\u0004"u8.ToArray();
    static readonly byte[] OldOffice = [0xD0, 0xCF, 0x11, 0xE0];

    internal static ITableSource Recognise(string path, FileLimits limits, TimeProvider clock, string? sheet)
    {
        Span<byte> bytes = stackalloc byte[512];
        using var file = File.OpenRead(path);
        if (file.Length > limits.FileBytes)
            throw new FileRefusedException(
                FormattableString.Invariant($"the file has {file.Length:N0} bytes; {limits.FileBytes:N0} are allowed"),
                "split it into smaller files");
        bytes = bytes[..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        if (IsZip(bytes)) return XlsxSource.Open(path, limits, clock, sheet);
        if (bytes.StartsWith(OldOffice))
            throw new FileRefusedException(
                "the file is a workbook of the old form (.xls), or one with a password",
                "save it as .xlsx without a password, or as CSV");
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            throw new FileRefusedException("the file is text in UTF-16", "save it as CSV UTF-8");
        if (bytes.Contains((byte)0))
            throw new FileRefusedException("the file is neither CSV nor a workbook", "save the table as .xlsx or CSV");
        return new CsvSource(path, limits, clock);
    }

    internal static bool IsZip(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Zip);
}
