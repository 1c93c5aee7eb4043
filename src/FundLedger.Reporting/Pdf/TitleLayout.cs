using FundLedger.Charts;
using FundLedger.Drawing;
using FundLedger.Reports;
using FundLedger.Typesetting;

namespace FundLedger.Pdf;

/// <summary>The band at the head of a document without a front page: who issues it, its title, its day.</summary>
static class TitleLayout
{
    public static void Add(Composition composition)
    {
        var face = composition.Face;
        var marks = new List<Mark> { new BoxMark(Paper.Left, 0, Paper.Measure, 2.4, Palette.Blue) };
        var label = TypeScale.Note.Strong;
        var symbol = composition.Line(face.Symbol ?? "", label, Paper.Measure / 3);
        var issuer = composition.Line(face.Issuer, label, Paper.Measure - symbol.Width - 20);
        marks.Add(new TextMark(Paper.Left, 8 + label.Ascent, issuer));
        marks.Add(new TextMark(Paper.Right, 8 + label.Ascent, symbol, Anchor.End));
        var y = composition.Into(marks, face.Title, TypeScale.Title.At(19), Paper.Left, 24, Paper.Measure);
        var day = composition.Words.AsAt + " " + composition.Notation.LongDay(face.AsAt);
        y = composition.Into(marks, day, TypeScale.Subtitle.At(10), Paper.Left, y + 1, Paper.Measure);
        composition.Slices.Add(new Slice(y + 4) { Marks = marks });
    }
}

/// <summary>The head of a letter: sender, addressee, place and day, reference, and what it is about.</summary>
static class LetterLayout
{
    const double RightColumn = 190;

    public static void Add(Composition composition, LetterHead letter)
    {
        var marks = new List<Mark> { new BoxMark(Paper.Left, 0, Paper.Measure, 2.4, Palette.Blue) };
        var body = TypeScale.Body;
        var y = 9.0;
        for (var i = 0; i < letter.Sender.Length; i++)
        {
            var style = i == 0 ? TypeScale.Heading2.In(Palette.Accent) : TypeScale.Note;
            y = composition.Into(marks, letter.Sender[i], style, Paper.Left, y, Paper.Measure);
        }

        y += 34;
        var right = Paper.Right - RightColumn;
        var day = letter.Place.Length == 0
            ? composition.Notation.LongDay(composition.Face.AsAt)
            : letter.Place + ", " + composition.Notation.LongDay(composition.Face.AsAt);
        var rightEnd = composition.Into(marks, day, body, right, y, RightColumn);
        rightEnd = composition.Into(marks, letter.Reference, TypeScale.Note, right, rightEnd + 2, RightColumn);
        foreach (var line in letter.Addressee)
            y = composition.Into(marks, line, body, Paper.Left, y, right - Paper.Left - 20);
        composition.Slices.Add(new Slice(Math.Max(y, rightEnd)) { Marks = marks, KeepsWithNext = true });
        composition.Text(
            composition.Face.Title, TypeScale.Heading2, composition.TextLeft, composition.TextMeasure, 30, 4,
            keepsWithNext: true);
    }
}
