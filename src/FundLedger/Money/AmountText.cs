using System.Diagnostics.CodeAnalysis;

namespace FundLedger.Money;

/// <summary>
/// Reads amounts that people and other programs wrote. What can be read in two ways is refused, never guessed; the
/// answer <c>why</c> continues a sentence that begins with the text: "can mean 1234 or 1.234; write …".
/// </summary>
public static class AmountText
{
    /// <summary>Long enough for any amount that <see cref="Format"/> writes.</summary>
    public const int MaxLength = 24;

    const int SafeDigits = 18;

    /// <summary>Reads an amount from a file: 12500.00, -12.5, (12.50), 1,234,567.89, 1.234.567,89, 12 500,00.</summary>
    public static bool TryParse(
        ReadOnlySpan<char> text, Currency currency, out Amount amount, [NotNullWhen(false)] out string? why)
    {
        why = null;
        return TryParsePlain(text, currency, out amount) || TryParse(text, currency, 0, out amount, out why);
    }

    /// <summary>Reads an amount as typed at a keyboard: also 12.5k for thousands and 2m for millions.</summary>
    public static bool TryParseTyped(
        ReadOnlySpan<char> text, Currency currency, out Amount amount, [NotNullWhen(false)] out string? why)
    {
        text = text.Trim();
        var shift = text.IsEmpty ? 0 : text[^1] switch
        {
            'k' or 'K' => 3,
            'm' or 'M' => 6,
            _ => 0,
        };
        return shift == 0
            ? TryParse(text, currency, out amount, out why)
            : TryParse(text[..^1], currency, shift, out amount, out why);
    }

    /// <summary>
    /// Writes whole units with the currency's digits and a point, no separators: the text of
    /// <see cref="Amount.ToPlainText"/> without making a string. Returns its length.
    /// </summary>
    public static int Format(Amount amount, Span<char> room)
    {
        var units = (ulong)Int128.Abs(amount.MinorUnits);
        return Format(units, amount.IsNegative, amount.Currency.Exponent, room);
    }

    static int Format(ulong units, bool isNegative, int exponent, Span<char> room)
    {
        Span<char> reversed = stackalloc char[MaxLength];
        var length = 0;
        for (var digit = 0; units > 0 || digit <= exponent; digit++)
        {
            if (digit == exponent && exponent > 0) reversed[length++] = '.';
            reversed[length++] = (char)('0' + (units % 10));
            units /= 10;
        }

        if (isNegative) reversed[length++] = '-';
        var written = reversed[..length];
        written.Reverse();
        written.CopyTo(room);
        return length;
    }

    // A million rows pass here: digits, at most one point, no more decimals than the currency has, surely within a long.
    static bool TryParsePlain(ReadOnlySpan<char> text, Currency currency, out Amount amount)
    {
        amount = default;
        var isNegative = !text.IsEmpty && text[0] == '-';
        var units = 0L;
        var point = -1;
        var start = isNegative ? 1 : 0;
        if (text.Length - start is 0 or > SafeDigits - 4) return false;
        for (var i = start; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c)) units = (units * 10) + (c - '0');
            else if (c == '.' && point < 0 && i > start) point = i;
            else return false;
        }

        var decimals = point < 0 ? 0 : text.Length - point - 1;
        if (decimals > currency.Exponent || point == text.Length - 1) return false;
        units *= Currency.PowerOfTen(currency.Exponent - decimals);
        amount = new Amount(isNegative ? -units : units, currency);
        return true;
    }

    static bool TryParse(
        ReadOnlySpan<char> text, Currency currency, int shift, out Amount amount, [NotNullWhen(false)] out string? why)
    {
        amount = default;
        text = Unsigned(text.Trim(), out var isNegative);
        if (!WrittenNumber.TryRead(text, currency, out var number, out why)) return false;
        var decimals = currency.Exponent + shift;
        if (number.Decimals > decimals)
        {
            why = $"has more decimals than {currency} has ({currency.Exponent}); round it to the amount that was meant";
            return false;
        }

        var units = number.Digits;
        for (var i = number.Decimals; i < decimals && units <= long.MaxValue; i++) units *= 10;
        if (units > long.MaxValue)
        {
            why = "is larger than any amount that can be kept; check the number of digits";
            return false;
        }

        amount = new Amount(isNegative ? -(long)units : (long)units, currency);
        return true;
    }

    static ReadOnlySpan<char> Unsigned(ReadOnlySpan<char> text, out bool isNegative)
    {
        isNegative = text.Length > 2 && text[0] == '(' && text[^1] == ')';
        if (isNegative) return text[1..^1].Trim();
        isNegative = text.Length > 1 && text[0] is '-' or '\u2212';
        return isNegative || (text.Length > 1 && text[0] == '+') ? text[1..].TrimStart() : text;
    }
}
