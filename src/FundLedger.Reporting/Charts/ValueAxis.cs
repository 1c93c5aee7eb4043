using System.Collections.Immutable;
using FundLedger.Format;
using FundLedger.Reports;

namespace FundLedger.Charts;

/// <summary>The scale of a chart: round steps that cover its figures, in ones, thousands or more.</summary>
sealed class ValueAxis
{
    const int MostSteps = 5;

    readonly Notation _notation;
    readonly long _zeros;
    readonly long _step;

    ValueAxis(long lowest, long highest, Notation notation)
    {
        _notation = notation;
        _step = Step((Int128)highest - lowest);
        Lowest = -Up(-(Int128)lowest) * _step;
        Highest = Up(highest) * _step;
        if (Lowest == Highest) Highest = _step;
        _zeros = (long)Int128.Max(highest, Int128.Min(-(Int128)lowest, long.MaxValue)) switch
        {
            >= 1_000_000_000 => 1_000_000_000,
            >= 1_000_000 => 1_000_000,
            >= 10_000 => 1_000,
            _ => 1,
        };
    }

    public Int128 Lowest { get; }

    public Int128 Highest { get; }

    public IEnumerable<Int128> Steps
    {
        get
        {
            for (var at = Lowest; at <= Highest; at += _step) yield return at;
        }
    }

    public static ValueAxis Of(Chart chart, Notation notation)
    {
        var (lowest, highest) = (0L, 0L);
        for (var category = 0; category < chart.Categories.Length; category++)
        {
            var values = chart.Series.Where(one => category < one.Values.Length).Select(one => one.Values[category]);
            var stacks = chart.Kind is ChartKind.StackedBars or ChartKind.HorizontalBars;
            foreach (var value in stacks ? Stacked([.. values]) : values)
                (lowest, highest) = (Math.Min(lowest, value), Math.Max(highest, value));
        }

        return new ValueAxis(lowest, highest, notation);
    }

    /// <summary>Where a value stands between the axis's ends, 0 to 1.</summary>
    public double Part(Int128 value) => (double)(value - Lowest) / (double)(Highest - Lowest);

    /// <summary>The unit and what the labels leave out: <c>US$, millions</c>.</summary>
    public string Caption(string? unit)
    {
        var word = _zeros switch
        {
            1_000_000_000 => _notation.Billions,
            1_000_000 => _notation.Millions,
            1_000 => _notation.Thousands,
            _ => "",
        };
        return string.Join(", ", new[] { unit, word }.Where(part => part is { Length: > 0 }));
    }

    /// <summary>The label of a step, with as many decimals as the steps need.</summary>
    public string StepLabel(Int128 value)
    {
        var decimals = _step % _zeros == 0 ? 0 : _step * 10 % _zeros == 0 ? 1 : 2;
        return _notation.Figure((decimal)value / _zeros, decimals);
    }

    /// <summary>The label of a figure: to two or three digits, as a picture allows.</summary>
    public string Label(Int128 value)
    {
        if (_zeros == 1) return _notation.Figure((decimal)value);
        var tenths = Int128.Abs(value) * 10 / _zeros;
        return _notation.Figure((decimal)value / _zeros, tenths >= 1000 ? 0 : tenths >= 10 ? 1 : 2);
    }

    static ImmutableArray<long> Stacked(ImmutableArray<long> values) =>
        [values.Where(value => value > 0).Sum(), values.Where(value => value < 0).Sum()];

    static long Step(Int128 range)
    {
        long power = 1;
        while (range > (Int128)power * 10 * MostSteps) power *= 10;
        foreach (var digit in new[] { 1L, 2, 5 })
            if (range <= (Int128)power * digit * MostSteps) return power * digit;
        return power * 10;
    }

    // How many steps reach the value.
    Int128 Up(Int128 value) => value <= 0 ? 0 : (value + _step - 1) / _step;
}
