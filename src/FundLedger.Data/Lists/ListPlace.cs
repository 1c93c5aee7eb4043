using System.Collections.Immutable;

namespace FundLedger.Data.Lists;

/// <summary>By what a long list of promises or money is put in order; both have an index or a quick scan behind them.</summary>
public enum LineOrder
{
    Date,

    /// <summary>By value in US$.</summary>
    Usd,
}

/// <summary>A place in a long list: after the row of an entry, or before it. A page is found without passing over those before.</summary>
public sealed record ListPlace(long Entry, bool Before = false);

/// <summary>A page of a long list, and whether there are rows before and after it.</summary>
public sealed record LinePage<T>(ImmutableArray<T> Rows, bool HasPrevious, bool HasNext);

/// <summary>The order of a long list as SQL, and the part of it that a place asks for.</summary>
sealed record Keyset(LineOrder Order, bool IsAscending, ListPlace? Place)
{
    // A page before a place is read backwards and turned round.
    bool GoesUp => IsAscending ^ IsBackwards;

    internal bool IsBackwards => Place is { Before: true };

    string Column => Order == LineOrder.Date ? "p.date" : "p.usd";

    internal string OrderBy => GoesUp ? $"{Column}, p.entry" : $"{Column} DESC, p.entry DESC";

    internal string Condition => Place is null ? "1 = 1"
        : $"({Column}, p.entry) {(GoesUp ? ">" : "<")} ({(Order == LineOrder.Date ? "@placeDate" : "@placeUsd")}, @placeEntry)";

    /// <summary>The page from one row more than it takes, read in the keyset's own direction.</summary>
    internal LinePage<T> PageOf<T>(ImmutableArray<T> read, int take)
    {
        var isMore = read.Length > take;
        var rows = isMore ? read[..take] : read;
        return IsBackwards
            ? new LinePage<T>([.. rows.Reverse()], isMore, true)
            : new LinePage<T>(rows, Place is not null, isMore);
    }
}
