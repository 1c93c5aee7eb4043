using System.Collections.Immutable;
using System.Globalization;
using FundLedger.Data.Journal;
using FundLedger.Money;
using FundLedger.Reports;
using FundLedger.Web.Lists;

namespace FundLedger.Web.Pages.Entries;

/// <summary>The entries behind a figure: those of a fund, a donor and a year that it counts.</summary>
public sealed class BehindPage : ListPage<FigureLine>
{
    public string Key => FigureParts.Behind(Address["figure"] ?? "").IsEmpty ? "received" : Address["figure"]!;

    /// <summary>The figure itself, from the one query behind every figure.</summary>
    public Amount? Sum { get; private set; }

    public string About => string.Join(" · ", new[]
    {
        Words["column." + Key], Address["fund"] ?? "", Address["donor"] is { } donor ? DonorName(donor) : "", Address["year"] ?? "",
    }.Where(text => text.Length > 0));

    protected override string Name => "figures";

    protected override string UsualOrder => "date";

    int? Year => int.TryParse(Address["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 9999
        ? year : null;

    bool IsUpTo => Address["upto"] is not null;

    FigureFilter Filter => new(Key)
    {
        Fund = Address["fund"],
        Donor = Address["donor"],
        From = Year is { } from && !IsUpTo ? new DateOnly(from, 1, 1) : DateOnly.MinValue,
        To = Year is { } to ? new DateOnly(to, 12, 31) : DateOnly.MaxValue,
        Place = Place,
        Take = PageSize,
    };

    protected override ImmutableArray<ListColumn<FigureLine>> Columns =>
    [
        new("entry", ColumnKind.Count, line => new CountCell(line.Entry) { Link = $"/entries/{line.Entry}" }),
        new("date", ColumnKind.Date, line => line.Date),
        new("kind", ColumnKind.Text, line => WordOf("entry", line.Kind)),
        new("text", ColumnKind.Text, line => line.Text),
        new("fund", ColumnKind.Text, line => line.Fund),
        new("donor", ColumnKind.Text, line => line.Donor.Length == 0 ? Cell.Empty
            : new TextCell(line.Donor) { Link = $"/donors/{line.Donor}" }),
        new("currency", ColumnKind.Text, line => line.Amount.Currency.Code),
        new("amount", ColumnKind.Money, line => line.Amount),
        new("usd", ColumnKind.Dollars, line => line.Usd),
    ];

    protected override ListPart<FigureLine> Part()
    {
        var filter = Filter;
        var figures = Ledger.Figures.Read(filter.To, Ledger.Journal.Known().Value, filter.Fund, filter.Donor);
        Sum = FigureParts.Of(Key, (Year is { } year && !IsUpTo ? figures.InYear(year) : figures).Total());
        var page = Ledger.Postings.Behind(filter);
        return Placed(page, line => line.Entry, [new ListTotal(Words["row.total"], new Dictionary<string, Cell> { ["usd"] = Sum!.Value })],
            0) with
        { Place = "" };
    }

    protected override IEnumerable<FigureLine> All() =>
        Through(place => Ledger.Postings.Behind(Filter with { Place = place, Take = 1000 }), line => line.Entry);
}
