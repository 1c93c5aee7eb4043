using System.Collections.Immutable;
using FundLedger.Donors;
using FundLedger.Journal;

namespace FundLedger.Reports.Board;

/// <summary>
/// Who gave for the first time, came back, stayed away or never gave: what paragraph 6 of resolution 36/28 asks about.
/// </summary>
static class DonorBaseSection
{
    internal static void Write(BoardFacts facts, BoardDraft draft)
    {
        draft.Section("donors");
        draft.Part(facts.Say("donors.classes"));
        draft.Paragraphs("donors", Paragraphs(facts));
        if (facts.Base.FirstYear is not null) draft.Numbered(Names(facts));
        draft.Part(facts.Say("donors.regions"));
        draft.Paragraphs("regions", RegionTable.Paragraphs(facts));
        if (facts.Base.FirstYear is not null)
        {
            draft.Numbered(RegionTable.Of(facts));
            draft.Add(new ChartBlock(RegionTable.Picture(facts)));
            draft.Numbered(Never(facts));
        }

        draft.Part(facts.Say("donors.ldc"));
        draft.Paragraphs("ldc", LdcTable.Paragraphs(facts));
        if (LdcTable.Donors(facts).Length > 0) draft.Numbered(LdcTable.Of(facts));
        draft.Part(facts.Say("donors.concentration"));
        draft.Paragraphs("concentration", ConcentrationTable.Paragraphs(facts));
        if (facts.Base.Gave.Length > 0) draft.Numbered(ConcentrationTable.Of(facts));
    }

    internal static IEnumerable<string> Paragraphs(BoardFacts facts)
    {
        var donors = facts.Base;
        if (donors.FirstYear is not { } first)
        {
            yield return facts.Say("donors.none");
            yield break;
        }

        var from = ("first", Wording.FigureText.Year(first));
        yield return first == facts.Year
            ? facts.Say("donors.first-year", from, Count(facts, donors.Gave))
            : facts.Say("donors.year", from, Count(facts, donors.Gave),
                ("new", facts.Number(donors[Giving.FirstTime].Length)),
                ("returning", facts.Number(donors[Giving.Returning].Length)),
                ("continuing", facts.Number(donors[Giving.Continuing].Length)),
                ("lapsed", facts.Phrases.Count("donors", donors[Giving.Lapsed].Length)));
        yield return facts.Say("donors.paragraph-6", from,
            ("never", facts.Phrases.Count("never", donors[Giving.Never].Length)));
    }

    static (string, string) Count(BoardFacts facts, ImmutableArray<DonorOnDay> donors) =>
        ("count", facts.Phrases.Count("donors", donors.Length));

    /// <summary>The donors of each class by name.</summary>
    internal static Table Names(BoardFacts facts)
    {
        Giving[] shown = facts.Base.FirstYear == facts.Year
            ? [Giving.Continuing, Giving.FirstTime]
            : [Giving.FirstTime, Giving.Returning, Giving.Continuing, Giving.Lapsed];
        return new Table("donor-classes", facts.Say("donors.names-title"),
            [
                new Column("class", facts.Say("column.class"), ColumnKind.Text, 1.5),
                new Column("count", facts.Say("column.donors"), ColumnKind.Count, 0.6),
                new Column("names", facts.Say("column.names"), ColumnKind.Text, 5),
            ],
            [.. shown.Where(giving => facts.Base[giving].Length > 0).Select(giving => NamesOf(facts, giving))])
        {
            Notes = [facts.Say("donors.marks"), facts.Say("donors.names-note")],
        };
    }

    static Row NamesOf(BoardFacts facts, Giving giving)
    {
        var donors = facts.Base[giving];
        var name = facts.Base.FirstYear == facts.Year ? "giving.in-the-year" : "giving." + Word.Of(giving);
        return Row.Detail(facts.Say(name), new CountCell(donors.Length), NameList(facts, donors));
    }

    /// <summary>States that have never given, by regional group.</summary>
    internal static Table Never(BoardFacts facts)
    {
        var groups = facts.Base[Giving.Never].GroupBy(donor => donor.Region)
            .OrderBy(group => group.Key ?? (RegionalGroup)int.MaxValue);
        return new Table("never", facts.Say("donors.never-title"),
            [
                new Column("group", facts.Say("column.group"), ColumnKind.Text, 1.5),
                new Column("count", facts.Say("column.states"), ColumnKind.Count, 0.6),
                new Column("names", facts.Say("column.names"), ColumnKind.Text, 5),
            ],
            [
                .. groups.Select(group => Row.Detail(
                    group.Key is { } region ? facts.Say("region." + Word.Of(region)) : facts.Say("region.none"),
                    new CountCell(group.Count()), NameList(facts, group))),
            ])
        {
            Notes = [facts.Say("donors.marks")],
        };
    }

    static string NameList(BoardFacts facts, IEnumerable<DonorOnDay> donors) =>
        string.Join(facts.Phrases["names.between"] + " ",
        donors.OrderBy(donor => donor.SortKey, StringComparer.Ordinal).Select(donor => donor.MarkedName));
}
