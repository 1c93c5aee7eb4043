using System.Collections.Immutable;

namespace FundLedger.Reports;

/// <summary>
/// What stands on the front page and only people can know. Nothing is made up: what is not given is left out, or taken
/// from what the report is made of.
/// </summary>
public sealed record FrontFacts
{
    /// <summary>The symbol of the document, e.g. A/HRC/61/70; printed on each page.</summary>
    public string? Symbol { get; init; }

    /// <summary>E.g. "Distr.: General".</summary>
    public string? Distribution { get; init; }

    /// <summary>The date line; where none is given, the day on which the ledger was read.</summary>
    public string? DateLine { get; init; }

    /// <summary>The session and its dates.</summary>
    public string? Session { get; init; }

    /// <summary>
    /// The number and title of the agenda item; where none is given, that of the fund where one is known.
    /// </summary>
    public string? AgendaItem { get; init; }

    /// <summary>The title; where none is given, the name of the fund.</summary>
    public string? Title { get; init; }

    /// <summary>Whose report it is; where none is given, what it contains.</summary>
    public string? Subtitle { get; init; }

    public ImmutableArray<string> Footnotes { get; init; } = [];

    public string? JobNumber { get; init; }
}
