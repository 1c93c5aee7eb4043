using FundLedger.Journal;
using FundLedger.Reports.Wording;

namespace FundLedger.Reports.Board;

/// <summary>
/// The names of the ages. At another day than 31 December only the year in which something falls due is known, and the
/// names say no more than that.
/// </summary>
static class AgeWords
{
    internal static string Long(BoardFacts facts, AgeBand band) => facts.Say(KeyOf(facts, band, "age."), Due(facts));

    /// <summary>A column for each age and one for their sum.</summary>
    internal static IEnumerable<Column> Columns(BoardFacts facts, ColumnKind kind)
    {
        foreach (var band in Ageing.Bands)
        {
            var heading = facts.Say(KeyOf(facts, band, "age.short."), Due(facts));
            yield return new Column(Key(band), heading, kind) { Summed = true };
        }

        yield return new Column("total", facts.Say("row.total"), kind)
        { Summed = true, RowFormula = string.Join(" + ", Ageing.Bands.Select(Key)) };
    }

    static string Key(AgeBand band) => Word.Of(band).Replace('-', '_');

    static string KeyOf(BoardFacts facts, AgeBand band, string prefix) =>
        prefix + Word.Of(band) + (facts.IsYearEnd ? "" : ".part");

    static (string, string)[] Due(BoardFacts facts) =>
    [
        ("later", FigureText.Year(facts.Year + 2)), ("before", FigureText.Year(facts.Year - 1)),
        ("two-before", FigureText.Year(facts.Year - 2)), ("three-before", FigureText.Year(facts.Year - 3)),
    ];
}
