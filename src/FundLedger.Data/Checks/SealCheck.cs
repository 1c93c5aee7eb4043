using System.Globalization;
using FundLedger.Checks;
using FundLedger.Data.Journal;
using FundLedger.Journal;

namespace FundLedger.Data.Checks;

/// <summary>Computes every seal again, from the first entry to the last, and names the first that does not come out.</summary>
static class SealCheck
{
    internal static IEnumerable<Problem> Run(Ledger ledger, IProgress<long>? progress)
    {
        using var reader = new SealedReader(ledger);
        using var seals = new SealWriter();
        var previous = new byte[SealWriter.Length];
        long expected = 0;
        while (reader.Read())
        {
            if (++expected % 50_000 == 0) progress?.Report(expected);
            if (Fault(reader, seals, previous, expected) is { } fault)
            {
                yield return new Problem(fault, "restore the last good backup; nothing after this entry can be relied on")
                { Row = reader.Header.Number };
                yield break;
            }

            previous = reader.StoredSeal;
        }

        if (reader.HasStray)
            yield return new Problem("there are records after the last entry: entries at the end of the ledger are missing",
                "restore the last good backup");
    }

    static string? Fault(SealedReader reader, SealWriter seals, byte[] previous, long expected)
    {
        var header = reader.Header;
        if (header.Number != expected)
            return FormattableString.Invariant($"entry {expected} is missing: entry {header.Number} follows entry {expected - 1}");
        seals.Begin(previous, header);
        var lines = reader.WriteRecords(seals);
        if (lines != header.Lines)
            return string.Format(CultureInfo.InvariantCulture, "entry {0} was sealed with {1} records and has {2}",
                header.Number, header.Lines, lines < 0 ? "others" : lines);
        return seals.Finish().AsSpan().SequenceEqual(reader.StoredSeal) ? null
            : FormattableString.Invariant($"entry {header.Number} is not what was sealed: it, or one of its records, was changed");
    }
}
