using System.Text;

namespace FundLedger.Checks;

/// <summary>What is wrong with what somebody gave us, where, and what to do about it.</summary>
public sealed record Problem(string Message, string Remedy)
{
    const int LongestValue = 60;

    public string? File { get; init; }

    /// <summary>The number a spreadsheet shows beside the row.</summary>
    public long? Row { get; init; }

    public string? Column { get; init; }

    public string? Value { get; init; }

    /// <summary>One line: <c>payments.csv, row 14, column amount "12,5": what is wrong; what to do</c>.</summary>
    public string ToText()
    {
        var place = new StringBuilder();
        void Add(string? text)
        {
            if (text is not null) place.Append(place.Length == 0 ? "" : ", ").Append(text);
        }

        Add(File);
        Add(Row is null ? null : FormattableString.Invariant($"row {Row}"));
        Add(Column is null ? null : File is null ? Column : "column " + Column);
        if (Value is not null) place.Append(place.Length == 0 ? "\"" : " \"").Append(Short(Value)).Append('"');
        if (place.Length > 0) place.Append(": ");
        return place.Append(Message).Append("; ").Append(Remedy).ToString();
    }

    static string Short(string value) => value.Length <= LongestValue ? value : value[..LongestValue] + "…";
}
