using FundLedger.Money;

namespace FundLedger.Bank;

/// <summary>Account numbers as banks write them, made comparable.</summary>
public static class AccountNumber
{
    /// <summary>Capital letters and digits only, so that "CH93 0076…" and "ch930076…" are one account.</summary>
    public static string Normal(string text) => FoldedText.LettersAndDigits(text);

    /// <summary>The number without the spaces that banks put or break into it.</summary>
    public static string Unspaced(string text) =>
        text.Any(char.IsWhiteSpace) ? string.Concat(text.Where(sign => !char.IsWhiteSpace(sign))) : text;

    /// <summary>Whether the text is an IBAN with right check digits.</summary>
    public static bool IsIban(string text)
    {
        var number = Normal(text);
        if (number.Length is < 15 or > 34 || !number.All(char.IsAsciiLetterOrDigit)) return false;
        if (!number[..2].All(char.IsAsciiLetterUpper) || !number[2..4].All(char.IsAsciiDigit)) return false;
        var remainder = 0;
        foreach (var sign in number[4..] + number[..4])
        {
            var value = char.IsAsciiDigit(sign) ? sign - '0' : sign - 'A' + 10;
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }

        return remainder == 1;
    }

    /// <summary>
    /// The account inside what some banks write for it: with their own code and a slash before it, or with the currency
    /// after it. Only what then is an IBAN is cut out; otherwise "code/number" stays whole.
    /// </summary>
    public static string Of(string text, Currency currency)
    {
        var whole = text.Trim();
        foreach (var candidate in new[] { whole, whole[(whole.LastIndexOf('/') + 1)..] })
        {
            if (IsIban(candidate)) return Normal(candidate);
            if (candidate.EndsWith(currency.Code, StringComparison.Ordinal) && IsIban(candidate[..^3]))
                return Normal(candidate[..^3]);
        }

        return whole.EndsWith(" " + currency.Code, StringComparison.Ordinal) ? whole[..^4].TrimEnd() : whole;
    }
}
