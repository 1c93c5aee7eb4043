using System.Collections.Immutable;
using System.Globalization;
using FundLedger.Checks;
using FundLedger.Names;

namespace FundLedger.Donors;

/// <summary>What must hold of a contact before the ledger takes it.</summary>
public static class ContactRules
{
    const int LongestText = 200;
    const int LongestEmail = 254;
    const int LongestPhone = 60;
    const int LongestAddress = 1000;

    /// <summary>The details without spaces around them, or everything that is wrong with them.</summary>
    public static Outcome<ContactDetails> Accept(ContactDetails given)
    {
        var details = Trimmed(given);
        ImmutableArray<Problem> problems = [.. Problems(details)];
        return problems.Length > 0 ? new Refusal(problems) : details;
    }

    static ContactDetails Trimmed(ContactDetails given) => new(given.Name.Trim())
    {
        Position = given.Position.Trim(),
        Email = given.Email.Trim(),
        Phone = given.Phone.Trim(),
        Address = string.Join('\n', given.Address.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries)).Trim(),
        Language = given.Language.Trim(),
    };

    static IEnumerable<Problem> Problems(ContactDetails details)
    {
        if (FoldedName.Of(details.Name).Length == 0)
            yield return About("name", details.Name, "the contact has no name", "give the name of the person");
        foreach (var (column, text, longest) in Texts(details))
        {
            if (text.Length > longest)
                yield return About(
                    column, text, $"the text is longer than {longest.ToString(CultureInfo.InvariantCulture)} characters", "shorten it");
            if (HiddenCharacters.AreIn(text) || text.Any(letter => char.IsControl(letter) && !(column == "address" && letter == '\n')))
                yield return About(column, text, "the text holds a character that cannot be seen", "type it afresh, on one line");
        }

        if (details.Email.Length > 0 && !IsEmail(details.Email))
            yield return About(
                "email", details.Email, $"'{Quoted.Short(details.Email)}' is not an e-mail address", "write it like name@example.org");
        if (details.Language is not ("" or NameChoice.English or NameChoice.French or NameChoice.Spanish))
            yield return About(
                "language", details.Language, $"no letters are written in '{Quoted.Short(details.Language)}'",
                "give en, fr or es, or nothing for the donor's language");
    }

    static (string Column, string Text, int Longest)[] Texts(ContactDetails details) =>
    [
        ("name", details.Name, LongestText), ("position", details.Position, LongestText), ("email", details.Email, LongestEmail),
        ("phone", details.Phone, LongestPhone), ("address", details.Address, LongestAddress),
    ];

    static bool IsEmail(string email) =>
        email.Count(letter => letter == '@') == 1 && !email.StartsWith('@') && !email.EndsWith('@') && !email.Any(char.IsWhiteSpace);

    static Problem About(string column, string value, string message, string remedy) =>
        new(message, remedy) { Column = column, Value = value };
}
