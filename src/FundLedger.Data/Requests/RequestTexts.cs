using System.Text;
using System.Text.Json;
using FundLedger.Checks;

namespace FundLedger.Data.Requests;

/// <summary>
/// What no text of a request may be, whoever sends it: longer than a cell of a spreadsheet, or with characters that nobody sees.
/// </summary>
static class RequestTexts
{
    const int Longest = 32_767;

    /// <summary>The first text of a request, or the author's name, that the ledger does not take; none where all are well.</summary>
    internal static Problem? Objection(string json, string author)
    {
        if (Unfit("by", author) is { } problem) return problem;
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        var column = "";
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName) column = reader.GetString()!;
            else if (reader.TokenType == JsonTokenType.String && Unfit(column, reader.GetString()!) is { } found) return found;
        }

        return null;
    }

    static Problem? Unfit(string column, string text)
    {
        if (text.Length > Longest)
            return new Problem(FormattableString.Invariant($"the text is {text.Length:N0} characters long"),
                FormattableString.Invariant($"shorten it to {Longest:N0}"))
            { Column = column, Value = text };
        return !HiddenCharacters.AreIn(text) ? null
            : new Problem("the text holds a character that cannot be seen and changes how it reads", "type it afresh")
            { Column = column, Value = HiddenCharacters.Without(text) };
    }
}
