using FundLedger.Money;

namespace FundLedger.Bank;

/// <summary>Amounts with a sign and separators between thousands, as banks export them.</summary>
static class CsvAmount
{
    // A space, the two spaces that do not break, and apostrophes.
    const string Spaces = " \u00A0\u202F'\u2019";

    /// <summary>
    /// Reads "-1.234,56", "1 234.56", "(1'234.56)" or "1234.56-". Separators must stand before groups of three: with a
    /// decimal comma, "12.50" is refused rather than read as 1250.
    /// </summary>
    public static bool TryRead(string text, char decimalMark, Currency currency, out Amount amount)
    {
        amount = default;
        var plain = text.Trim();
        var isNegative = false;
        if (plain is ['(', _, .., ')']) (plain, isNegative) = (plain[1..^1], true);
        else if (plain is ['-' or '\u2212' or '+', _, ..]) (plain, isNegative) = (plain[1..], plain[0] != '+');
        else if (plain is [_, .., '-' or '\u2212']) (plain, isNegative) = (plain[..^1], true);
        var mark = plain.LastIndexOf(decimalMark);
        var whole = mark < 0 ? plain : plain[..mark];
        var decimals = mark < 0 ? "" : plain[mark..];
        if (!TryJoin(whole.Trim(), decimalMark == ',' ? '.' : ',', out var digits)) return false;
        if (!StatementAmount.TryRead(digits + decimals, decimalMark, currency, out amount)) return false;
        if (isNegative) amount = -amount;
        return true;
    }

    static bool TryJoin(string whole, char point, out string digits)
    {
        var groups = whole.Split([point, .. Spaces]);
        digits = string.Concat(groups);
        return groups.Length == 1
            || (groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(group => group.Length == 3));
    }
}
