using System.Collections.Immutable;
using System.Globalization;
using FundLedger.Checks;
using FundLedger.Names;

namespace FundLedger.Donors;

/// <summary>
/// A name that a donor bore until the day from which the next one applies, in English and, where known, in French and
/// Spanish. As one text: <c>2022-06-01=Turkey;Turquie;Turquía</c>, several of them joined by '|'.
/// </summary>
public sealed record FormerName(DateOnly Until, string Name, string NameFr = "", string NameEs = "")
{
    const string DayForm = "yyyy-MM-dd";

    public string NameIn(string language) => NameChoice.In(language, Name, NameFr, NameEs);

    /// <summary>Reads former names from one text, oldest first.</summary>
    public static Outcome<ImmutableArray<FormerName>> Parse(string text)
    {
        var names = new List<FormerName>();
        foreach (var part in text.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            if (TryParse(part) is not { } name)
                return new Problem(
                    $"'{Quoted.Short(part)}' is not a former name",
                    "write the day from which the next name applies and the name: 2022-06-01=Turkey;Turquie;Turquía")
                { Column = "former_names", Value = text };
            names.Add(name);
        }

        return names.OrderBy(name => name.Until).ToImmutableArray();
    }

    /// <summary>The text that <see cref="Parse"/> reads.</summary>
    public static string ToText(IEnumerable<FormerName> names) => string.Join('|', names.Select(name => name.ToText()));

    string ToText()
    {
        string[] parts = [Name, NameFr, NameEs];
        return Until.ToString(DayForm, CultureInfo.InvariantCulture) + "=" + string.Join(';', parts).TrimEnd(';');
    }

    static FormerName? TryParse(string text)
    {
        var parts = text.Split('=', 2);
        if (parts.Length < 2 || !DateOnly.TryParseExact(
                parts[0], DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var until))
            return null;
        var names = parts[1].Split(';', StringSplitOptions.TrimEntries);
        return names.Length > 3 || names[0].Length == 0
            ? null
            : new FormerName(until, names[0], names.ElementAtOrDefault(1) ?? "", names.ElementAtOrDefault(2) ?? "");
    }
}
