using System.Text;

namespace FundLedger.Bank;

/// <summary>
/// The rows of a delimited text. A field may stand in double quotes and then hold delimiters, line breaks and doubled
/// quotes. Each row comes with the line of the file where it begins.
/// </summary>
sealed class CsvRows(string text, char delimiter, long firstLine)
{
    const int LongestField = 32_767;

    int _at;
    long _line = firstLine;

    /// <summary>
    /// Where reading had to stop: a quote that never closes or a field that is too long; zero if nowhere.
    /// </summary>
    public long StoppedAt { get; private set; }

    /// <summary>The text without its first lines, and how many those were.</summary>
    public static (string Text, int Lines) Skip(string text, int lines)
    {
        var at = 0;
        var passed = 0;
        for (; passed < lines && at < text.Length; passed++)
        {
            var end = text.IndexOf('\n', at);
            at = end < 0 ? text.Length : end + 1;
        }

        return (text[at..], passed);
    }

    public IEnumerable<(long Row, List<string> Fields)> Read()
    {
        while (_at < text.Length && StoppedAt == 0)
        {
            var row = _line;
            var fields = new List<string>();
            do fields.Add(Field(row)); while (Passes(delimiter));
            if (Passes('\r') | Passes('\n')) _line++;
            if (StoppedAt == 0 && (fields.Count > 1 || fields[0].Length > 0)) yield return (row, fields);
        }
    }

    bool Passes(char sign)
    {
        if (_at >= text.Length || text[_at] != sign) return false;
        _at++;
        return true;
    }

    string Field(long row)
    {
        var field = new StringBuilder();
        if (Passes('"')) Quoted(field, row);
        var start = _at;
        while (_at < text.Length && text[_at] != delimiter && text[_at] is not ('\r' or '\n')) _at++;
        field.Append(text, start, _at - start);
        if (field.Length > LongestField) StoppedAt = row;
        return field.ToString().Trim();
    }

    void Quoted(StringBuilder field, long row)
    {
        while (_at < text.Length)
        {
            var sign = text[_at++];
            if (sign == '"' && !Passes('"')) return;
            if (sign == '\n') _line++;
            field.Append(sign);
        }

        StoppedAt = row;
    }
}
