using FundLedger.Format;
using FundLedger.Reports;
using FundLedger.Typesetting;
using SkiaSharp;

namespace FundLedger.Pdf;

/// <summary>
/// Writes a document as PDF: it is laid out first, then the fonts are reduced to what it uses, then it is painted. The
/// same document gives the same bytes on any day, in any culture.
/// </summary>
public static class PdfWriter
{
    public static byte[] Write(Document document)
    {
        using var shaper = new Shaper();
        var (pages, composition) = DocumentLayout.Lay(document, shaper);
        using var stream = new MemoryStream();
        using (var pdf = SKDocument.CreatePdf(stream, About(document.Face)))
        {
            using var painter = new PagePainter(shaper);
            foreach (var page in pages)
            {
                using var canvas = pdf.BeginPage((float)Paper.Width, (float)Paper.Height);
                painter.Paint(page, canvas);
                pdf.EndPage();
            }

            pdf.Close();
        }

        return PdfUpdate.Append(stream.ToArray(), document.Face.Language, composition.Headings);
    }

    static SKDocumentPdfMetadata About(DocumentFace face) => new()
    {
        Title = MarkedText.Plain(face.Title),
        Author = face.Issuer,
        Subject = face.Symbol ?? face.Id,
        Keywords = face.Seal,
        Creator = "FundLedger",
        Creation = face.AsKnownOn.UtcDateTime,
        Modified = face.AsKnownOn.UtcDateTime,
        RasterDpi = 300,
        EncodingQuality = 100,
        PdfA = true,
    };
}
