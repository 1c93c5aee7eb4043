using FundLedger.Money;
using FundLedger.Reports.Wording;

namespace FundLedger.Reports.Board;

/// <summary>How much of what was received came from the largest donors.</summary>
static class ConcentrationTable
{
    static readonly int[] Largest = [1, 5, 10];

    internal static IEnumerable<string> Paragraphs(BoardFacts facts)
    {
        var received = Received(facts.InYear);
        if (received.Length == 0)
        {
            yield return facts.Say("concentration.none");
            yield break;
        }

        var donor = facts.InYear.OrderByDescending(pair => pair.Value.Received.MinorUnits)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal).First().Key;
        var all = DonorRows.Sum(received);
        var key = received.Length > 10 ? "concentration.text"
            : received.Length > 5 ? "concentration.some" : "concentration.few";
        yield return facts.Say(key, ("donor", DonorRows.NameOf(facts.Donors[donor], facts.Phrases)),
            ("one", facts.Share(received[0], all)), ("five", facts.Share(First(received, 5), all)),
            ("ten", facts.Share(First(received, 10), all)));
    }

    internal static Table Of(BoardFacts facts)
    {
        var (now, before) = (Received(facts.InYear), Received(facts.InPrevious));
        return new Table("concentration", facts.Say("concentration.title"),
            [
                new Column("largest", facts.Say("column.largest"), ColumnKind.Text, 2),
                new Column("received", facts.Say("column.received"), ColumnKind.WholeDollars),
                new Column("share", facts.Say("column.share-received"), ColumnKind.Percent),
                new Column("received_before", facts.Say("column.received_before"), ColumnKind.WholeDollars),
                new Column("share_before", facts.Say("column.share-before"), ColumnKind.Percent),
            ],
            [
                .. Largest.Where(count => count == 1 || count < now.Length)
                    .Select(count => RowOf(facts.Say("concentration.largest-" + FigureText.Plain(count)), count)),
                RowOf(facts.Say("concentration.all"), int.MaxValue),
            ])
        {
            Notes = [facts.Say("concentration.note")],
        };

        Row RowOf(string name, int count) => Row.Detail(name,
            First(now, count), new PercentCell(FigureText.PerMille(First(now, count), DonorRows.Sum(now))),
            First(before, count), new PercentCell(FigureText.PerMille(First(before, count), DonorRows.Sum(before))));
    }

    /// <summary>
    /// What each donor gave, the largest first; what reversals took back of earlier years is left out.
    /// </summary>
    static Amount[] Received(Dictionary<string, Position> positions) =>
    [
        .. positions.Values.Select(position => position.Received).Where(amount => amount.IsPositive)
            .OrderByDescending(amount => amount.MinorUnits),
    ];

    static Amount First(Amount[] received, int count) => DonorRows.Sum(received.Take(count));
}
