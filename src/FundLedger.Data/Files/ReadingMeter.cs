using System.Globalization;

namespace FundLedger.Data.Files;

/// <summary>Counts what one pass through a file has read so far, and how long it took, against the limits.</summary>
sealed class ReadingMeter(FileLimits limits, TimeProvider clock, long bytesAllowed, long zippedBytes)
{
    /// <summary>Small parts, such as a list of styles, compress better than any limit; they harm nobody.</summary>
    const long SmallBytes = 1024 * 1024;

    readonly long _started = clock.GetTimestamp();
    long _bytes;

    internal static ReadingMeter ForText(FileLimits limits, TimeProvider clock) => new(limits, clock, limits.FileBytes, 0);

    internal static ReadingMeter ForZip(FileLimits limits, TimeProvider clock, long zippedBytes) =>
        new(limits, clock, limits.UnzippedBytes, zippedBytes);

    internal void Count(int bytes)
    {
        _bytes += bytes;
        if (_bytes > bytesAllowed)
            throw new FileRefusedException(
                string.Create(CultureInfo.InvariantCulture, $"the file holds more than {bytesAllowed:N0} bytes"),
                "split it into smaller files");
        if (zippedBytes > 0 && _bytes > SmallBytes && _bytes / limits.Ratio > zippedBytes)
            throw new FileRefusedException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the file unpacks to more than {limits.Ratio} times its size, which no honest workbook does"),
                "save the table again with a spreadsheet program, or as CSV");
        if (clock.GetElapsedTime(_started) > limits.Time)
            throw new FileRefusedException(
                string.Create(
                    CultureInfo.InvariantCulture, $"reading the file took longer than {limits.Time.TotalSeconds:N0} seconds"),
                "split it into smaller files");
    }
}
