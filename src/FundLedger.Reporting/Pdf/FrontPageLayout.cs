using FundLedger.Charts;
using FundLedger.Drawing;
using FundLedger.Reports;
using FundLedger.Typesetting;

namespace FundLedger.Pdf;

/// <summary>
/// The front page in the order of a Council document: symbol, organization and organ, distribution, body and agenda
/// item, title, summary; footnotes and job number at the foot. What follows begins on a new page.
/// </summary>
static class FrontPageLayout
{
    const double RightColumn = 150;
    const double PanelPadding = 12;

    static readonly TypeStyle Organization = TypeScale.Heading2.In(Palette.Muted);
    static readonly TypeStyle Symbol = TypeScale.Heading2;
    static readonly TypeStyle Organ = TypeScale.Title.At(22);
    static readonly TypeStyle Small = TypeScale.Body.At(8.5);

    /// <summary>Adds the page and answers where its text must end, above the footnotes.</summary>
    public static double Add(Composition composition, FrontPage front)
    {
        Masthead(composition, front);
        Occasion(composition, front);
        composition.Text(
            front.Title, TypeScale.Title, Paper.TextLeft, Paper.TextMeasure, 30, 4, keepsWithNext: true);
        composition.Text(front.Subtitle, TypeScale.Subtitle, Paper.TextLeft, Paper.TextMeasure, 2);
        Summary(composition, front);
        var height = Foot(composition, front, out var marks);
        composition.Slices.Add(new Slice(0) { StartsPage = true });
        composition.Slices[0].Marks.AddRange(marks);
        return Paper.Bottom - height;
    }

    static void Masthead(Composition composition, FrontPage front)
    {
        var symbol = composition.Line(composition.Face.Symbol ?? "", Symbol, Paper.Measure / 2);
        var organization = composition.Line(front.Organization, Organization, Paper.Measure - symbol.Width - 20);
        var marks = new List<Mark>
        {
            new TextMark(Paper.Left, Organization.Ascent, organization),
            new TextMark(Paper.Right, Symbol.Ascent, symbol, Anchor.End),
            new BoxMark(Paper.Left, 20, Paper.Measure, 2.4, Palette.Blue),
        };
        var right = Paper.Right - RightColumn;
        var bottom = composition.Into(marks, front.Organ, Organ, Paper.Left, 29, right - Paper.Left - 16);
        var y = 32.0;
        foreach (var text in new[] { front.Distribution, front.DateLine, front.OriginalLanguage })
            y = composition.Into(marks, text, Small, right, y, RightColumn);
        bottom = Math.Max(bottom, y) + 12;
        marks.Add(Composition.Rule(bottom, 0.75, Palette.Rule));
        composition.Slices.Add(new Slice(bottom + 1) { Marks = marks });
    }

    static void Occasion(Composition composition, FrontPage front)
    {
        composition.Text(front.Body, TypeScale.Heading2, Paper.Left, Paper.Measure, 11, 1);
        composition.Text(front.Session, Small, Paper.Left, Paper.Measure);
        composition.Text(front.AgendaItem, Small, Paper.Left, Paper.Measure);
    }

    // The box around the summary is drawn a line at a time, so that a long summary may run on to the next page.
    static void Summary(Composition composition, FrontPage front)
    {
        if (front.Summary.Length == 0) return;
        var (left, width) = (Paper.TextLeft, Paper.TextMeasure);
        var textLeft = left + PanelPadding;
        var textWidth = width - (2 * PanelPadding);
        var from = composition.Slices.Count;
        composition.Slices.Add(new Slice(PanelPadding - 3) { Before = 26, KeepsWithNext = true });
        var heading = TypeScale.Heading3.In(Palette.Accent);
        composition.Text(front.SummaryHeading, heading, textLeft, textWidth, 0, 3, keepsWithNext: true);
        foreach (var text in front.Summary) composition.Text(text, TypeScale.Body, textLeft, textWidth, after: 6);
        composition.Slices[^1].KeepsWithNext = true;
        composition.Slices.Add(new Slice(PanelPadding - 8));
        foreach (var slice in composition.Slices.Skip(from))
        {
            slice.Marks.Insert(0, new BoxMark(left, 0, width, slice.Height, Palette.Tint));
            slice.Marks.Insert(1, new BoxMark(left, 0, 2, slice.Height, Palette.Blue));
        }
    }

    // Footnotes and job number stand at the foot of the page whatever is above: marks of the first slice.
    static double Foot(Composition composition, FrontPage front, out List<Mark> marks)
    {
        marks = [];
        if (front.Footnotes.Length == 0 && front.JobNumber is null) return 0;
        var lines = new List<Mark>();
        var y = 0.0;
        foreach (var note in front.Footnotes)
            y = composition.Into(lines, note, TypeScale.Note, Paper.Left, y, Paper.Measure);
        if (front.JobNumber is { } job)
            y = composition.Into(lines, job, TypeScale.Note.Strong, Paper.Left, y + 7, Paper.Measure);
        var top = Paper.Bottom - y - Paper.FirstTop;
        if (front.Footnotes.Length > 0)
            marks.Add(Composition.Rule(Paper.Left, Paper.Left + 90, top - 5, 0.6, Palette.Rule));
        foreach (var line in lines.Cast<TextMark>()) marks.Add(line with { Y = line.Y + top });
        return y + 16;
    }
}
