using System.Diagnostics;
using FundLedger.Drawing;
using FundLedger.Reports;
using FundLedger.Typesetting;

namespace FundLedger.Pdf;

/// <summary>Sets a document: its blocks become slices, the slices fill pages, and the pages get their frame.</summary>
static class DocumentLayout
{
    public static (List<Page> Pages, Composition Composition) Lay(Document document, Shaper shaper)
    {
        var composition = new Composition(document, shaper);
        var bottom = Paper.Bottom;
        if (document.Front is { } front) bottom = FrontPageLayout.Add(composition, front);
        else if (document.Letter is { } letter) LetterLayout.Add(composition, letter);
        else TitleLayout.Add(composition);

        var contents = new ContentsLayout(composition);
        var prose = new ProseLayout(composition);
        foreach (var block in document.Blocks) Add(block, composition, prose, contents);

        var pages = new Paginator(Paper.FirstTop, bottom).Fill(composition.Slices);
        FindHeadings(composition, pages);
        contents.FillIn();
        PageFrame.Add(composition, pages);
        return (pages, composition);
    }

    static void Add(Block block, Composition composition, ProseLayout prose, ContentsLayout contents)
    {
        switch (block)
        {
            case Heading heading:
                prose.Add(heading);
                break;
            case Paragraph paragraph:
                prose.Add(paragraph);
                break;
            case NumberedNotes notes:
                prose.Add(notes);
                break;
            case KeyFigures figures:
                FigureLayout.Add(composition, figures);
                break;
            case ChartBlock chart:
                FigureLayout.Add(composition, chart.Chart);
                break;
            case ChartPair pair:
                FigureLayout.Add(composition, pair);
                break;
            case TableBlock table:
                new TableLayout(composition, table.Table).Add();
                break;
            case Signatures signatures:
                SignatureLayout.Add(composition, signatures);
                break;
            case Contents:
                contents.Add();
                break;
            case PageBreak:
                composition.Slices.Add(new Slice(0) { StartsPage = true });
                break;
            default:
                throw new UnreachableException($"No layout for a {block.GetType().Name}.");
        }
    }

    static void FindHeadings(Composition composition, List<Page> pages)
    {
        var places = composition.Headings.ToDictionary(place => place.Target);
        for (var i = 0; i < pages.Count; i++)
        {
            foreach (var (_, slice) in pages[i].Slices)
            {
                foreach (var mark in slice.Marks.OfType<TargetMark>()) places[mark.Name].Page = i + 1;
            }
        }
    }
}
