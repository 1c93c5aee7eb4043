using System.Globalization;
using FundLedger.Money;

namespace FundLedger.Bank;

/// <summary>The rule that a statement's opening balance and booked lines make its closing balance.</summary>
static class Footing
{
    /// <summary>
    /// The statement if it foots or states no balances; none, with the difference among the findings, if not.
    /// </summary>
    public static BankStatement? Checked(BankStatement statement, long row, string column, Findings findings)
    {
        if (statement.Opening is not { } opening || statement.Closing is not { } closing) return statement;
        Int128 moved = 0;
        var lines = 0;
        foreach (var line in statement.Booked)
        {
            moved += line.Amount.MinorUnits;
            lines++;
        }

        var difference = closing.MinorUnits - (opening.MinorUnits + moved);
        if (difference == 0) return statement;
        findings.Add(row, column, closing.ToPlainText(),
            $"statement {Name(statement)} does not foot: opening {opening} and {Count(lines)} of "
            + $"{InWords(moved, statement.Currency)} make {InWords(opening.MinorUnits + moved, statement.Currency)}, "
            + $"but the closing balance is {closing}; the difference is {InWords(difference, statement.Currency)}",
            "ask the bank for the whole statement again; nothing of this file was taken over");
        return null;
    }

    public static string Name(BankStatement statement) =>
        $"'{statement.Number}' of account {statement.Account}"
        + (statement.To is { } day ? " to " + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "");

    static string Count(int lines) =>
        lines.ToString(CultureInfo.InvariantCulture) + (lines == 1 ? " booked line" : " booked lines");

    // Only absurd files reach the limit of an amount; their sum is then shown as that limit.
    static Amount InWords(Int128 units, Currency currency) =>
        new((long)Int128.Clamp(units, long.MinValue, long.MaxValue), currency);
}
