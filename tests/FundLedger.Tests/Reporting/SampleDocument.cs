using System.Collections.Immutable;
using FundLedger.Money;
using FundLedger.Reports;

namespace FundLedger.Reporting;

/// <summary>A document with every kind of block, several pages long. Its figures are invented.</summary>
static class SampleDocument
{
    public const string Seal = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    static readonly string[] Donors =
    [
        "Australia", "Belgium", "Canada", "Denmark", "European Commission", "Finland", "France", "Germany",
        "Ireland", "Luxembourg", "Netherlands (Kingdom of the)", "Norway", "Poland", "Republic of Korea", "Spain",
        "Sweden", "Switzerland", "Türkiye", "United Kingdom of Great Britain and Northern Ireland",
        "Wallonia-Brussels Federation",
    ];

    static readonly ImmutableArray<string> Years =
        ["2012", "2013", "2014", "2015", "2016", "2017", "2018", "2019", "2020", "2021"];

    public static DocumentFace Face { get; } = new(
        "VFTC-2021-01", "United Nations Voluntary Fund for Technical Cooperation in the Field of Human Rights", "en",
        new DateOnly(2021, 12, 31), new DateTimeOffset(2022, 3, 1, 9, 30, 0, TimeSpan.Zero), 12_345, Seal)
    {
        Symbol = "A/HRC/99/99",
        Banner = "Sample: every figure in this document is invented",
        Issuer = "Board of Trustees of the Voluntary Fund for Technical Cooperation",
    };

    public static FrontPage Front { get; } = new(
        "United Nations", "General Assembly", "Distr.: General", "1 March 2022", "Original: English",
        "Human Rights Council", "Ninety-ninth session\n28 February–1 April 2022",
        "Agenda item 10\n**Technical assistance and capacity-building**",
        "United Nations Voluntary Fund for Technical Cooperation in the Field of Human Rights",
        "Report of the Chair of the Board of Trustees*", "Summary",
        [
            "The present report is submitted in accordance with Human Rights Council resolution 36/28. It sets out "
            + "what the Fund received, what it was promised and what is still owed, as at 31 December 2021.",
            "Contributions received came to **$18.4 million**, 12.5 per cent more than the year before; *thirty-one* "
            + "donors gave, four of them for the first time.",
        ])
    {
        Footnotes = ["* The annexes to the present report are circulated as received, in one language only."],
        JobNumber = "GE.22-00000 (E)",
    };

    public static Document Report { get; } = new(Face, Blocks()) { Front = Front };

    public static Document Letter { get; } = new(
        Face with { Title = "Your contribution to the Fund", Symbol = null, Id = "LTR-0042" },
        [
            new Paragraph("Excellency,"),
            new Paragraph("I have the honour to acknowledge, with gratitude, receipt of **EUR 351,736.00** on "
                + "15 March 2022, the second instalment of your Government's pledge for 2021–2023."),
            new Paragraph("At that day's rate of 0.896 this is US$ 392,562.50. The pledge now stands as follows."),
            new TableBlock(Receivables(3)),
            new Paragraph("Please accept, Excellency, the assurances of my highest consideration."),
            new Signatures([new Signature("Chief, Donor and External Relations", "Name of the officer", "")]),
        ])
    {
        Letter = new LetterHead(
            ["Office of the United Nations High Commissioner for Human Rights", "Palais des Nations, 1211 Geneva 10"],
            ["H.E. the Ambassador", "Permanent Mission of Ruritania", "Rue de Lausanne 1", "1202 Geneva"],
            "Geneva", "Reference: VFTC/2022/0042"),
    };

    public static Document Brief { get; } = new(
        Face with { Title = "The four funds in March 2022", Symbol = null, Id = "BRF-2022" },
        [
            Figures(), new Paragraph(Words(2)), new ChartPair(Chart(ChartKind.Ring), Chart(ChartKind.Lines)),
            new TableBlock(Contributions(8)),
        ]);

