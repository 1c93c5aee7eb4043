using System.Collections.Immutable;
using FundLedger.Donors;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Reports.Wording;

namespace FundLedger.Reports.Board;

/// <summary>The last ten years in figures and pictures, and who the year's contributions came from.</summary>
static class TrendSection
{
    const int Years = 10;
    const int LargestDonors = 10;

    internal static void Write(BoardFacts facts, BoardDraft draft)
    {
        draft.Section("trend");
        var years = YearsOf(facts);
        draft.Paragraphs("trend", Paragraphs(facts, years));
        if (years.IsEmpty) return;
        draft.Numbered(ByYear(facts, years));
        draft.Add(new ChartPair(Received(facts, years), TwoSides(facts, years)));
        if (!facts.Of(facts.Year).Received.IsPositive) return;
        draft.Add(new ChartBlock(Composition(facts)));
        draft.Add(new ChartBlock(Largest(facts)));
    }

    /// <summary>The last ten years, from the first that has figures.</summary>
    static ImmutableArray<int> YearsOf(BoardFacts facts)
    {
        if (facts.IsEmpty) return [];
        var first = Math.Max(facts.Sums.Rows.Min(figure => figure.Year), facts.Year - Years + 1);
        return [.. Enumerable.Range(first, Math.Max(0, facts.Year - first + 1))];
    }

    static IEnumerable<string> Paragraphs(BoardFacts facts, ImmutableArray<int> years)
    {
        if (years.IsEmpty)
        {
            yield return facts.Say("trend.none");
            yield break;
        }

        var received = years.Select(year => (Year: year, facts.Of(year).Received)).ToArray();
        var sum = DonorRows.Sum(received.Select(year => year.Received));
        if (years.Length == 1)
        {
            yield return facts.Say("trend.one-year");
            yield break;
        }

        var largest = received.MaxBy(year => year.Received.MinorUnits);
        yield return facts.Say("trend.years",
            ("from", FigureText.Year(years[0])), ("count", facts.Number(years.Length)), ("sum", facts.Dollars(sum)),
            ("mean", facts.Dollars(sum.Share(1, years.Length))),
            ("largest", FigureText.Year(largest.Year)), ("amount", facts.Dollars(largest.Received)));
    }

    static Table ByYear(BoardFacts facts, ImmutableArray<int> years) => new("years", facts.Say("trend.title"),
        [
            new Column("year", facts.Say("column.year-heading"), ColumnKind.Text, 0.7),
            new Column("donors", facts.Say("column.donors"), ColumnKind.Count, 0.8),
            .. new[] { "pledged", "received", "contributions", "expenditure", "balance" }.Select(key =>
                new Column(key, facts.Say("column.any." + key), ColumnKind.WholeDollars)),
        ],
        [
            .. years.Select(year =>
            {
                var statement = IncomeStatement.Of(facts.Sums, facts.Lines, year);
                return Row.Detail(FigureText.Year(year), new CountCell(facts.GiversIn(year)), facts.Of(year).Pledged,
                    facts.Of(year).Received, statement.Contributions, statement.Expenditure, statement.Closing);
            }),
        ])
    {
        Unit = facts.Say("unit.dollars"),
        Notes = [facts.Say("trend.note")],
    };

    /// <summary>Received by year; of several funds, each in its colour.</summary>
    static Chart Received(BoardFacts facts, ImmutableArray<int> years) => new(
        ChartKind.StackedBars, facts.Say("trend.received"), [.. years.Select(FigureText.Year)],
        [
            .. facts.Each.Select(fund => new Series(fund.Funds[0].Code, fund.Funds[0].Code,
                [.. years.Select(year => FigureText.WholeDollars(fund.Of(year).Received))])),
        ],
        facts.Say("trend.received-description"))
    { Unit = facts.Say("unit.short") };

    static Chart TwoSides(BoardFacts facts, ImmutableArray<int> years)
    {
        var statements = years.Select(year => IncomeStatement.Of(facts.Sums, facts.Lines, year)).ToArray();
        return new Chart(ChartKind.GroupedBars, facts.Say("trend.two-sides"), [.. years.Select(FigureText.Year)],
            [
                new Series(facts.Say("statement.income"), "income",
                    [.. statements.Select(statement => FigureText.WholeDollars(statement.Income))]),
                new Series(facts.Say("statement.expenditure"), "expenditure",
                    [.. statements.Select(statement => FigureText.WholeDollars(statement.Expenditure))]),
            ],
            facts.Say("trend.two-sides-description"))
        { Unit = facts.Say("unit.short") };
    }

    /// <summary>By regional group of Member States, and by kind of donor for the others.</summary>
    static Chart Composition(BoardFacts facts)
    {
        var parts = facts.InYear.GroupBy(pair => PartOf(facts.Donors[pair.Key]), pair => pair.Value.Received)
            .Select(group => (Part: group.Key, Received: DonorRows.Sum(group)))
            .Where(part => part.Received.IsPositive)
            .OrderByDescending(part => part.Received.MinorUnits).ThenBy(part => part.Part.Name, StringComparer.Ordinal)
            .ToArray();
        return new Chart(ChartKind.Ring, facts.Say("trend.composition"),
            [.. parts.Select(part => facts.Say(part.Part.Name))],
            [
                new Series(facts.Say("column.received"), "received",
                    [.. parts.Select(part => FigureText.WholeDollars(part.Received))]),
            ],
            facts.Say("trend.composition-description"))
        { Unit = facts.Say("unit.short"), CategoryHues = [.. parts.Select(part => part.Part.Hue)] };
    }

    static (string Name, string Hue) PartOf(DonorOnDay donor) => donor.Region is { } region
        ? ("region." + Word.Of(region), Word.Of(region))
        : ("group." + Word.Of(donor.Group) + (donor.Group == DonorGroup.Governments ? ".other" : ""),
            HueOf(donor.Group));

    static string HueOf(DonorGroup group) => group switch
    {
        DonorGroup.IntergovernmentalOrganizations => "pledged",
        DonorGroup.UnitedNationsEntities => "signed",
        DonorGroup.Foundations => "overdue-2",
        DonorGroup.PrivateSector => "overdue-4",
        DonorGroup.NonGovernmentalOrganizations => "overdue-1",
        DonorGroup.Governments => "previous",
        DonorGroup.Others => "other",
        _ => throw new ArgumentOutOfRangeException(nameof(group)),
    };

    static Chart Largest(BoardFacts facts)
    {
        var largest = facts.InYear.Where(pair => pair.Value.Received.IsPositive)
            .OrderByDescending(pair => pair.Value.Received.MinorUnits).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Take(LargestDonors).ToArray();
        return new Chart(ChartKind.HorizontalBars, facts.Say("trend.largest"),
            [.. largest.Select(pair => DonorRows.NameOf(facts.Donors[pair.Key], facts.Phrases))],
            [
                new Series(facts.Say("column.received"), "received",
                    [.. largest.Select(pair => FigureText.WholeDollars(pair.Value.Received))]),
            ],
            facts.Say("trend.largest-description"))
        { Unit = facts.Say("unit.short") };
    }
}
