using System.Collections.Immutable;
using FundLedger.Reports;

namespace FundLedger.Reporting.Exports;

/// <summary>Writes a listing in the form that is asked for, as it passes.</summary>
public static class ListingWriter
{
    public static readonly ImmutableArray<string> Formats = ["csv", "xlsx", "json"];

    /// <summary>Writes it in one of <see cref="Formats"/>; as CSV where it is none of them.</summary>
    public static void Write(Listing listing, string format, Stream stream)
    {
        switch (format)
        {
            case "xlsx":
                XlsxListing.Write(listing, stream);
                break;
            case "json":
                JsonListing.Write(listing, stream);
                break;
            default:
                CsvListing.Write(listing, stream);
                break;
        }
    }
}
