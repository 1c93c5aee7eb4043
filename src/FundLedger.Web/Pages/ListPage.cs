using System.Collections.Immutable;
using System.Globalization;
using FundLedger.Data.Lists;
using FundLedger.Reports;
using FundLedger.Web.Addresses;
using FundLedger.Web.Lists;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages;

/// <summary>
/// A list that filters, sorts and pages on the server, with its state in the address: the page names its columns and asks
/// a store for the rows. <c>?export=csv</c> or <c>xlsx</c> gives the same columns and order of all that the filter finds.
/// </summary>
public abstract class ListPage<T> : DeskPage
{
    protected const int PageSize = 50;

    public ListView List { get; private set; } = new("", [], []);

    /// <summary>The name of the list, for files and for those who listen.</summary>
    protected abstract string Name { get; }

    protected abstract ImmutableArray<ListColumn<T>> Columns { get; }

    /// <summary>The key of the column in whose order the list stands where none is asked for.</summary>
    protected abstract string UsualOrder { get; }

    /// <summary>The key of the column that the list is in the order of.</summary>
    protected string Order => Columns.FirstOrDefault(column => column.Sorts && column.Key == Address["sort"])?.Key ?? UsualOrder;

    /// <summary>Whether the order is from the largest or newest down; figures and days usually are.</summary>
    protected bool IsDescending => Address["order"] switch
    {
        "up" => false,
        "down" => true,
        _ => IsUsuallyDescending(Order),
    };

    /// <summary>The rows of this page, with the totals of all that the filter finds.</summary>
    protected abstract ListPart<T> Part();

    /// <summary>All rows that the filter finds, in the list's order.</summary>
    protected abstract IEnumerable<T> All();

    public IActionResult OnGet(string? export)
    {
        Title = Words["page." + Name];
        if (export is "csv" or "xlsx") return Exported(export);
        var part = Part();
        var drawing = new ListDrawing(Words, Notation);
        List = new ListView(Title, [.. Columns.Select(column => HeadOf(column, drawing))], drawing.Rows(Columns, part.Rows))
        {
            Totals = drawing.Totals(Columns, part.Totals),
            Place = part.Place,
            Previous = part.Previous?.ToString(),
            Next = part.Next?.ToString(),
            Exports = [.. new[] { "csv", "xlsx" }.Select(kind => (kind, Address.With("export", kind).ToString()))],
            Empty = Words["list.empty"],
        };
        return Page();
    }

    /// <summary>A part of rows that are all in hand, by the number of the page in the address.</summary>
    protected ListPart<T> Numbered(IReadOnlyList<T> rows, IReadOnlyList<ListTotal> totals)
    {
        var last = Math.Max(1, (rows.Count + PageSize - 1) / PageSize);
        var page = int.TryParse(Address["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
            ? Math.Clamp(asked, 1, last) : 1;
        var shown = rows.Skip((page - 1) * PageSize).Take(PageSize).ToArray();
        var first = ((page - 1) * PageSize) + 1;
        return new ListPart<T>(shown)
        {
            Place = shown.Length == 0 ? "" : Say("list.place", ("first", Figure(first)), ("last", Figure(first + shown.Length - 1)),
                ("count", Figure(rows.Count))),
            Previous = page > 1 ? PageAt(page - 1) : null,
            Next = page < last ? PageAt(page + 1) : null,
            Totals = totals,
        };
    }

    /// <summary>Where a page of a long list begins: after an entry, or before one.</summary>
    protected ListPlace? Place =>
        PlaceIn("after") is { } after ? new ListPlace(after) : PlaceIn("before") is { } before ? new ListPlace(before, Before: true) : null;

    /// <summary>A page of a long list, which knows its neighbours by the entries at its ends.</summary>
    protected ListPart<T> Placed(LinePage<T> page, Func<T, long> entryOf, IReadOnlyList<ListTotal> totals, long count) => new(page.Rows)
    {
        Place = page.Rows.IsEmpty ? "" : Say("list.part", ("shown", Figure(page.Rows.Length)), ("count", Figure(count))),
        Previous = page.HasPrevious && !page.Rows.IsEmpty ? Begin("before", entryOf(page.Rows[0])) : null,
        Next = page.HasNext ? Begin("after", entryOf(page.Rows[^1])) : null,
        Totals = totals,
    };

    /// <summary>All rows of a long list, page after page.</summary>
    protected static IEnumerable<T> Through(Func<ListPlace?, LinePage<T>> pageAt, Func<T, long> entryOf)
    {
        for (ListPlace? place = null; ;)
        {
            var page = pageAt(place);
            foreach (var row in page.Rows) yield return row;
            if (!page.HasNext) yield break;
            place = new ListPlace(entryOf(page.Rows[^1]));
        }
    }

    Address Begin(string name, long entry) =>
        Address.Without("before", "after").With(name, entry.ToString(CultureInfo.InvariantCulture));

    long? PlaceIn(string name) =>
        long.TryParse(Address[name], NumberStyles.None, CultureInfo.InvariantCulture, out var entry) ? entry : null;

    /// <summary>Rows that are all in hand, in the order asked for.</summary>
    protected IReadOnlyList<T> Ordered(IReadOnlyList<T> rows) =>
        ListOrder.By(Columns.First(column => column.Key == Order), IsDescending, rows);

    protected string Figure(long number) => Notation.Number(number);

    Address PageAt(int page) => Address.With("page", page.ToString(CultureInfo.InvariantCulture));

    bool IsUsuallyDescending(string key) =>
        Columns.FirstOrDefault(column => column.Key == key)?.Kind is not (null or ColumnKind.Text);

    ListHead HeadOf(ListColumn<T> column, ListDrawing drawing)
    {
        var isFigure = Format.CellText.IsFigure(column.Kind);
        if (!column.Sorts) return new ListHead(drawing.Heading(column.Key), isFigure, null, "none");
        var isNow = column.Key == Order;
        var goesDown = isNow ? !IsDescending : IsUsuallyDescending(column.Key);
        var address = Address.Without("page", "before", "after").With("sort", column.Key).With("order", goesDown ? "down" : "up");
        return new ListHead(drawing.Heading(column.Key), isFigure, address.ToString(),
            !isNow ? "none" : IsDescending ? "descending" : "ascending");
    }

    FileStreamResult Exported(string kind)
    {
        var drawing = new ListDrawing(Words, Notation);
        var listing = new Listing(Name, drawing.FileColumns(Columns),
            All().Select(row => (ImmutableArray<Cell>)[.. Columns.Select(column => column.Of(row))]));
        var file = ListingFile.Of(listing, kind);
        return File(file.Content, file.Type, file.Name);
    }
}
