using FundLedger.Money;

namespace FundLedger.Bank.Matching;

/// <summary>Finds lines of one payer that together make up an instalment which none of them pays alone.</summary>
static class LinesTogether
{
    /// <summary>Adds a fit to each line of every such group.</summary>
    public static void Add(
        IReadOnlyList<SoughtLine> lines, Dictionary<string, OpenInstalment[]> byDonor, MatchSettings settings)
    {
        var alone = lines.Where(line => line.Signs.Count > 0 && !line.Fits.Exists(IsWhole)).ToList();
        var ofDonor = alone
            .SelectMany(line => line.Signs.Select(sign => sign.Donor).Distinct().Select(donor => (donor, line)))
            .GroupBy(pair => pair.donor, pair => pair.line)
            .OrderBy(same => same.Key, StringComparer.Ordinal);
        foreach (var donor in ofDonor)
        {
            if (!byDonor.TryGetValue(donor.Key, out var instalments)) continue;
            var inOrder = donor.OrderBy(line => line.Line.Booked).ThenBy(line => line.Line.Key, StringComparer.Ordinal)
                .ThenBy(line => line.Line.Occurrence).ToList();
            foreach (var instalment in instalments) Add(inOrder, instalment, settings);
        }
    }

    static void Add(List<SoughtLine> lines, OpenInstalment instalment, MatchSettings settings)
    {
        var owed = instalment.Outstanding;
        foreach (var group in InstalmentSums.Between(lines, line => line.Line.Amount, owed, owed))
        {
            if (group[^1].Line.Booked.DayNumber - group[0].Line.Booked.DayNumber > settings.DaysWindow) continue;
            foreach (var line in group)
                line.Fits.Add(AmountFits.Together(
                    line.Line, instalment, [.. group.Where(other => other != line).Select(other => other.Line)]));
        }
    }

    static bool IsWhole(AmountFit fit) =>
        fit.Reason.Sign is not (MatchSign.PartOf or MatchSign.OldestFirst or MatchSign.MoreThanOwed);
}
