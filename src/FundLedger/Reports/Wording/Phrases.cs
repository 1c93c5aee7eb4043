using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using FundLedger.Checks;

namespace FundLedger.Reports.Wording;

/// <summary>
/// Every wording of the reports in one language, as its file has it (<c>Reports/Wording/en.txt</c>). Another language
/// is another file with the same keys.
/// </summary>
public sealed class Phrases
{
    const string Prefix = "wording:";

    static readonly ImmutableSortedDictionary<string, Lazy<Phrases>> ByLanguage = Of(typeof(Phrases).Assembly);

    readonly Dictionary<string, string> _texts;

    Phrases(string language, Dictionary<string, string> texts)
    {
        (Language, _texts) = (language, texts);
        Figures = new FigureText(this);
    }

    /// <summary>The languages that reports can be written in.</summary>
    public static IEnumerable<string> Languages => ByLanguage.Keys;

    public static Phrases English => ByLanguage["en"].Value;

    public string Language { get; }

    /// <summary>How figures and days are written in this language.</summary>
    public FigureText Figures { get; }

    public IEnumerable<string> Keys => _texts.Keys;

    /// <summary>The text as it stands. That there is none is a fault of the program.</summary>
    public string this[string key] => _texts.TryGetValue(key, out var text)
        ? text
        : throw new ArgumentException($"The wording in '{Language}' has no text '{key}'.", nameof(key));

    /// <summary>The wordings that an assembly brings with it, by language.</summary>
    public static ImmutableSortedDictionary<string, Lazy<Phrases>> Of(Assembly assembly) => assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(name => name[Prefix.Length..])
        .ToImmutableSortedDictionary(tag => tag, tag => new Lazy<Phrases>(() => Load(assembly, tag)), StringComparer.Ordinal);

    public static Outcome<Phrases> In(string language) => ByLanguage.TryGetValue(language, out var phrases)
        ? phrases.Value
        : new Problem($"no report can be written in '{Quoted.Short(language)}'",
            $"choose one of: {string.Join(", ", Languages)}")
        { Column = "lang", Value = language };

    public bool Has(string key) => _texts.ContainsKey(key);

    /// <summary>The text with what stands in braces filled in.</summary>
    public string Say(string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var text = this[key];
        var said = new StringBuilder(text.Length + 64);
        var at = 0;
        for (var open = text.IndexOf('{', at); open >= 0; open = text.IndexOf('{', at))
        {
            var close = text.IndexOf('}', open);
            said.Append(text, at, open - at).Append(ValueOf(key, text[(open + 1)..close], values));
            at = close + 1;
        }

        return said.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>
    /// The text for one or for many, with their number in words up to nine: "1 donor" is <c>donors.one</c>. Of none, French
    /// and Spanish speak as of one.
    /// </summary>
    public string Count(string key, long count) => Say(
        $"{key}.{(count == 0 ? this["notation.none-form"] : count == 1 ? "one" : "many")}", ("count", Figures.CountedOf(count)));

    static string ValueOf(string key, string name, ReadOnlySpan<(string Name, string Value)> values)
    {
        foreach (var (given, value) in values)
        {
            if (given == name) return value;
        }

        throw new ArgumentException($"The text '{key}' asks for {{{name}}}, which is not given.", nameof(values));
    }

    static Phrases Load(Assembly assembly, string language)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(Prefix + language)!);
        return new Phrases(language, Read(reader, language));
    }

    /// <summary>
    /// A text a line: key = text. Lines that begin with a space go on; those that begin with # are comments.
    /// </summary>
    static Dictionary<string, string> Read(TextReader reader, string language)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var last = "";
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] == ' ')
            {
                texts[last] += " " + line.Trim(' ');
                continue;
            }

            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0) throw new InvalidDataException($"The wording in '{language}' has no = in the line: {line}");
            last = line[..equals].Trim(' ');
            texts.Add(last, line[(equals + 1)..].Trim(' '));
        }

        foreach (var key in texts.Keys.ToArray()) texts[key] = Unescaped(texts[key]);
        return texts;
    }

    static string Unescaped(string text) => text.Replace("\\n", "\n", StringComparison.Ordinal)
        .Replace("\\s", "\u00A0", StringComparison.Ordinal);
}
