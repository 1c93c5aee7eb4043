using System.Globalization;
using FundLedger.Charts;
using FundLedger.Drawing;
using Shouldly;
using Xunit;

namespace FundLedger.Reporting.Charts;

public class PaletteTests
{
    // How far two colours must be apart (CIE 1976) for whoever sees them; 2 is just noticeable side by side.
    const double Distinct = 11;

    // What eyes without red, green or blue cones make of linear RGB (Viénot, Brettel and Mollon 1999; Brettel 1997).
    static readonly Dictionary<string, double[][]> Eyes = new()
    {
        ["all cones"] = [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
        ["no red"] = [[0.11238, 0.88762, 0], [0.11238, 0.88762, 0], [0.00401, -0.00401, 1]],
        ["no green"] = [[0.29275, 0.70725, 0], [0.29275, 0.70725, 0], [-0.02234, 0.02234, 1]],
    };

    [Theory]
    [InlineData("VFTC UPR-P LDC-SIDS UPR-I")]
    [InlineData("paid signed pledged")]
    [InlineData("paid outstanding")]
    [InlineData("income expenditure")]
    [InlineData("overdue-1 overdue-2 overdue-3 overdue-4")]
    [InlineData("african asia-pacific eastern-european grulac weog")]
    public void Colours_used_together_are_told_apart_by_any_eye(string hues)
    {
        var inks = hues.Split(' ').Select(hue => Palette.Of(hue)).ToList();
        foreach (var (eye, matrix) in Eyes)
        {
            for (var i = 0; i < inks.Count; i++)
            {
                for (var j = i + 1; j < inks.Count; j++)
                {
                    var pair = $"{inks[i].Name} and {inks[j].Name}, {eye}";
                    Distance(inks[i].Light, inks[j].Light, matrix).ShouldBeGreaterThan(Distinct, pair);
                    Distance(inks[i].Dark, inks[j].Dark, matrix).ShouldBeGreaterThan(Distinct, pair + ", dark");
                }
            }
        }
    }

    [Fact]
    public void Text_stands_out_from_paper_and_tint()
    {
        foreach (var text in new[] { Palette.Text, Palette.Muted, Palette.Accent })
        {
            foreach (var ground in new[] { Palette.Paper, Palette.Tint })
            {
                Contrast(text.Light, ground.Light).ShouldBeGreaterThan(4.5, $"{text.Name} on {ground.Name}");
                Contrast(text.Dark, ground.Dark).ShouldBeGreaterThan(4.5, $"{text.Name} on {ground.Name}, dark");
            }
        }

        Contrast(Palette.Warning.Light, Palette.WarningTint.Light).ShouldBeGreaterThan(4.5);
        Contrast(Palette.Warning.Dark, Palette.WarningTint.Dark).ShouldBeGreaterThan(4.5);
    }

    [Fact]
    public void A_hue_is_known_in_any_case_and_an_unknown_one_takes_that_of_its_place()
    {
        Palette.Of("VFTC").ShouldBe(Palette.Of("vftc"));
        Palette.Of("never heard of", 1).ShouldNotBe(Palette.Of("never heard of", 2));
    }

    static double[] Linear(string hex) =>
    [
        .. Enumerable.Range(0, 3).Select(i =>
        {
            var digits = hex.AsSpan(1 + (i * 2), 2);
            var part = int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
        }),
    ];

    static double Contrast(string one, string other)
    {
        double Luminance(string hex)
        {
            var rgb = Linear(hex);
            return (0.2126 * rgb[0]) + (0.7152 * rgb[1]) + (0.0722 * rgb[2]);
        }

        var (a, b) = (Luminance(one) + 0.05, Luminance(other) + 0.05);
        return Math.Max(a, b) / Math.Min(a, b);
    }

    static double Distance(string one, string other, double[][] eye)
    {
        var (a, b) = (Lab(one, eye), Lab(other, eye));
        return Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum());
    }

    static double[] Lab(string hex, double[][] eye)
    {
        var source = Linear(hex);
        var rgb = eye.Select(row => Math.Clamp(row.Zip(source, (weight, part) => weight * part).Sum(), 0, 1)).ToArray();
        double F(double t) => t > 0.008856 ? Math.Cbrt(t) : (7.787 * t) + (16.0 / 116);
        var x = F(((0.4124 * rgb[0]) + (0.3576 * rgb[1]) + (0.1805 * rgb[2])) / 0.95047);
        var y = F((0.2126 * rgb[0]) + (0.7152 * rgb[1]) + (0.0722 * rgb[2]));
        var z = F(((0.0193 * rgb[0]) + (0.1192 * rgb[1]) + (0.9505 * rgb[2])) / 1.08883);
        return [(116 * y) - 16, 500 * (x - y), 200 * (y - z)];
    }
}
