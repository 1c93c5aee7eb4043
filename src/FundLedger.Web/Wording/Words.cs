using System.Collections.Immutable;
using FundLedger.Reports.Wording;
using FundLedger.Web.Visits;
using Microsoft.AspNetCore.Http;

namespace FundLedger.Web.Wording;

/// <summary>The texts of the desk, one file a language; a fourth language is a fourth file.</summary>
public static class Words
{
    const string Usual = "en";

    static readonly ImmutableSortedDictionary<string, Lazy<Phrases>> ByLanguage = Phrases.Of(typeof(Words).Assembly);

    public static IEnumerable<string> Languages => ByLanguage.Keys;

    public static Phrases In(string language) => ByLanguage.GetValueOrDefault(language, ByLanguage[Usual]).Value;

    /// <summary>The language that the person chose, else the first of the browser's that the desk speaks.</summary>
    public static string Chosen(HttpRequest request) =>
        request.Cookies[Preferences.Language] is { } chosen && ByLanguage.ContainsKey(chosen) ? chosen
            : request.GetTypedHeaders().AcceptLanguage
                .OrderByDescending(language => language.Quality ?? 1)
                .Select(language => language.Value.ToString().Split('-')[0].ToLowerInvariant())
                .FirstOrDefault(ByLanguage.ContainsKey) ?? Usual;
}
