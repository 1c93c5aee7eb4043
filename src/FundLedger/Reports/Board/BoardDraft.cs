using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Money;
using FundLedger.Reports.Wording;

namespace FundLedger.Reports.Board;

/// <summary>
/// A report while it is written: it numbers sections, paragraphs and tables in their order, puts what staff wrote in
/// the place of a section's own paragraphs, and gathers what has to agree.
/// </summary>
sealed class BoardDraft(Phrases phrases, ImmutableDictionary<string, string> wording)
{
    static readonly string[] Roman =
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"];

    static readonly string[] NotPlain = ["#", "- ", "* ", "+ ", "> ", "|", "```"];

    readonly List<Block> _blocks = [];
    readonly List<Table> _tables = [];
    readonly List<Agreement> _agreements = [];
    readonly SortedSet<string> _worded = new(StringComparer.Ordinal);
    int _section, _part, _annex, _paragraph, _table, _tablesBefore;

    public ImmutableArray<Block> Blocks => [.. _blocks];

    /// <summary>
    /// What stands in the way of handing the report out: figures that disagree, wording that has no place.
    /// </summary>
    public ImmutableArray<Problem> Problems() =>
        [.. WordingProblems(), .. ReportChecks.Of(_tables, _agreements)];

    public void Section(string key)
    {
        _part = 0;
        _blocks.Add(new Heading(1, Roman[_section++] + ".", phrases[key + ".heading"]));
    }

    public void Part(string text) => _blocks.Add(new Heading(2, (char)('A' + _part++) + ".", text));

    public void Annex(string text)
    {
        _part = 0;
        // An annex that is only words shares its page with the next.
        if (_annex == 0 || _tables.Count > _tablesBefore) _blocks.Add(new PageBreak());
        _tablesBefore = _tables.Count;
        _blocks.Add(new Heading(1, phrases.Say("annex.label", ("number", Roman[_annex++])), text));
    }

    public void Add(Block block) => _blocks.Add(block);

    /// <summary>Whether staff wrote something under this key.</summary>
    public bool IsWorded(string key)
    {
        _worded.Add(key);
        return wording.ContainsKey(key);
    }

    /// <summary>A section's paragraphs, numbered: its own, or those that staff wrote in their place.</summary>
    public void Paragraphs(string key, params IEnumerable<string> own)
    {
        foreach (var text in Texts(key, own)) _blocks.Add(new Paragraph(text, ++_paragraph));
    }

    /// <summary>The paragraphs under a key, without numbers.</summary>
    public IEnumerable<string> Texts(string key, params IEnumerable<string> own) =>
        IsWorded(key) ? Split(wording[key]) : own;

    /// <summary>A table of the body, which gets a number.</summary>
    public void Numbered(Table table) => Unnumbered(table with
    {
        Title = phrases.Say("table.numbered", ("number", phrases.Figures.Whole(++_table)), ("title", table.Title)),
    });

    public void Unnumbered(Table table)
    {
        _tables.Add(table);
        _blocks.Add(new TableBlock(table));
    }

    public void Agree(string table, string what, Amount stated, string with, Amount other) =>
        _agreements.Add(new Agreement(table, what, stated, with, other));

    static IEnumerable<string> Split(string markdown) => markdown.ReplaceLineEndings("\n")
        .Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(text => string.Join(' ',
            text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));

    IEnumerable<Problem> WordingProblems()
    {
        foreach (var (key, text) in wording.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (!_worded.Contains(key))
                yield return new Problem($"this report has no section '{Quoted.Short(key)}' to be worded",
                    $"use one of: {string.Join(", ", _worded)}")
                { Column = "wording", Value = key };
            else if (Split(text).FirstOrDefault(IsNotPlain) is { } odd)
                yield return new Problem($"the wording of '{key}' holds more than paragraphs: '{Quoted.Short(odd)}'",
                    "write plain paragraphs with an empty line between them; *emphasis* and **strong** are possible")
                { Column = "wording", Value = key };
        }
    }

    static bool IsNotPlain(string text) => NotPlain.Any(mark => text.StartsWith(mark, StringComparison.Ordinal));
}
