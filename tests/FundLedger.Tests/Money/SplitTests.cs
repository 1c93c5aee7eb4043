using CsCheck;
using FundLedger.Money;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Money;

public class SplitTests
{
    static readonly Gen<Amount> Amounts = Books.Currencies.SelectMany(currency =>
        Gen.Long[-5_000_000_000, 5_000_000_000].Select(units => new Amount(units, currency)));

    [Fact]
    public void Any_number_of_equal_parts_from_1_to_600_comes_to_the_whole() =>
        Gen.Select(Amounts, Gen.Int[1, 600]).Sample((amount, parts) =>
        {
            var split = Split.Evenly(amount, parts);
            split.Length.ShouldBe(parts);
            split.Aggregate(Amount.Zero(amount.Currency), (sum, part) => sum + part).ShouldBe(amount);
            (split.Max(part => part.MinorUnits) - split.Min(part => part.MinorUnits)).ShouldBeLessThanOrEqualTo(1);
        });

    [Fact]
    public void Parts_in_proportion_come_to_the_whole_and_none_is_a_minor_unit_away_from_its_share() =>
        Gen.Select(Amounts, Gen.Long[0, 1_000_000].Array[1, 40]).Where((_, weights) => weights.Sum() > 0)
            .Sample((amount, weights) =>
            {
                var split = Split.InProportion(amount, weights);
                split.Aggregate(Amount.Zero(amount.Currency), (sum, part) => sum + part).ShouldBe(amount);
                for (var i = 0; i < weights.Length; i++)
                {
                    var exact = (decimal)amount.MinorUnits * weights[i] / weights.Sum();
                    Math.Abs(split[i].MinorUnits - exact).ShouldBeLessThanOrEqualTo(1m);
                }
            });

    [Fact]
    public void A_split_into_no_parts_is_a_fault_of_the_program() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Split.Evenly(Amount.Usd(100), 0));
}
