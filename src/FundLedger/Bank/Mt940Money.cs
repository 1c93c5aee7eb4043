using System.Text.RegularExpressions;
using FundLedger.Money;

namespace FundLedger.Bank;

/// <summary>
/// The original amount and the charges that fields 61 and 86 may state after code words: /OCMT/USD1000,00 and
/// /CHGS/EUR5,00, or Danske Bank's /RCMT/EUR 100.000,00 and /CHRG/DKK 4,00.
/// </summary>
static partial class Mt940Money
{
    public static (Amount? Original, Amount? Charges) In(string text)
    {
        Amount? original = null;
        Amount? charges = null;
        foreach (Match found in Pattern().Matches(text))
        {
            if (!Currency.TryFind(found.Groups["currency"].Value, out var currency)
                || !StatementAmount.TryReadLoosely(found.Groups["amount"].Value, currency, out var amount)
                || amount.IsZero) continue;
            if (found.Groups["word"].Value is "OCMT" or "RCMT") original ??= amount;
            else if (charges is null) charges = amount;
            else if (charges.Value.Currency == currency) charges = charges.Value + amount;
        }

        return (original, charges);
    }

    [GeneratedRegex(
        "/(?<word>OCMT|RCMT|CHGS|CHGT|CHRG)/ {0,3}(?<currency>[A-Z]{3}) {0,3}(?<amount>[0-9][0-9.,]*)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