    /// <summary>Donors by group with subtotals and a total, in whole US dollars.</summary>
    public static Table Contributions(int donors)
    {
        var rows = ImmutableArray.CreateBuilder<Row>();
        rows.Add(new Row(RowKind.Group, ["Governments"]));
        for (var i = 0; i < donors; i++)
        {
            rows.Add(Row.Detail(
                Donors[i % Donors.Length], Usd(46_985 + (i * 73_127)), Usd(i % 3 == 0 ? 0 : 31_250 * i),
                Usd(i % 5 == 1 ? -1_234 : i % 4 * 12_500), Usd(91_000 + (i * 11_003)), new PercentCell(125 - i)));
        }

        rows.Add(Sum(RowKind.Subtotal, "Subtotal, Governments", 14_834_870, 6_250_000, -7_404, 3_910_570, 931));
        rows.Add(new Row(RowKind.Group, ["Foundations"]));
        rows.Add(Row.Detail("Ford Foundation", Usd(100_000), Usd(0), Usd(-2_500), Usd(100_000), new PercentCell(42)));
        rows.Add(Row.Detail("A foundation whose name is so long that it cannot possibly stand on one line of a table",
            Usd(25_000), Usd(25_000), Usd(0), Usd(0), new PercentCell(27)));
        rows.Add(Sum(RowKind.Subtotal, "Subtotal, Foundations", 125_000, 25_000, -2_500, 100_000, 69));
        rows.Add(Sum(RowKind.Total, "Total", 14_959_870, 6_275_000, -9_904, 4_010_570, 1000));
        return new Table("contributions", "Contributions by donor, 2021",
            [
                new Column("donor", "Donor", ColumnKind.Text, 3),
                new Column("received", "Received", ColumnKind.WholeDollars),
                new Column("signed", "Signed, not yet paid", ColumnKind.WholeDollars),
                new Column("adjusted", "Refunds and adjustments", ColumnKind.WholeDollars),
                new Column("previous", "Received in 2020", ColumnKind.WholeDollars),
                new Column("share", "Share", ColumnKind.Percent, 0.7),
            ],
            rows.ToImmutable())
        {
            Unit = "(United States dollars)",
            Notes = ["Donors are grouped as in the schedule of individual trust funds.", "A dash stands for zero."],
        };
    }

    /// <summary>A contribution a row, with its own currency, rate and days.</summary>
    public static Table Annex(int rows) => new(
        "annex", "Every contribution, with its currency, rate and days",
        [
            new Column("entry", "Entry", ColumnKind.Count, 0.8), new Column("donor", "Donor", ColumnKind.Text, 2.6),
            new Column("date", "Received", ColumnKind.Date, 1.2),
            new Column("currency", "Currency", ColumnKind.Text, 0.9),
            new Column("amount", "Amount", ColumnKind.Money, 1.4), new Column("rate", "Rate", ColumnKind.Rate, 0.9),
            new Column("usd", "US$", ColumnKind.Dollars, 1.4),
        ],
        [.. Enumerable.Range(1, rows).Select(i =>
        {
            var currency = Currency.Of(i % 7 == 0 ? "JPY" : i % 3 == 0 ? "CHF" : "EUR");
            return Row.Detail(
                new CountCell(i), Donors[i * 7 % Donors.Length], new DateOnly(2021, 1, 1).AddDays(i * 3 % 365),
                currency.Code, new Amount(1_000_00 + (i * 98_765), currency),
                new RateCell(currency.Exponent == 0 ? 110.45m : 0.896m),
                Amount.Usd(i % 50 == 0 ? -123_400 : 1_116_07 + (i * 110_229)));
        })])
    {
        Unit = "(Original currency and United States dollars)",
    };

    static Table Receivables(int rows) => new(
        "receivables", "Receivables",
        [
            new Column("donor", "Instalment", ColumnKind.Text, 2), new Column("due", "Due", ColumnKind.Date),
            new Column("pledged", "Pledged (EUR)", ColumnKind.Money),
            new Column("paid", "Paid (EUR)", ColumnKind.Money),
        ],
        [.. Enumerable.Range(1, rows).Select(i => Row.Detail(
            $"Instalment {i}", new DateOnly(2020 + i, 3, 31), new Amount(351_736_00, Currency.Of("EUR")),
            new Amount(i < 3 ? 351_736_00 : 0, Currency.Of("EUR"))))]);

    public static Table Statement => new(
        "table1", "Table 1. Statement of income and expenditure for the period 1 January–31 December 2021",
        [
            new Column("line", "", ColumnKind.Text, 3), new Column("2021", "2021", ColumnKind.WholeDollars),
            new Column("2020", "2020", ColumnKind.WholeDollars),
        ],
        [
            new Row(RowKind.Group, ["Income"]),
            Row.Detail("Voluntary contributions received", Usd(18_412_300), Usd(16_366_489)),
            Row.Detail("Exchange gain or (loss)", Usd(-46_985), Usd(12_003)),
            Row.Detail("Miscellaneous and interest income", Usd(212_771), Usd(0)),
            new Row(RowKind.Subtotal, ["Total income", Usd(18_578_086), Usd(16_378_492)]),
            new Row(RowKind.Group, ["Expenditure"]),
            Row.Detail("Staff and other personnel costs", Usd(9_120_400), Usd(8_755_104)),
            Row.Detail("Grants and transfers", Usd(4_230_118), Usd(3_981_440)),
            Row.Detail("Programme support costs (13 per cent)", Usd(1_735_567), Usd(1_655_750)),
            new Row(RowKind.Subtotal, ["Total expenditure", Usd(15_086_085), Usd(14_392_294)]),
            new Row(RowKind.Total, ["Fund balance, 31 December", Usd(22_714_301), Usd(19_222_300)]),
        ])
    {
        Unit = "(United States dollars)",
    };

