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
}
