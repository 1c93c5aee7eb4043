using FundLedger.Money;

namespace FundLedger.Bank;

/// <summary>
/// Amounts as statement files write them, read exactly: no rounding, nothing ignored but zeros at the end.
/// </summary>
static class StatementAmount
{
    // Far above any account, and small enough that a file's amounts can be added up without overflow.
    const long Largest = 100_000_000_000_000_000;
    const int LongestText = 40;

    /// <summary>
    /// Digits with at most one decimal mark. No sign, no separators, no more decimals than the currency has.
    /// </summary>
    public static bool TryRead(string text, char decimalMark, Currency currency, out Amount amount)
    {
        amount = Amount.Zero(currency);
        if (text.Length > LongestText) return false;
        Int128 units = 0;
        int digits = 0, decimals = -1;
        foreach (var sign in text)
        {
            if (sign == decimalMark && decimals < 0)
            {
                decimals = 0;
                continue;
            }

            if (!char.IsAsciiDigit(sign)) return false;
            digits++;
            if (decimals >= 0 && ++decimals > currency.Exponent)
            {
                if (sign != '0') return false;
                continue;
            }

            units = units * 10 + (sign - '0');
            if (units > Largest) return false;
        }

        for (var missing = currency.Exponent - Math.Max(decimals, 0); missing > 0; missing--) units *= 10;
        if (digits == 0 || units > Largest) return false;
        amount = new Amount((long)units, currency);
        return true;
    }

    /// <summary>
    /// Reads an amount that may have separators between thousands, when what is meant is beyond doubt: of point and
    /// comma the one that comes last is the decimal mark, and a mark alone is one unless three digits follow it.
    /// </summary>
    public static bool TryReadLoosely(string text, Currency currency, out Amount amount)
    {
        amount = default;
        var plain = text.Trim().TrimEnd(',', '.');
        var mark = plain.LastIndexOfAny([',', '.']);
        if (mark < 0) return TryRead(plain, '.', currency, out amount);
        var other = plain[mark] == ',' ? '.' : ',';
        var isLoneThousands = !plain.Contains(other) && plain.Length - mark == 4 && currency.Exponent != 3;
        if (isLoneThousands || plain.IndexOf(other, mark) >= 0) return false;
        var digits = string.Concat(plain.Where(sign => sign != other));
        return TryRead(digits, plain[mark], currency, out amount);
    }
}
