using System.Globalization;
using FundLedger.Bank.Matching;
using FundLedger.Money;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace FundLedger.Tests.Bank.Matching;

/// <summary>
/// How many of a thousand lines are matched first, and among the first three, and that none is taken for certain that
/// is not so. The seed is printed, and gives the same lines again.
/// </summary>
public class MatchingQualityTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(20260401)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Of_a_thousand_generated_lines_most_are_matched_first_and_none_wrongly_certain(int seed)
    {
        var generated = new GeneratedPayments(seed);
        var score = new Score();
        for (var year = 0; year < GeneratedPayments.Years; year++)
        {
            var (open, lines) = generated.Year(year);
            var matches = new Matcher(open, generated.Payers, generated.Names, generated.Rates, new MatchSettings())
                .Propose([.. lines.Select(line => line.Line)]);
            for (var i = 0; i < lines.Length; i++) score.Add(lines[i], matches[i]);
            foreach (var match in matches) AddsUp(match);
        }

        output.WriteLine(FormattableString.Invariant($"seed {seed}: {score}"));
        score.Wrong.ShouldBeEmpty();
        score.PerMille(score.First).ShouldBeGreaterThanOrEqualTo(850);
        score.PerMille(score.FirstThree).ShouldBeGreaterThanOrEqualTo(920);
        score.PerMille(score.Certain).ShouldBeGreaterThanOrEqualTo(150);
    }

    static void AddsUp(LineMatch match)
    {
        foreach (var proposal in match.Proposals)
        {
            var paid = proposal.Parts.Aggregate(
                Amount.Zero(match.Line.Amount.Currency), (sum, part) => sum + part.Paid);
            paid.ShouldBe(match.Line.Amount + proposal.Charge - proposal.Unallocated);
            proposal.Parts.ShouldAllBe(part => part.Settles.IsPositive && part.Settles <= part.Instalment.Outstanding);
            proposal.Parts.Select(part => part.Instalment.Donor).Distinct().ShouldHaveSingleItem();
        }

        match.Proposals.Select(proposal => proposal.Score).ShouldBeInOrder(SortDirection.Descending);
    }

    sealed class Score
    {
        readonly SortedDictionary<string, (int All, int First, int Certain)> _kinds = new(StringComparer.Ordinal);

        public int Payments { get; private set; }
        public int First { get; private set; }
        public int FirstThree { get; private set; }
        public int Certain { get; private set; }
        public List<string> Wrong { get; } = [];

        public int PerMille(int count) => count * 1000 / Payments;

        public void Add(TruePayment truth, LineMatch match)
        {
            var right = match.Proposals.Select(proposal => IsTrue(truth, proposal)).ToList();
            var isFirst = right.FirstOrDefault();
            var kind = _kinds.GetValueOrDefault(truth.Kind);
            _kinds[truth.Kind] = (
                kind.All + 1, kind.First + (isFirst ? 1 : 0), kind.Certain + (match.IsCertain ? 1 : 0));
            if (match.IsCertain && !isFirst) Wrong.Add(Describe(truth, match));
            if (truth.Pays.Count == 0) return;
            Payments++;
            if (isFirst) First++;
            if (right.Take(3).Any(one => one)) FirstThree++;
            if (match.IsCertain) Certain++;
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture,
            $"{Payments} payments, first {PerMille(First) / 10m} %, in the first three {PerMille(FirstThree) / 10m} %, "
            + $"certain {PerMille(Certain) / 10m} %, wrongly certain {Wrong.Count}; ")
            + string.Join(", ", _kinds.Select(kind => string.Create(CultureInfo.InvariantCulture,
                $"{kind.Key} {kind.Value.First}/{kind.Value.All} ({kind.Value.Certain})")));

        // The same instalments, and settled in full unless only a part was paid.
        static bool IsTrue(TruePayment truth, MatchProposal proposal) =>
            truth.Pays.Select(one => (one.Pledge, one.Instalment)).ToHashSet()
                .SetEquals(proposal.Parts.Select(part => (part.Instalment.Pledge, part.Instalment.Instalment)))
            && (truth.Kind is "part" or "halves") == proposal.Parts.Any(
                part => part.Settles < part.Instalment.Outstanding);

        static string Describe(TruePayment truth, LineMatch match) =>
            $"{truth.Kind} {truth.Line} pays {string.Join(" + ", truth.Pays)} but was taken for "
            + string.Join(" + ", match.Proposals[0].Parts) + ": "
            + string.Join("; ", match.Proposals[0].Reasons.Select(reason => reason.Text));
    }
}