    public static Chart Chart(ChartKind kind) => kind switch
    {
        ChartKind.StackedBars => new Chart(kind, "Contributions received by fund", Years, Funds(), "Grew steadily.")
        {
            Unit = "US$",
        },
        ChartKind.GroupedBars => new Chart(
            kind, "Income and expenditure", Years,
            [
                new Series("Income", "income", [.. Years.Select((_, year) => Value(0, year))]),
                new Series("Expenditure", "expenditure", [.. Years.Select((_, year) => Value(0, year) * 8 / 9)]),
            ],
            "Both grew.")
        {
            Unit = "US$",
        },
        ChartKind.HorizontalBars => new Chart(
            kind, "Largest donors", [.. Donors.Reverse().Take(8)],
            [
                new Series(
                    "Received", "received",
                    [5_412_300, 3_900_120, 2_250_000, 1_730_000, 902_000, 640_000, 91_000, 46_985]),
            ],
            "Eight donors.")
        {
            Unit = "US$",
        },
        ChartKind.Lines => new Chart(kind, "Ten-year trend", Years, Funds(), "Four lines.") { Unit = "US$" },
        ChartKind.Ring => new Chart(
            kind, "By regional group", ["African", "Asia-Pacific", "Eastern European", "GRULAC", "WEOG"],
            [new Series("Received", "received", [1, 14, 13, 5, 26])], "Most are of WEOG.")
        {
            Unit = "Donor States",
            CategoryHues = ["african", "asia-pacific", "eastern-european", "grulac", "weog"],
        },
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    static ImmutableArray<Series> Funds() =>
    [
        .. new[] { "VFTC", "UPR-P", "LDC-SIDS", "UPR-I" }.Select((fund, i) =>
            new Series(fund, fund, [.. Years.Select((_, year) => Value(i, year))])),
    ];

    static long Value(int series, int year) =>
        (12_000_000 / (1 + (series * series))) + (year * 643_211) - (year * series * 150_000);

    static KeyFigures Figures() => new(
    [
        new KeyFigure("Received in 2021", "$18.4 m", "+12.5% on 2020", "received"),
        new KeyFigure("Signed, not yet paid", "$6.3 m", "of which $1.1 m overdue", "outstanding"),
        new KeyFigure("Donors", "31", "4 for the first time"),
        new KeyFigure("Fund balance", "$22.7 m", "31 December 2021"),
    ]);

    static ImmutableArray<Block> Blocks() =>
    [
        new Contents(), new PageBreak(),
        new Heading(1, "I.", "Introduction"), new Heading(2, "A.", "Background"), new Paragraph(Words(3), 1),
        new Paragraph(Words(2), 2), new Heading(2, "B.", "Mandate"), new Paragraph(Words(4), 3),
        Figures(), new Paragraph(Words(1), 4),
        new Heading(1, "II.", "Financial situation of the Fund"), new Paragraph(Words(2), 5),
        new ChartBlock(Chart(ChartKind.StackedBars)), new Paragraph(Words(3), 6),
        new ChartPair(Chart(ChartKind.Ring), Chart(ChartKind.HorizontalBars)), new Paragraph(Words(2), 7),
        new TableBlock(Statement), new ChartPair(Chart(ChartKind.GroupedBars), Chart(ChartKind.Lines)),
        new Heading(3, "", "Donors who gave for the first time"), new Paragraph(Words(2), 8),
        new TableBlock(Contributions(36)),
        new NumberedNotes("Notes on basis", [Words(2), Words(1), "Rates are the operational rates of exchange."]),
        new Signatures(
        [
            new Signature("Certifying Officer", "Name of the officer", "I certify that the figures are the ledger's."),
            new Signature("Approving Officer", null, "Approved."),
        ]),
        new Heading(1, "Annex", "Contributions in full"), new TableBlock(Annex(120)),
    ];

    static Row Sum(RowKind kind, string label, long received, long signed, long adjusted, long previous, long share) =>
        new(kind, [label, Usd(received), Usd(signed), Usd(adjusted), Usd(previous), new PercentCell(share)]);

    static Cell Usd(long dollars) => Amount.Usd(dollars * 100);

    static string Words(int sentences) => string.Join(' ', Enumerable.Range(0, sentences).Select(i => (i % 3) switch
    {
        0 => "By its resolution 36/28, the Human Rights Council encouraged all Governments, intergovernmental and "
            + "non-governmental organizations to contribute, *especially those who have not yet done so*, and "
            + "requested the Chair of the Board to present a comprehensive report at its session in March.",
        1 => "Contributions received in the year came to **$18,412,300**, against $16,366,489 the year before; the "
            + "difference is mostly due to agreements signed in the last quarter.",
        _ => "The Board noted that payments had come earlier in the year than in the preceding ones, and "
            + "recommended that multi-year, unearmarked contributions be sought from a wider base of donors.",
    }));
}
