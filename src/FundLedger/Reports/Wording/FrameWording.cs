namespace FundLedger.Reports.Wording;

/// <summary>The words of the page frame, from the wording of a language.</summary>
static class FrameWording
{
    internal static FrameWords Of(Phrases phrases) => new(
        phrases["frame.page"], phrases["frame.of"], phrases["frame.contents"], phrases["frame.paragraphs"],
        phrases["frame.page"], phrases["frame.as-at"], phrases["frame.as-known-on"], phrases["frame.seal"],
        phrases["frame.document"], phrases["frame.continued"])
    {
        Entry = phrases["frame.entry"],
        Date = phrases["frame.date"],
    };

    /// <summary>The face of a document in this language.</summary>
    internal static DocumentFace FaceOf(string id, string title, ReportBasis basis, Phrases phrases) => new(
        id, title, phrases.Language, basis.AsAt, basis.AsKnownOn, basis.Entry, basis.Seal)
    {
        Banner = basis.Banner,
        Issuer = phrases["frame.issuer"],
        Words = Of(phrases),
    };
}
