using FundLedger.Reporting.Exports;
using FundLedger.Reports;

namespace FundLedger.Web.Lists;

/// <summary>A listing as a file that may hold a million rows: what stands in it, its type, and the name to save it under.</summary>
sealed record ListingFile(FileStream Content, string Type, string Name)
{
    internal static readonly string[] Formats = ["csv", "xlsx", "json"];

    /// <summary>The listing in one of <see cref="Formats"/>.</summary>
    internal static ListingFile Of(Listing listing, string format)
    {
        var content = PassingFile.Of(stream =>
        {
            if (format == "xlsx") XlsxListing.Write(listing, stream);
            else if (format == "json") JsonListing.Write(listing, stream);
            else CsvListing.Write(listing, stream);
        });
        return new ListingFile(content, format switch
        {
            "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "json" => "application/json",
            _ => "text/csv",
        }, $"{listing.Name}.{format}");
    }
}
