using System.Text;
using System.Text.RegularExpressions;

namespace FundLedger.Checks;

/// <summary>
/// What is wrong with what somebody gave us, where, and what to do about it. Where the remedy names a field it stands in angles,
/// as in <c>‹approved-by›</c>: each face of the program says how the field is called there.
/// </summary>
public sealed partial record Problem(string Message, string Remedy)
{
    const int LongestValue = 60;

    public string? File { get; init; }

    /// <summary>The number a spreadsheet shows beside the row.</summary>
    public long? Row { get; init; }

    public string? Column { get; init; }

    public string? Value { get; init; }

    /// <summary>The problem as a face of the program says it.</summary>
    public Problem In(Face face) => this with
    {
        Remedy = Named().Replace(Remedy, named => named.Groups["field"] is { Success: true } field
            ? face.Field(field.Value) : face.Command(named.Groups["command"].Value)),
    };

    /// <summary>One line: <c>payments.csv, row 14, column amount "12,5": what is wrong; what to do</c>.</summary>
    public string ToText() => (Place.Length == 0 ? "" : Place + ": ") + $"{Message}; {In(Face.Plain).Remedy}";

    /// <summary>Where it is, as far as that is known: <c>payments.csv, row 14, column amount "12,5"</c>.</summary>
    public string Place
    {
        get
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
            return place.ToString();
        }
    }

    [GeneratedRegex("‹(?<field>[a-z-]+)›|«(?<command>[^»]+)»")]
    private static partial Regex Named();

    static string Short(string value) => value.Length <= LongestValue ? value : value[..LongestValue] + "…";
}
