namespace FundLedger.Pdf;

static class PdfFinish
{
    public static byte[] Add(byte[] pdf, Composition composition) => pdf.Length + composition.Headings.Length > 0 ? pdf : pdf;
}
