using System.Globalization;
using FundLedger.Charts;
using FundLedger.Drawing;
using FundLedger.Format;
using FundLedger.Reports;
using FundLedger.Typesetting;

namespace FundLedger.Pdf;

/// <summary>
/// What stands around the text of every page: the warning, the header, and the footer that says which document this
/// is and which state of the ledger it was made from.
/// </summary>
static class PageFrame
{
    /// <summary>How many digits of the seal each page carries; the last carries all.</summary>
    const int ShortSeal = 16;
    const double LongestId = 130;

    public static void Add(Composition composition, List<Page> pages)
    {
        for (var i = 0; i < pages.Count; i++)
        {
            var marks = pages[i].Frame;
            if (composition.Face.Banner is { Length: > 0 } banner) Banner(composition, marks, banner);
            if (i > 0) Header(composition, marks);
            Footer(composition, marks, i + 1, pages.Count);
        }
    }

    static void Banner(Composition composition, List<Mark> marks, string banner)
    {
        var style = TypeScale.Label.Strong.In(Palette.Warning);
        marks.Add(new BoxMark(Paper.Left, 19, Paper.Measure, 14, Palette.WarningTint));
        var line = composition.Line(banner, style, Paper.Measure - 12);
        marks.Add(new TextMark(Paper.Width / 2, 19 + 7 + (style.Size * TypeStyle.CapHeight / 2), line, Anchor.Middle));
    }

    static void Header(Composition composition, List<Mark> marks)
    {
        var face = composition.Face;
        var name = face.Symbol ?? composition.Document.Letter?.Reference ?? face.Issuer;
        var style = TypeScale.Note;
        var left = composition.Line(name, style.Strong, Paper.Measure / 2);
        marks.Add(new TextMark(Paper.Left, Paper.HeaderBaseline + 4, left));
        var title = composition.Line(MarkedText.Plain(face.Title), style, Paper.Measure - left.Width - 24);
        marks.Add(new TextMark(Paper.Right, Paper.HeaderBaseline + 4, title, Anchor.End));
        marks.Add(Composition.Rule(Paper.HeaderBaseline + 10, 0.75, Palette.Blue));
    }

    static void Footer(Composition composition, List<Mark> marks, int number, int count)
    {
        var face = composition.Face;
        var words = face.Words;
        var notation = composition.Notation;
        var style = TypeScale.Label;
        var y = Paper.FooterTop + 3 + style.Ascent;
        marks.Add(Composition.Rule(Paper.FooterTop, 0.5, Palette.Rule));

        var page = $"{words.Page} {number} {words.Of} {count}";
        marks.Add(new TextMark(Paper.Right, y, composition.Line(page, style.Strong.In(Palette.Text)), Anchor.End));
        var room = Paper.Measure - composition.Width(page, style.Strong) - 20;
        var id = composition.Shaper.Fit(face.Id, style, LongestId);
        var about = string.Join(
            "  ·  ", $"{words.DocumentId} {id}", $"{words.AsAt} {notation.LongDay(face.AsAt)}",
            $"{words.AsKnownOn} {notation.Moment(face.AsKnownOn)}");
        marks.Add(new TextMark(Paper.Left, y, composition.Line(about, style, room)));

        var seal = number == count || face.Seal.Length <= ShortSeal ? face.Seal : face.Seal[..ShortSeal] + "…";
        var entry = face.LastEntry.ToString(CultureInfo.InvariantCulture);
        var from = $"{words.Seal} {seal}  ·  {words.Entry} {entry}";
        marks.Add(new TextMark(Paper.Left, y + style.Leading, composition.Line(from, style, Paper.Measure)));
    }
}
