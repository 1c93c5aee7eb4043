using System.Collections.Immutable;
using FundLedger.Closing;
using FundLedger.Funds;
using FundLedger.Money;
using FundLedger.Reports.Wording;
using FundLedger.Statements;

namespace FundLedger.Reports.Board;

/// <summary>
/// What the sections of a report ask of its material: the positions of its donors and years, worked out once, and the
/// words for its funds, year and day.
/// </summary>
sealed class BoardFacts
{
    readonly BoardMaterial _material;
    readonly Dictionary<int, Position> _years;
    readonly (string, string)[] _common;

    public BoardFacts(BoardMaterial material, Phrases phrases)
        : this(material, phrases, material.Funds, new DonorRoll(material.Donors, DayOf(material), phrases.Language)) =>
        Each = material.Funds.Length == 1 ? [this]
            : [.. material.Funds.Select(fund => new BoardFacts(material, phrases, [fund], Donors))];

    BoardFacts(BoardMaterial material, Phrases phrases, ImmutableArray<Fund> funds, DonorRoll donors)
    {
        (_material, Phrases, Funds, Donors, Day) = (material, phrases, funds, donors, DayOf(material));
        var codes = funds.Select(fund => fund.Code).ToHashSet(StringComparer.Ordinal);
        Figures = material.Figures.Where(figure => figure.Year <= Year && codes.Contains(figure.Fund));
        // Statements are of 31 December; before that day the journal does not count them either.
        Lines = [.. material.Statement.Where(line =>
            codes.Contains(line.Fund) && line.Year <= Year && new DateOnly(line.Year, 12, 31) <= Day)];
        Sums = Figures.WithoutDonors();
        _years = Sums.By(figure => figure.Year);
        InYear = Figures.InYear(Year).By(figure => figure.Donor);
        InPrevious = Figures.InYear(Year - 1).By(figure => figure.Donor);
        AtEnd = Figures.By(figure => figure.Donor);
        Total = Sums.Total();
        Base = DonorBase.Of(Figures, donors, Year);
        Statement = IncomeStatement.Of(Sums, Lines, Year);
        Before = IncomeStatement.Of(Sums, Lines, Year - 1);
        Each = [this];
        _common = Common();
    }

    public Phrases Phrases { get; }

    public ImmutableArray<Finding> Closing => _material.Closing;

    /// <summary>What is planned to be spent of a fund in the year; none where no plan is set.</summary>
    public Amount? PlanOf(Fund fund) => _material.Planned.TryGetValue(fund.Code, out var plan) ? plan : null;

    public ImmutableArray<Fund> Funds { get; }

    public bool IsOne => Funds.Length == 1;

    /// <summary>Each fund alone; the report's own where it is of one.</summary>
    public ImmutableArray<BoardFacts> Each { get; }

    public DonorRoll Donors { get; }

    public int Year => _material.Year;

    /// <summary>
    /// The day at which balances stand: the end of the year, or the day asked for if that is earlier.
    /// </summary>
    public DateOnly Day { get; }

    public bool IsYearEnd => Day is { Month: 12, Day: 31 };

    public ReportBasis Basis => _material.Basis;

    /// <summary>The figures of these funds up to the year.</summary>
    public Figures Figures { get; }

    /// <summary>The same without their donors.</summary>
    public Figures Sums { get; }

    /// <summary>Whether nothing at all was recorded of these funds.</summary>
    public bool IsEmpty => Figures.Rows.Count == 0;

    public ImmutableArray<StatementLine> Lines { get; }

    /// <summary>What moved in the year, by donor.</summary>
    public Dictionary<string, Position> InYear { get; }

    public Dictionary<string, Position> InPrevious { get; }

    /// <summary>Where each donor stands at the day.</summary>
    public Dictionary<string, Position> AtEnd { get; }

    /// <summary>All that moved up to the day: the balances.</summary>
    public Position Total { get; }

    public DonorBase Base { get; }

    public IncomeStatement Statement { get; }

    public IncomeStatement Before { get; }

    /// <summary>What moved in a year.</summary>
    public Position Of(int year) => _years.GetValueOrDefault(year) ?? new Position();

    /// <summary>How many donors gave in a year.</summary>
    public long GiversIn(int year) => Base.GiversIn(year);

    public ImmutableArray<ContributionLine> Contributions =>
        [.. _material.Contributions.Where(line => line.Date.Year == Year && Has(line.Fund))];

    public ImmutableArray<PledgeLine> Pledges => [.. _material.Pledges.Where(line => Has(line.Fund))];

    /// <summary>How many contributions of the year are not in the list.</summary>
    public long Unlisted => Math.Max(0, _material.ContributionCount - _material.Contributions.Length);

    /// <summary>
    /// A text of the wording; year, previous, next, day, period and fund are filled in by themselves.
    /// </summary>
    public string Say(string key, params ReadOnlySpan<(string Name, string Value)> values) =>
        Phrases.Say(key, [.. values, .. _common]);

    public string Dollars(Amount usd) => Phrases.Figures.Dollars(usd);

    public string Share(Amount part, Amount whole) => Phrases.Figures.Share(part, whole);

    public string Number(long count) => Phrases.Figures.Counted(count);

    bool Has(string fund) => Funds.Any(one => one.Code == fund);

    static DateOnly DayOf(BoardMaterial material)
    {
        var end = new DateOnly(material.Year, 12, 31);
        return material.Basis.AsAt < end ? material.Basis.AsAt : end;
    }

    (string, string)[] Common()
    {
        var day = Phrases.Figures.Day(Day);
        var year = FigureText.Year(Year);
        return
        [
            ("year", year), ("previous", FigureText.Year(Year - 1)), ("next", FigureText.Year(Year + 1)), ("day", day),
            ("period", IsYearEnd ? Phrases.Say("period.year", ("year", year))
                : Phrases.Say("period.part", ("day", day))),
            ("fund", IsOne ? Phrases["fund.one"] : Phrases.Say("fund.many", ("count", Number(Funds.Length)))),
        ];
    }
}
