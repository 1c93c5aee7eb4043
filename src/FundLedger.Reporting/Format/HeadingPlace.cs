using System.Collections.Immutable;
using FundLedger.Reports;

namespace FundLedger.Format;

/// <summary>A heading as contents and bookmarks list it, with the paragraphs under it.</summary>
sealed class HeadingPlace(Heading heading, string target)
{
    public Heading Heading => heading;

    /// <summary>The name that links lead to.</summary>
    public string Target => target;

    /// <summary>Known once the pages are filled.</summary>
    public int Page { get; set; }

    /// <summary>The numbers of its paragraphs and of those of the headings below it: 3–17.</summary>
    public string Paragraphs => (First, Last) switch
    {
        ({ } first, { } last) when first != last => $"{first}–{last}",
        ({ } first, _) => $"{first}",
        _ => "",
    };

    int? First { get; set; }

    int? Last { get; set; }

    public static ImmutableArray<HeadingPlace> Of(ImmutableArray<Block> blocks)
    {
        var places = ImmutableArray.CreateBuilder<HeadingPlace>();
        var open = new List<HeadingPlace>();
        foreach (var block in blocks)
        {
            if (block is Heading heading)
            {
                open.RemoveAll(place => place.Heading.Level >= heading.Level);
                open.Add(new HeadingPlace(heading, $"section-{places.Count + 1}"));
                places.Add(open[^1]);
            }
            else if (block is Paragraph { Number: { } number })
            {
                foreach (var place in open) (place.First, place.Last) = (place.First ?? number, number);
            }
        }

        return places.ToImmutable();
    }
}
