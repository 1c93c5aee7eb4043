using System.Globalization;
using System.Text;
using System.Xml;
using FundLedger.Charts;
using FundLedger.Typesetting;

namespace FundLedger.Drawing;

/// <summary>Paints marks as SVG.</summary>
sealed class SvgPainter(XmlWriter xml)
{
    const string Namespace = "http://www.w3.org/2000/svg";

    public static string Paint(ChartPicture picture, string title, string description)
    {
        var text = new StringBuilder();
        var settings = new XmlWriterSettings { OmitXmlDeclaration = true, Indent = false, CheckCharacters = false };
        using (var xml = XmlWriter.Create(text, settings)) new SvgPainter(xml).Picture(picture, title, description);
        return text.ToString();
    }

    void Picture(ChartPicture picture, string title, string description)
    {
        xml.WriteStartElement("svg", Namespace);
        xml.WriteAttributeString("class", "chart");
        xml.WriteAttributeString("viewBox", $"0 0 {Number(picture.Width)} {Number(picture.Height)}");
        xml.WriteAttributeString("role", "img");
        xml.WriteAttributeString("font-family", "'Noto Sans', system-ui, sans-serif");
        Element("title", title);
        Element("desc", description);
        foreach (var mark in picture.Marks) Paint(mark);
        xml.WriteEndElement();
    }

    void Paint(Mark mark)
    {
        switch (mark)
        {
            case TextMark text:
                Text(text);
                break;
            case RuleMark rule:
                Line(rule);
                break;
            case BoxMark box:
                Shape("rect", box.Ink, box.Hint,
                    ("x", box.X), ("y", box.Y), ("width", box.Width), ("height", Math.Max(0, box.Height)));
                break;
            case DotMark dot:
                Shape("circle", dot.Ink, dot.Hint, ("cx", dot.X), ("cy", dot.Y), ("r", dot.Radius));
                break;
            case ArcMark arc:
                Path(arc);
                break;
            case CurveMark curve:
                Curve(curve);
                break;
        }
    }

    void Text(TextMark mark)
    {
        if (mark.Line.Runs.Length == 0) return;
        xml.WriteStartElement("text", Namespace);
        Attribute("x", mark.X);
        Attribute("y", mark.Y);
        if (mark.Anchor != Anchor.Start)
            xml.WriteAttributeString("text-anchor", mark.Anchor == Anchor.End ? "end" : "middle");
        var style = mark.Line.Runs[0].Style;
        Attribute("font-size", style.Size);
        if (style.Cut == Cut.SemiBold) xml.WriteAttributeString("font-weight", "600");
        Fill(style.Ink);
        xml.WriteString(Legible(mark.Line.Text));
        xml.WriteEndElement();
    }

    void Line(RuleMark mark)
    {
        xml.WriteStartElement("line", Namespace);
        Attribute("x1", mark.X1);
        Attribute("y1", mark.Y1);
        Attribute("x2", mark.X2);
        Attribute("y2", mark.Y2);
        Stroke(mark.Ink, mark.Thickness);
        xml.WriteEndElement();
    }

    void Curve(CurveMark mark)
    {
        xml.WriteStartElement("polyline", Namespace);
        xml.WriteAttributeString(
            "points", string.Join(' ', mark.Points.Select(point => Number(point.X) + "," + Number(point.Y))));
        xml.WriteAttributeString("fill", "none");
        xml.WriteAttributeString("stroke-linejoin", "round");
        Stroke(mark.Ink, mark.Thickness);
        xml.WriteEndElement();
    }

    void Path(ArcMark arc)
    {
        xml.WriteStartElement("path", Namespace);
        xml.WriteAttributeString("d", ArcPath(arc));
        xml.WriteAttributeString("fill-rule", "evenodd");
        xml.WriteAttributeString("stroke", Palette.Paper.Light);
        Fill(arc.Ink, " arc");
        if (arc.Hint is { } hint) Element("title", hint);
        xml.WriteEndElement();
    }

    static string ArcPath(ArcMark arc)
    {
        // A whole ring is two circles; an arc cannot end where it begins.
        if (arc.To - arc.From >= 359.999) return Circle(arc, arc.Outer) + " " + Circle(arc, arc.Inner);
        var large = arc.To - arc.From > 180 ? 1 : 0;
        var (outer, inner) = (Number(arc.Outer), Number(arc.Inner));
        return $"M{Point(arc, arc.Outer, arc.From)}A{outer} {outer} 0 {large} 1 {Point(arc, arc.Outer, arc.To)}"
            + $"L{Point(arc, arc.Inner, arc.To)}A{inner} {inner} 0 {large} 0 {Point(arc, arc.Inner, arc.From)}Z";
    }

    static string Circle(ArcMark arc, double radius)
    {
        var size = Number(radius);
        return $"M{Point(arc, radius, 0)}A{size} {size} 0 1 1 {Point(arc, radius, 180)}"
            + $"A{size} {size} 0 1 1 {Point(arc, radius, 0)}Z";
    }

    static string Point(ArcMark arc, double radius, double angle)
    {
        var (sin, cos) = Math.SinCos(angle * Math.PI / 180);
        return Number(arc.X + (radius * sin)) + " " + Number(arc.Y - (radius * cos));
    }

    void Shape(string name, Ink ink, string? hint, params ReadOnlySpan<(string Name, double Value)> attributes)
    {
        xml.WriteStartElement(name, Namespace);
        foreach (var (attribute, value) in attributes) Attribute(attribute, value);
        Fill(ink);
        if (hint is not null) Element("title", hint);
        xml.WriteEndElement();
    }

    void Fill(Ink ink, string andClass = "")
    {
        xml.WriteAttributeString("fill", ink.Light);
        xml.WriteAttributeString("class", "ink-" + ink.Name + andClass);
    }

    void Stroke(Ink ink, double thickness)
    {
        xml.WriteAttributeString("stroke", ink.Light);
        xml.WriteAttributeString("class", "line-" + ink.Name);
        Attribute("stroke-width", thickness);
    }

    void Element(string name, string text)
    {
        xml.WriteStartElement(name, Namespace);
        xml.WriteString(Legible(text));
        xml.WriteEndElement();
    }

    void Attribute(string name, double value) => xml.WriteAttributeString(name, Number(value));

    // Control characters have no place in XML, not even written as numbers.
    static string Legible(string text) => string.Concat(text.EnumerateRunes()
        .Where(rune => rune.Value is '\t' or '\n' or (>= ' ' and not (0xFFFE or 0xFFFF)))
        .Select(rune => rune.ToString()));

    static string Number(double value) =>
        (Math.Round(value, 2) + 0.0).ToString("0.##", CultureInfo.InvariantCulture);
}
