using System.Diagnostics.CodeAnalysis;

namespace FundLedger.Money;

/// <summary>
/// A number without sign as somebody wrote it: its digits, and how many of them are decimals once closing zeros are
/// gone. Tells separators of thousands from the decimal sign, or says that they cannot be told apart.
/// </summary>
readonly record struct WrittenNumber(Int128 Digits, int Decimals)
{
    const int MostDigits = 30;

    internal static bool TryRead(
        ReadOnlySpan<char> text, Currency currency, out WrittenNumber number, [NotNullWhen(false)] out string? why)
    {
        number = default;
        why = null;
        var sign = text.LastIndexOfAny('.', ',');
        if (sign >= 0 && IsAmbiguous(text, sign, currency.Exponent))
            why = InTwoWays(text[..sign], text[(sign + 1)..], currency);
        else if (sign >= 0 && text[..sign].Contains(text[sign])) sign = -1; // written twice, so it parts thousands
        if (why is not null) return false;

        var whole = sign < 0 ? text : text[..sign];
        var decimals = sign < 0 ? default : text[(sign + 1)..];
        if (!AreGroups(whole) || (sign >= 0 && !AreDigits(decimals)))
            why = $"is not an amount that can be read; write it like {Example("12500", currency)}";
        else if (whole.Length + decimals.Length > MostDigits)
            why = "is larger than any amount that can be kept; check the number of digits";
        else
            number = Of(whole, decimals.TrimEnd('0'));
        return why is null;
    }

    // 1,234 and 1.234 are a thousand to one half of the world, and one to the other. A point stays a decimal point
    // where the currency has that many decimals; no thousands begin with a zero.
    static bool IsAmbiguous(ReadOnlySpan<char> text, int sign, int exponent) =>
        text.Length - sign - 1 == 3 && sign is >= 1 and <= 3 && text[0] != '0'
        && AreDigits(text[..sign]) && AreDigits(text[(sign + 1)..])
        && !(text[sign] == '.' && exponent >= 3);

    static string InTwoWays(ReadOnlySpan<char> before, ReadOnlySpan<char> after, Currency currency) =>
        $"can mean {before}{after} or {before}.{after}; write {Example($"{before}{after}", currency)} for the first"
        + (currency.Exponent >= 3 ? $" and {before}.{after} for the second" : "");

    static string Example(string whole, Currency currency) =>
        currency.Exponent == 0 ? whole : whole + "." + new string('0', currency.Exponent);

    static bool AreDigits(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');

    /// <summary>Digits alone, or one to three digits and then threes, parted by one and the same separator.</summary>
    static bool AreGroups(ReadOnlySpan<char> text)
    {
        var first = text.IndexOfAnyExceptInRange('0', '9');
        if (first < 0) return !text.IsEmpty;
        var separator = text[first];
        if (!IsGroupSeparator(separator) || first is 0 or > 3 || (text.Length - first) % 4 != 0) return false;
        for (var i = first; i < text.Length; i += 4)
            if (text[i] != separator || !AreDigits(text.Slice(i + 1, 3))) return false;
        return true;
    }

    static bool IsGroupSeparator(char c) => c is '.' or ',' or ' ' or '\u00A0' or '\u2009' or '\u202F' or '\'' or '\u2019';

    static WrittenNumber Of(ReadOnlySpan<char> whole, ReadOnlySpan<char> decimals)
    {
        Int128 digits = 0;
        foreach (var c in whole)
            if (char.IsAsciiDigit(c)) digits = (digits * 10) + (c - '0');
        foreach (var c in decimals) digits = (digits * 10) + (c - '0');
        return new WrittenNumber(digits, decimals.Length);
    }
}
