using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FundLedger.Reports;

/// <summary>
/// A short name for a document that follows from what it was asked for and the seal it was made from: the same request
/// of the same ledger has the same id, any other has another.
/// </summary>
static class DocumentId
{
    const int Digits = 10;

    /// <summary>The prefix and the first digits of a hash over all parts, each with its length before it.</summary>
    internal static string Of(string prefix, params IEnumerable<string?> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part ?? "");
            BinaryPrimitives.WriteInt32BigEndian(length, part is null ? -1 : bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return $"{prefix}-{Convert.ToHexStringLower(hash.GetHashAndReset())[..Digits]}";
    }

    /// <summary>
    /// What every report is asked for: the funds, the year, the day, what the ledger knew, and the wording.
    /// </summary>
    internal static IEnumerable<string?> PartsOf(BoardMaterial material) =>
    [
        .. material.Funds.Select(fund => fund.Code), Text(material.Year), material.Language,
        material.Basis.AsAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Text(material.Basis.Entry),
        material.Basis.Seal, material.Basis.Banner, Text(material.Contributions.Length), Text(material.Pledges.Length),
        .. material.Wording.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .SelectMany(pair => new[] { pair.Key, pair.Value }),
        .. Front(material.Front),
    ];

    /// <summary>The day, the knowledge and what every page warns of.</summary>
    internal static IEnumerable<string?> PartsOf(ReportBasis basis) =>
        [basis.AsAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Text(basis.Entry), basis.Seal, basis.Banner];

    /// <summary>The funds in an id: the code of one, or ALL of several.</summary>
    internal static string FundsOf(BoardMaterial material) =>
        material.Funds.Length == 1 ? material.Funds[0].Code : "ALL";

    static IEnumerable<string?> Front(FrontFacts front) =>
    [
        front.Symbol, front.Distribution, front.DateLine, front.Session, front.AgendaItem, front.Title, front.Subtitle,
        front.JobNumber, .. front.Footnotes,
    ];

    static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
