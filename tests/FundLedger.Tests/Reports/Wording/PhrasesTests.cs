using System.Text.RegularExpressions;
using FundLedger.Reports.Wording;
using FundLedger.Tests.Data;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Reports.PaperLedger;

namespace FundLedger.Tests.Reports.Wording;

public partial class PhrasesTests
{
    static readonly FigureText Figures = Phrases.English.Figures;

    [Fact]
    public void Every_language_has_the_same_texts_with_the_same_blanks()
    {
        Phrases.Languages.ShouldContain("en");
        foreach (var language in Phrases.Languages)
        {
            var phrases = Phrases.In(language).ShouldBeDone();
            phrases.Keys.Order().ShouldBe(Phrases.English.Keys.Order(), language);
            foreach (var key in phrases.Keys)
                Blanks(phrases[key]).ShouldBe(Blanks(Phrases.English[key]), $"{language}: {key}");
        }
    }

    [Fact]
    public void Every_text_is_used()
    {
        var code = string.Concat(Directory.EnumerateFiles(SourceFolder(), "*.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText));

        // Keys that are put together from a part and a word of the field are looked for by their part.
        Phrases.English.Keys.Where(key => !Parts(key).Any(part => code.Contains('"' + part, StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    [Fact]
    public void A_blank_that_nobody_fills_is_a_fault() =>
        Should.Throw<ArgumentException>(() => Phrases.English.Say("annex.label")).Message.ShouldContain("{number}");

    [Theory]
    [InlineData(0, "no donors")]
    [InlineData(1, "one donor")]
    [InlineData(9, "nine donors")]
    [InlineData(1234, "1,234 donors")]
    public void Small_numbers_are_words(long count, string text) => Phrases.English.Count("donors", count)
        .ShouldBe(text);

    [Fact]
    public void Figures_are_written_as_the_United_Nations_writes_them()
    {
        Figures.Dollars(Usd(1_234_567.50m)).ShouldBe("$1,234,568");
        Figures.Dollars(Usd(-12.4m)).ShouldBe("−$12");
        Figures.Dollars(Usd(-0.4m)).ShouldBe("$0");
        Figures.Percent(125).ShouldBe("12.5 per cent");
        Figures.Percent(130).ShouldBe("13 per cent");
        Figures.Share(Usd(1), Usd(1_000_000)).ShouldBe("less than 0.1 per cent");
        Figures.Share(Usd(0), Usd(0)).ShouldBe("0 per cent");
        Figures.Day(Day("2025-12-31")).ShouldBe("31 December 2025");
        Figures.List(["a", "b", "c"]).ShouldBe("a, b and c");
        Figures.List(["a"]).ShouldBe("a");
    }

    static IEnumerable<string> Parts(string key)
    {
        yield return key + '"';
        for (var dot = key.LastIndexOf('.'); dot > 0; dot = key.LastIndexOf('.', dot - 1))
        {
            yield return key[..(dot + 1)] + '"';
            yield return key[..dot] + '"';
        }
    }

    static string SourceFolder()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "FundLedger.sln"))) root = root.Parent;
        return Path.Combine(root!.FullName, "src", "FundLedger", "Reports");
    }

    static IEnumerable<string> Blanks(string text) => Blank().Matches(text).Select(match => match.Value).Distinct()
        .Order();

    [GeneratedRegex(@"\{[a-z-]+\}")]
    private static partial Regex Blank();
}
