namespace FundLedger.Pdf;

/// <summary>
/// The page: A4, in points, with one narrow column for the numbers of paragraphs and headings and one for text.
/// Tables and charts take both.
/// </summary>
static class Paper
{
    public const double Width = 595.28;
    public const double Height = 841.89;
    public const double Left = 59;
    public const double Right = Width - 59;
    public const double Measure = Right - Left;

    /// <summary>Where text stands, right of the numbers.</summary>
    public const double TextLeft = Left + 34;
    public const double TextMeasure = Right - TextLeft;

    public const double Top = 84;

    /// <summary>The first page of a document without a front page has no running header.</summary>
    public const double FirstTop = 58;
    public const double Bottom = Height - 78;
    public const double HeaderBaseline = 47;
    public const double FooterTop = Height - 56;
}
