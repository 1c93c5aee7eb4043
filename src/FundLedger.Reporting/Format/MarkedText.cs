namespace FundLedger.Format;

/// <summary>A stretch of text in one manner.</summary>
public readonly record struct MarkedSpan(string Text, bool Emphasis, bool Strong);

/// <summary>
/// Text with Markdown's *emphasis* and **strong**, the only marks that documents know. Stars that open or close
/// nothing ("15*", "2 * 3") are stars; a backslash before a star makes it one.
/// </summary>
public static class MarkedText
{
    // *emphasis*, **strong**, ***both***.
    const int LongestMark = 3;

    public static List<MarkedSpan> Parse(string text)
    {
        var spans = new List<MarkedSpan>();
        Read(text, emphasis: false, strong: false, spans);
        return spans;
    }

    /// <summary>The text without its marks, e.g. for a bookmark.</summary>
    public static string Plain(string text) => string.Concat(Parse(text).Select(span => span.Text));

    static void Read(string text, bool emphasis, bool strong, List<MarkedSpan> spans)
    {
        var start = 0;
        Span<bool> hopeless = stackalloc bool[LongestMark + 1];
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length && text[at + 1] == '*')
            {
                Add(text[start..at], emphasis, strong, spans);
                start = ++at;
            }
            else if (text[at] == '*')
            {
                var marks = StarsAt(text, at);
                var end = Close(text, at, marks, hopeless);
                if (end < 0)
                {
                    at += marks - 1;
                    continue;
                }

                Add(text[start..at], emphasis, strong, spans);
                Read(text[(at + marks)..end], emphasis || marks != 2, strong || marks != 1, spans);
                start = end + marks;
                at = start - 1;
            }
        }

        Add(text[start..], emphasis, strong, spans);
    }

    // Where stars that open here close, or -1. What once found no end will find none further on: remembered, so that
    // a text of nothing but stars takes no longer than another.
    static int Close(string text, int at, int marks, Span<bool> hopeless)
    {
        var first = at + marks;
        if (marks > LongestMark || hopeless[marks]) return -1;
        if (first >= text.Length || char.IsWhiteSpace(text[first])) return -1;
        for (var end = first + 1; end < text.Length; end++)
        {
            if (text[end] != '*') continue;
            var closing = StarsAt(text, end);
            if (closing == marks && !char.IsWhiteSpace(text[end - 1]) && text[end - 1] != '\\') return end;
            end += closing - 1;
        }

        hopeless[marks] = true;
        return -1;
    }

    static int StarsAt(string text, int at)
    {
        var count = 0;
        while (at + count < text.Length && text[at + count] == '*') count++;
        return count;
    }

    static void Add(string text, bool emphasis, bool strong, List<MarkedSpan> spans)
    {
        if (text.Length > 0) spans.Add(new MarkedSpan(text, emphasis, strong));
    }
}
