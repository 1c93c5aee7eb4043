using System.Collections.Immutable;

namespace FundLedger.Reports;

/// <summary>
/// A report before it has a form: what it says, in order. It knows no page, font or file; writers in
/// FundLedger.Reporting turn it into PDF or HTML. Two equal documents give equal bytes.
/// </summary>
public sealed record Document(DocumentFace Face, ImmutableArray<Block> Blocks)
{
    /// <summary>The front page in the order of a Council document; none for letters and briefs.</summary>
    public FrontPage? Front { get; init; }

    /// <summary>The sender's lines and the addressee of a letter; none for reports.</summary>
    public LetterHead? Letter { get; init; }
}

/// <summary>
/// What identifies a document on each of its pages: id, day the figures stand at, what the ledger knew, and the seal
/// of the last entry it was made from.
/// </summary>
public sealed record DocumentFace(
    string Id, string Title, string Language, DateOnly AsAt, DateTimeOffset AsKnownOn, long LastEntry, string Seal)
{
    /// <summary>Printed in the header of each page, e.g. A/HRC/58/66.</summary>
    public string? Symbol { get; init; }

    /// <summary>A warning printed on each page, e.g. that the figures are invented.</summary>
    public string? Banner { get; init; }

    public string Issuer { get; init; } = "FundLedger";

    /// <summary>The words of the page frame in the document's language.</summary>
    public FrameWords Words { get; init; } = FrameWords.English;
}

/// <summary>The few words that every page carries, in the document's language.</summary>
public sealed record FrameWords(
    string Page, string Of, string Contents, string Paragraphs, string PageColumn, string AsAt, string AsKnownOn,
    string Seal, string DocumentId, string Continued)
{
    public static FrameWords English { get; } = new(
        "Page", "of", "Contents", "Paragraphs", "Page", "As at", "As known on", "Ledger seal", "Document", "continued");

    /// <summary>Before the number of the last entry that the document was made from.</summary>
    public string Entry { get; init; } = "entry";

    /// <summary>Under the line for the day beside a signature.</summary>
    public string Date { get; init; } = "Date";
}

/// <summary>The front page of a document of the Human Rights Council, from top to bottom.</summary>
public sealed record FrontPage(
    string Organization, string Organ, string Distribution, string DateLine, string OriginalLanguage,
    string Body, string Session, string AgendaItem, string Title, string Subtitle, string SummaryHeading, ImmutableArray<string> Summary)
{
    public ImmutableArray<string> Footnotes { get; init; } = [];

    public string? JobNumber { get; init; }
}

public sealed record LetterHead(ImmutableArray<string> Sender, ImmutableArray<string> Addressee, string Place, string Reference);

/// <summary>A part of a document. Text may carry Markdown's *emphasis* and **strong**; nothing else.</summary>
public abstract record Block;

/// <summary>Level 1: roman (I.), level 2: A., level 3: unnumbered bold. The label is given; writers do not number.</summary>
public sealed record Heading(int Level, string Label, string Text) : Block;

/// <summary>A paragraph; <see cref="Number"/> runs through the whole document where paragraphs are numbered.</summary>
public sealed record Paragraph(string Text, int? Number = null) : Block;

/// <summary>Key figures as large numerals with a caption, in a band.</summary>
public sealed record KeyFigures(ImmutableArray<KeyFigure> Figures) : Block;

/// <summary><see cref="Note"/> is a short second line, e.g. the change on the year before.</summary>
public sealed record KeyFigure(string Caption, string Value, string? Note = null, string? Hue = null);

public sealed record TableBlock(Table Table) : Block;

public sealed record ChartBlock(Chart Chart) : Block;

/// <summary>Two charts side by side.</summary>
public sealed record ChartPair(Chart Left, Chart Right) : Block;

public sealed record NumberedNotes(string Title, ImmutableArray<string> Notes) : Block;

/// <summary>Places to sign: who, and in what capacity.</summary>
public sealed record Signatures(ImmutableArray<Signature> Places) : Block;

public sealed record Signature(string Capacity, string? Name, string Certification);

/// <summary>The table of contents: writers fill in the pages.</summary>
public sealed record Contents : Block;

public sealed record PageBreak : Block;
