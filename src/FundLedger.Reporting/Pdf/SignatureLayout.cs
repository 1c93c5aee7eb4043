using FundLedger.Charts;
using FundLedger.Drawing;
using FundLedger.Reports;
using FundLedger.Typesetting;

namespace FundLedger.Pdf;

/// <summary>Places to sign, two beside each other: what is certified, and lines for signature and day.</summary>
static class SignatureLayout
{
    const double Gap = 32;
    const double RoomToSign = 40;
    const double DayLine = 62;

    public static void Add(Composition composition, Signatures signatures)
    {
        for (var i = 0; i < signatures.Places.Length; i += 2)
        {
            var pair = signatures.Places[i..Math.Min(signatures.Places.Length, i + 2)];
            composition.Slices.Add(Pair(composition, [.. pair]));
        }
    }

    static Slice Pair(Composition composition, List<Signature> places)
    {
        var width = (Paper.Measure - Gap) / 2;
        var marks = new List<Mark>();
        var lefts = places.Select((_, i) => Paper.Left + (i * (width + Gap))).ToList();
        var style = TypeScale.Body.At(8.5);
        var line = RoomToSign + places.Select((place, i) =>
            composition.Into(marks, place.Certification, style, lefts[i], 0, width)).Max();
        var bottom = places.Select((place, i) => Place(composition, marks, place, (lefts[i], line, width))).Max();
        return new Slice(bottom + 4) { Before = 24, Marks = marks };
    }

    static double Place(
        Composition composition, List<Mark> marks, Signature place, (double Left, double Line, double Width) at)
    {
        var day = at.Left + at.Width - DayLine;
        marks.Add(Composition.Rule(at.Left, day - 12, at.Line, 0.6, Palette.Rule));
        // A letter has its day in its head.
        if (composition.Document.Letter is null)
        {
            marks.Add(Composition.Rule(day, at.Left + at.Width, at.Line, 0.6, Palette.Rule));
            composition.Into(marks, composition.Words.Date, TypeScale.Label, day, at.Line + 3, DayLine);
        }

        var y = at.Line + 3;
        if (place.Name is { } name)
            y = composition.Into(marks, name, TypeScale.Body.At(8.5).Strong, at.Left, y, at.Width - DayLine - 12);
        return composition.Into(marks, place.Capacity, TypeScale.Note, at.Left, y, at.Width - DayLine - 12);
    }
}
