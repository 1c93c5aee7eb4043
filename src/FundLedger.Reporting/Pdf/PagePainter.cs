using FundLedger.Drawing;
using FundLedger.Typesetting;
using SkiaSharp;

namespace FundLedger.Pdf;

/// <summary>Paints the marks of pages with Skia. This and <see cref="FontSubset"/> are all that knows Skia.</summary>
sealed class PagePainter(Shaper shaper) : IDisposable
{
    readonly Dictionary<Cut, SKTypeface> _faces =
        shaper.InUse.ToDictionary(used => used.Key, used => FontSubset.Of(used.Key, used.Value));

    readonly Dictionary<(Cut, double), SKFont> _fonts = [];
    readonly Dictionary<Ink, SKPaint> _paints = [];
    readonly SKTextBlobBuilder _text = new();
    SKCanvas _canvas = null!;
    double _top;

    public void Paint(Page page, SKCanvas canvas)
    {
        _canvas = canvas;
        foreach (var (y, slice) in page.Slices) Paint(slice.Marks, y);
        Paint(page.Frame, 0);
    }

    public void Dispose()
    {
        _text.Dispose();
        foreach (var paint in _paints.Values) paint.Dispose();
        foreach (var font in _fonts.Values) font.Dispose();
        foreach (var face in _faces.Values) face.Dispose();
    }

    void Paint(List<Mark> marks, double top)
    {
        _top = top;
        foreach (var mark in marks) Paint(mark);
    }

    void Paint(Mark mark)
    {
        switch (mark)
        {
            case TextMark text:
                foreach (var run in text.Line.Runs) Paint(run, text.Left, text.Y);
                break;
            case RuleMark rule:
                Paint(rule);
                break;
            case BoxMark box:
                _canvas.DrawRect(Area(box.X, box.Y, box.Width, box.Height), Fill(box.Ink));
                break;
            case DotMark dot:
                _canvas.DrawCircle(At(dot.X, dot.Y), (float)dot.Radius, Fill(dot.Ink));
                break;
            case ArcMark arc:
                Paint(arc);
                break;
            case CurveMark curve:
                Paint(curve);
                break;
            case TargetMark target:
                using (var name = Name(target.Name))
                    _canvas.DrawNamedDestinationAnnotation(At(0, target.Y - 12), name);
                break;
            case LinkMark link:
                using (var name = Name(link.Target))
                    _canvas.DrawLinkDestinationAnnotation(Area(link.X, link.Y, link.Width, link.Height), name);
                break;
        }
    }

    void Paint(TextRun run, double left, double y)
    {
        var glyphs = run.Text.Glyphs;
        if (glyphs.Length == 0) return;
        var size = (float)run.Style.Size;
        var buffer = _text.AllocatePositionedRun(Font(run.Style), glyphs.Length);
        var ids = buffer.Glyphs;
        var places = buffer.Positions;
        for (var i = 0; i < glyphs.Length; i++)
        {
            ids[i] = glyphs[i].Glyph;
            places[i] = new SKPoint(glyphs[i].X * size, glyphs[i].Y * size);
        }

        using var text = _text.Build();
        _canvas.DrawText(text, (float)(left + run.X), (float)(_top + y), Fill(run.Style.Ink));
    }

    void Paint(RuleMark rule)
    {
        if (rule.Dots is { } gap)
        {
            using var dots = SKPathEffect.CreateDash([(float)rule.Thickness, (float)gap], 0);
            using var paint = Stroke(rule.Ink, rule.Thickness);
            paint.PathEffect = dots;
            _canvas.DrawLine(At(rule.X1, rule.Y1), At(rule.X2, rule.Y2), paint);
            return;
        }

        // Level or upright, as all other rules are: an area costs a PDF less than a line.
        var half = rule.Thickness / 2;
        var (left, top) = (Math.Min(rule.X1, rule.X2), Math.Min(rule.Y1, rule.Y2));
        var area = rule.Y1 == rule.Y2
            ? Area(left, top - half, Math.Abs(rule.X2 - rule.X1), rule.Thickness)
            : Area(left - half, top, rule.Thickness, Math.Abs(rule.Y2 - rule.Y1));
        _canvas.DrawRect(area, Fill(rule.Ink));
    }

    void Paint(CurveMark curve)
    {
        using var path = new SKPath();
        using var paint = Stroke(curve.Ink, curve.Thickness);
        paint.StrokeJoin = SKStrokeJoin.Round;
        path.AddPoly([.. curve.Points.Select(point => At(point.X, point.Y))], close: false);
        _canvas.DrawPath(path, paint);
    }

    void Paint(ArcMark arc)
    {
        using var path = new SKPath { FillType = SKPathFillType.EvenOdd };
        var outer = Area(arc.X - arc.Outer, arc.Y - arc.Outer, arc.Outer * 2, arc.Outer * 2);
        var inner = Area(arc.X - arc.Inner, arc.Y - arc.Inner, arc.Inner * 2, arc.Inner * 2);
        var (from, sweep) = ((float)arc.From - 90, (float)(arc.To - arc.From));
        if (sweep >= 359.99f)
        {
            path.AddOval(outer);
            path.AddOval(inner);
            _canvas.DrawPath(path, Fill(arc.Ink));
            return;
        }

        path.ArcTo(outer, from, sweep, forceMoveTo: true);
        path.ArcTo(inner, from + sweep, -sweep, forceMoveTo: false);
        path.Close();
        _canvas.DrawPath(path, Fill(arc.Ink));
        // A hair of paper parts it from its neighbours.
        using var edge = Stroke(Charts.Palette.Paper, 0.8);
        _canvas.DrawPath(path, edge);
    }

    SKPoint At(double x, double y) => new((float)x, (float)(_top + y));

    SKRect Area(double x, double y, double width, double height) =>
        SKRect.Create((float)x, (float)(_top + y), (float)width, (float)height);

    SKFont Font(TypeStyle style)
    {
        if (_fonts.TryGetValue((style.Cut, style.Size), out var known)) return known;
        var font = new SKFont(_faces[style.Cut], (float)style.Size)
        {
            Hinting = SKFontHinting.None,
            LinearMetrics = true,
            Subpixel = true,
        };
        return _fonts[(style.Cut, style.Size)] = font;
    }

    SKPaint Fill(Ink ink)
    {
        if (_paints.TryGetValue(ink, out var known)) return known;
        return _paints[ink] = new SKPaint { Color = SKColor.Parse(ink.Light), IsAntialias = true };
    }

    static SKPaint Stroke(Ink ink, double thickness) => new()
    {
        Color = SKColor.Parse(ink.Light),
        IsAntialias = true,
        IsStroke = true,
        StrokeWidth = (float)thickness,
    };

    // Skia reads names as C strings.
    static SKData Name(string text) => SKData.CreateCopy(System.Text.Encoding.ASCII.GetBytes(text + "\0"));
}
