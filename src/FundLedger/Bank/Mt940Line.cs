using System.Globalization;
using System.Text.RegularExpressions;
using FundLedger.Money;

namespace FundLedger.Bank;

/// <summary>
/// Field 61: value date, booking day, side, amount, kind and references; the text after it may hold the other party's
/// account or the original amount.
/// </summary>
static partial class Mt940Line
{
    // The first two digits of a year are not written; statements on paper ended before these did.
    const int Century = 80;

    static readonly string[] NoReference = ["NONREF", "EREF", "KREF", "MREF", "PREF", "MARF", "CREF", "NOTPROVIDED"];

    /// <summary>The line; none, with the reason among the findings, when it cannot be read.</summary>
    public static BankLine? Read(
        Mt940Field field, IReadOnlyList<string> details, BankStatement statement, Findings findings)
    {
        var parts = Pattern().Match(field.First);
        if (!parts.Success)
            return Refused("it should look like 2601310131C1250,00NTRFNONREF");
        if (Day(parts.Groups["value"].Value) is not { } valued)
            return Refused("its value date is not a day");
        var entry = parts.Groups["entry"].Value;
        if (EntryDay(entry, valued) is not { } booked)
            return Refused("its booking day is not a day");
        if (!TryReadAmount(parts.Groups["amount"].Value, statement.Currency, out var amount))
            return Refused($"its amount is not an amount in {statement.Currency}");
        var side = parts.Groups["side"].Value;
        // RC undoes a credit and so is a debit; EC and ED are expected only.
        var isCredit = side is "C" or "RD" or "EC";
        var line = new BankLine(statement.Account, booked, valued, isCredit ? amount : -amount)
        {
            Status = side[0] == 'E' ? LineStatus.Pending : LineStatus.Booked,
            IsReversal = side[0] == 'R',
            Row = field.Row,
        };
        return Described(line, parts.Groups["rest"].Value, field.Lines.Skip(1).ToList(), details);

        BankLine? Refused(string why)
        {
            findings.Add(field.Row, ":61:", field.First, $"the line cannot be read: {why}",
                "ask the bank for the statement again");
            return null;
        }
    }

    /// <summary>Digits with a decimal comma, or with a point where a bank writes no comma.</summary>
    public static bool TryReadAmount(string text, Currency currency, out Amount amount) =>
        StatementAmount.TryRead(text, text.Contains(',') ? ',' : '.', currency, out amount);

    /// <summary>A day written yymmdd; none where there is no such day.</summary>
    public static DateOnly? Day(string text) =>
        int.TryParse(text.AsSpan(0, 2), CultureInfo.InvariantCulture, out var year)
            ? DayIn(year + (year < Century ? 2000 : 1900), text[2..])
            : null;

    // The booking day has no year: it is the one nearest to the value date, so that it may lie across New Year.
    static DateOnly? EntryDay(string monthAndDay, DateOnly valued)
    {
        if (monthAndDay.Length == 0) return valued;
        DateOnly? nearest = null;
        for (var year = valued.Year - 1; year <= valued.Year + 1; year++)
        {
            if (DayIn(year, monthAndDay) is not { } day) continue;
            if (nearest is not { } best || Apart(day, valued) < Apart(best, valued)) nearest = day;
        }

        return nearest;
    }

    static int Apart(DateOnly one, DateOnly other) => Math.Abs(one.DayNumber - other.DayNumber);

    static DateOnly? DayIn(int year, string monthAndDay) =>
        DateOnly.TryParseExact(
            year.ToString("0000", CultureInfo.InvariantCulture) + monthAndDay, "yyyyMMdd", CultureInfo.InvariantCulture,
            DateTimeStyles.None, out var day)
            ? day
            : null;

    static BankLine Described(BankLine line, string rest, List<string> supplement, IReadOnlyList<string> details)
    {
        var kind = KindPattern().Match(rest);
        var references = rest[kind.Length..].Split("//", 2);
        var extra = Mt940Field.Joined(supplement);
        var told = Mt940Details.Of(details, line.Amount.IsPositive != line.IsReversal);
        var money = Mt940Money.In(extra + " " + Mt940Field.Joined(details));
        // Rabobank puts the other party's account under the line, PostFinance its own number of the payment.
        var isAccount = AccountNumber.IsIban(extra);
        var bankReference = references.Length > 1 ? Given(references[1]) : "";
        return line with
        {
            BankReference = bankReference.Length > 0 || isAccount || extra.StartsWith('/') ? bankReference : extra,
            EndToEndId = told.EndToEndId.Length > 0 ? told.EndToEndId : Given(references[0]),
            PayerName = told.Name,
            PayerAccount = AccountNumber.Unspaced(told.Account.Length == 0 && isAccount ? extra : told.Account),
            OnBehalfOf = told.OnBehalfOf,
            Remittance = told.Remittance,
            TransactionCode = told.Code.Length > 0 ? told.Code : kind.Value.Trim(),
            Original = money.Original,
            Charges = money.Charges,
        };
    }

    static string Given(string reference)
    {
        var text = reference.Trim();
        return NoReference.Contains(text.ToUpperInvariant()) ? "" : text;
    }

    // The third letter of the currency may follow the side: CR is a credit in EUR, DF a debit in CHF.
    [GeneratedRegex(
        "^(?<value>[0-9]{6})(?<entry>[0-9]{4})?(?<side>R[CD]|E[CD]|[CD])[A-Z]?(?<amount>[0-9][0-9.,]*)(?<rest>.*)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    [GeneratedRegex("^ ?[NFS][A-Z0-9]{3}", RegexOptions.CultureInvariant)]
    private static partial Regex KindPattern();
}
