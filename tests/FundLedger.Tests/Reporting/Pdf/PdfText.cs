using System.Collections.Immutable;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace FundLedger.Reporting.Pdf;

/// <summary>The lines of a PDF as a reader finds them, page by page.</summary>
static class PdfText
{
    public static ImmutableArray<ImmutableArray<string>> Lines(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return [.. document.GetPages().Select(Lines)];
    }

    /// <summary>Each page as one text.</summary>
    public static ImmutableArray<string> Pages(byte[] pdf) => [.. Lines(pdf).Select(lines => string.Join('\n', lines))];

    public static ImmutableArray<Letter> Letters(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return [.. document.GetPages().SelectMany(page => page.Letters)];
    }

    static ImmutableArray<string> Lines(Page page) =>
    [
        .. page.GetWords()
            .GroupBy(word => Math.Round(word.Letters[0].StartBaseLine.Y))
            .OrderByDescending(line => line.Key)
            .Select(line => string.Join(' ', line.OrderBy(word => word.BoundingBox.Left).Select(word => word.Text))),
    ];
}
