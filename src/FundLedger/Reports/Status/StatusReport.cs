using System.Collections.Immutable;
using FundLedger.Donors;
using FundLedger.Funds;
using FundLedger.Money;
using FundLedger.Reports.Wording;

namespace FundLedger.Reports.Status;

/// <summary>
/// What the ledger answers to "where do we stand?": by fund, by fund and donor, and by year. With a year the flows are
/// those of the year and the balances those at its end; without one, everything up to the day.
/// </summary>
public sealed class StatusReport
{
    /// <summary>The figures of a row by the stable keys under which machines read them, in their order.</summary>
    public static ImmutableArray<(string Key, Func<StatusRow, Amount> Of)> Measures { get; } =
    [
        ("pledged", row => row.Pledged), ("signed", row => row.Signed), ("paid", row => row.Paid),
        ("written_off", row => row.WrittenOff), ("revalued", row => row.Revalued),
        ("outstanding", row => row.Outstanding), ("receivable", row => row.Receivable),
        ("announced", row => row.Announced), ("received", row => row.Received),
        ("unallocated", row => row.Unallocated), ("refunded", row => row.Refunded), ("exchange", row => row.Exchange),
    ];

    StatusReport(DateOnly day, int? year) => (Day, Year) = (day, year);

    /// <summary>The day at which balances stand.</summary>
    public DateOnly Day { get; }

    public int? Year { get; }

    /// <summary>Each fund, in the order given, also where it has nothing.</summary>
    public required ImmutableArray<StatusRow> ByFund { get; init; }

    /// <summary>Each donor to each fund that has anything, by fund, donor group and name.</summary>
    public required ImmutableArray<StatusRow> ByDonor { get; init; }

    /// <summary>Each year from the first with figures, with the balances at its end; only the year asked for.</summary>
    public required ImmutableArray<StatusRow> ByYear { get; init; }

    /// <summary>All of them together.</summary>
    public required StatusRow Total { get; init; }

    /// <param name="figures">Figures up to the day: of all funds and donors, or of those asked for; of the same year apart.</param>
    /// <param name="funds">The funds asked for.</param>
    /// <param name="donors">What donors are called.</param>
    /// <param name="asAt">The day up to which the figures reach.</param>
    /// <param name="year">The year asked for; none for all.</param>
    /// <param name="language">The language of names.</param>
    public static StatusReport Of(
        StatusFigures figures, ImmutableArray<Fund> funds, DonorDirectory donors, DateOnly asAt, int? year,
        string language = "en")
    {
        var day = year is { } asked && new DateOnly(asked, 12, 31) < asAt ? new DateOnly(asked, 12, 31) : asAt;
        var codes = funds.Select(fund => fund.Code).ToHashSet(StringComparer.Ordinal);
        var upTo = figures.ByDonor.Where(figure => figure.Year <= day.Year && codes.Contains(figure.Fund));
        var flows = year is { } only ? upTo.InYear(only) : upTo;
        var roll = new DonorRoll(donors, day, language);
        return new StatusReport(day, year)
        {
            ByFund = FundRows(flows.By(figure => figure.Fund), upTo.By(figure => figure.Fund), funds, year, language),
            ByDonor = DonorRows(
                flows.By(figure => (figure.Fund, figure.Donor)), upTo.By(figure => (figure.Fund, figure.Donor)),
                funds, roll, year),
            ByYear = YearRows(figures.ByYear.Where(figure => figure.Year <= day.Year && codes.Contains(figure.Fund)), year),
            Total = new StatusRow(null, null, null, year, flows.Total(), upTo.Total()),
        };
    }

    /// <summary>The three lists as tables for a terminal or a page; empty ones are left out.</summary>
    public IEnumerable<Table> Tables(Phrases phrases)
    {
        yield return TableOf(phrases, "funds", ["fund"], ByFund, Total);
        if (ByDonor.Length > 0) yield return TableOf(phrases, "donors", ["fund", "donor", "name"], ByDonor, Total);
        if (ByYear.Length > 1) yield return TableOf(phrases, "years", ["year"], ByYear, null);
    }

    static ImmutableArray<StatusRow> FundRows(
        Dictionary<string, Position> flows, Dictionary<string, Position> balances, ImmutableArray<Fund> funds,
        int? year, string language) =>
    [
        .. funds.Select(fund => new StatusRow(fund.Code, null, fund.NameIn(language), year,
            flows.GetValueOrDefault(fund.Code) ?? new Position(),
            balances.GetValueOrDefault(fund.Code) ?? new Position())),
    ];

    static ImmutableArray<StatusRow> DonorRows(
        Dictionary<(string Fund, string Donor), Position> flows,
        Dictionary<(string Fund, string Donor), Position> balances, ImmutableArray<Fund> funds,
        DonorRoll roll, int? year)
    {
        var donors = balances.Keys.ToLookup(key => key.Fund, key => roll[key.Donor]);
        return
        [
            .. from fund in funds
               from donor in DonorRoll.InOrder(donors[fund.Code])
               let key = (fund.Code, donor.Code)
               let row = new StatusRow(fund.Code, donor.Code, donor.Name, year,
                   flows.GetValueOrDefault(key) ?? new Position(), balances[key])
               where !row.IsEmpty
               select row,
        ];
    }

    static ImmutableArray<StatusRow> YearRows(Figures upTo, int? only)
    {
        var flows = upTo.By(figure => figure.Year);
        return
        [
            .. flows.Keys.Where(year => only is null || year == only).Order()
                .Select(year => new StatusRow(null, null, null, year, flows[year], upTo.UpTo(year).Total())),
        ];
    }

    Table TableOf(
        Phrases phrases, string name, ReadOnlySpan<string> labels, ImmutableArray<StatusRow> rows, StatusRow? total)
    {
        var keys = labels.ToImmutableArray();
        var day = ("day", phrases.Figures.Day(Day));
        var flows = Year is { } year
            ? phrases.Say("status.flows.year", ("year", FigureText.Year(year))) : phrases.Say("status.flows.all", day);
        return new Table(name, phrases["status." + name],
            [
                .. keys.Select(key =>
                    new Column(key, HeadingOf(phrases, key), ColumnKind.Text, key == "name" ? 2 : 0.8)),
                .. Measures.Select(measure =>
                    new Column(measure.Key, phrases["status.column." + measure.Key], ColumnKind.Dollars)
                    { Summed = total is not null }),
            ],
            [
                .. rows.Select(row => RowOf(RowKind.Detail, [.. keys.Select(key => LabelOf(row, key))], row)),
                .. total is null ? [] : new[]
                {
                    RowOf(RowKind.Total, [phrases["row.total"], .. Enumerable.Repeat("", keys.Length - 1)], total),
                },
            ])
        { Unit = phrases["unit.dollars"], Notes = [phrases.Say("status.flows", ("flows", flows), day)] };
    }

    static string HeadingOf(Phrases phrases, string key) =>
        phrases[key is "name" or "year" ? "status.column." + key : "column." + key];

    static string LabelOf(StatusRow row, string key) => key switch
    {
        "fund" => row.Fund ?? "",
        "donor" => row.Donor ?? "",
        "name" => row.Name ?? "",
        _ => row.Year is { } year ? FigureText.Year(year) : "",
    };

    static Row RowOf(RowKind kind, ImmutableArray<string> labels, StatusRow row) =>
        new(kind, [.. labels.Select(label => (Cell)label), .. Measures.Select(measure => (Cell)measure.Of(row))]);
}
