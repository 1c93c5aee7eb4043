namespace FundLedger.Data.Files;

/// <summary>
/// How much of a file is read before it is refused. Everything is counted while reading, since what a file says about
/// itself may be wrong on purpose.
/// </summary>
public sealed record FileLimits(long FileBytes, long UnzippedBytes, long Rows, TimeSpan Time)
{
    const long MiB = 1024 * 1024;

    /// <summary>For files that a browser sends.</summary>
    public static FileLimits Upload { get; } = new(10 * MiB, 50 * MiB, 1_048_576, TimeSpan.FromSeconds(30));

    /// <summary>For files that the owner of the ledger reads from his own disk.</summary>
    public static FileLimits Import { get; } = new(2048 * MiB, 4096 * MiB, 20_000_000, TimeSpan.FromHours(2));

    /// <summary>How many bytes one byte of a compressed file may become. Honest workbooks stay below 30.</summary>
    public int Ratio { get; init; } = 100;

    public int ZipEntries { get; init; } = 1000;

    public int Columns { get; init; } = 200;

    /// <summary>Characters in one field: what a cell of a spreadsheet can hold.</summary>
    public int FieldLength { get; init; } = 32_767;

    /// <summary>Characters in one row of a text file.</summary>
    public int RowLength { get; init; } = 1_048_576;
}
