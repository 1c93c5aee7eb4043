using FundLedger.Web.Wording;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Web.Wording;

public class WordsTests
{
    public static TheoryData<string> Others => [.. Words.Languages.Where(language => language != "en")];

    [Theory, MemberData(nameof(Others))]
    public void Every_language_has_every_text_of_the_desk(string language)
    {
        var (english, other) = (Words.In("en"), Words.In(language));
        english.Keys.Except(other.Keys).ShouldBeEmpty();
        other.Keys.Except(english.Keys).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Others))]
    public void Every_language_fills_the_same_places(string language)
    {
        var (english, other) = (Words.In("en"), Words.In(language));
        static string[] Places(string text) => [.. System.Text.RegularExpressions.Regex.Matches(text, @"\{\w+\}").Select(match => match.Value).Order()];
        foreach (var key in english.Keys) Places(other[key]).ShouldBe(Places(english[key]), key);
    }
}
