using FundLedger.Reporting.Exports;
using FundLedger.Reports;

namespace FundLedger.Web.Lists;

/// <summary>A listing as a file that may hold a million rows: what stands in it, its type, and the name to save it under.</summary>
sealed record ListingFile(FileStream Content, string Type, string Name)
{
    /// <summary>The listing in one of the <see cref="ListingWriter.Formats"/>.</summary>
    internal static ListingFile Of(Listing listing, string format)
    {
        var content = PassingFile.Of(stream => ListingWriter.Write(listing, format, stream));
        return new ListingFile(content, format switch
        {
            "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "json" => "application/json",
            _ => "text/csv",
        }, $"{listing.Name}.{format}");
    }
}
