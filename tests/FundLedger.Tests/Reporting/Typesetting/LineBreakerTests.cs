using CsCheck;
using FundLedger.Typesetting;
using Shouldly;
using Xunit;

namespace FundLedger.Reporting.Typesetting;

public class LineBreakerTests
{
    static readonly Gen<string> Word = Gen.String[Gen.Char["abcdefgWMil1234567890-–àéñüßЖΩ,.()"], 1, 60];

    [Fact]
    public void No_line_is_wider_than_the_measure_and_no_character_is_lost() =>
        Gen.Select(Word.List[0, 60], Gen.Double[30, 500]).Sample((words, width) =>
        {
            using var shaper = new Shaper();
            var lines = LineBreaker.Break(shaper, string.Join(' ', words), TypeScale.Body, width);
            lines.ShouldAllBe(line => line.Width <= width + 0.001);
            string.Concat(lines.Select(line => line.Text)).Replace(" ", "", StringComparison.Ordinal)
                .ShouldBe(string.Concat(words));
        });

    [Fact]
    public void Lines_are_even_rather_than_full()
    {
        using var shaper = new Shaper();
        // Filling each line in turn would leave "cc" alone on the second.
        var width = shaper.Width("aaaa bb", TypeScale.Body) * 1.05;
        var lines = LineBreaker.Break(shaper, "aaaa bb cc ddddd", TypeScale.Body, width);
        lines.Select(line => line.Text).ShouldBe(["aaaa", "bb cc", "ddddd"]);
    }

    [Fact]
    public void A_line_ends_where_the_text_says_so()
    {
        using var shaper = new Shaper();
        var lines = LineBreaker.Break(shaper, "Ninety-ninth session\nAgenda item 10", TypeScale.Body, 400);
        lines.Select(line => line.Text).ShouldBe(["Ninety-ninth session", "Agenda item 10"]);
    }

    [Fact]
    public void A_space_that_does_not_break_does_not()
    {
        using var shaper = new Shaper();
        var width = shaper.Width("15 Mar", TypeScale.Body);
        var lines = LineBreaker.Break(shaper, "on 15\u00A0Mar", TypeScale.Body, width + 1);
        lines.Select(line => line.Text).ShouldBe(["on", "15\u00A0Mar"]);
    }

    [Fact]
    public void Characters_without_a_glyph_are_replaced_visibly_and_invisible_ones_left_out()
    {
        using var shaper = new Shaper();
        shaper.Line("国 \u0001ok\u202E \uD800", TypeScale.Body).Text.ShouldBe("\uFFFD ok \uFFFD");
        shaper.Line("Łódź Ελλάδα Україна Türkiye", TypeScale.Body).Text.ShouldBe("Łódź Ελλάδα Україна Türkiye");
    }
}
