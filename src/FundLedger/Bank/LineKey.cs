using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FundLedger.Bank;

/// <summary>
/// Identifies a bank line by what the bank repeats when it sends the line again: account, currency, both dates, signed
/// amount, references, other party and remittance text. SHA-256 of the fields, each with its length, in hexadecimal.
/// <para>Left out: the statement's number and the place in it, since numbers start again each year and an intraday
/// file has others than the day's; the place in a batch, since a bank may sort it otherwise the next time; codes and
/// charges, which some banks add only at the end of the day. Texts are reduced to capital letters and digits, since
/// banks break and pad them differently from file to file.</para>
/// <para>Two payments that agree in all of this are told apart by counting them: <see cref="BankLine.Occurrence"/>.
/// Each format spells references and texts in its own way, so an account should be read in one format.</para>
/// </summary>
public static class LineKey
{
    public static string Of(BankLine line)
    {
        var text = new StringBuilder();
        Field(text, AccountNumber.Normal(line.Account));
        Field(text, line.Amount.Currency.Code);
        Field(text, Number(line.Booked.DayNumber));
        Field(text, Number(line.ValueDate.DayNumber));
        Field(text, Number(line.Amount.MinorUnits));
        Field(text, FoldedText.LettersAndDigits(line.BankReference));
        Field(text, FoldedText.LettersAndDigits(line.EndToEndId));
        Field(text, FoldedText.LettersAndDigits(line.PayerAccount));
        Field(text, FoldedText.LettersAndDigits(line.PayerName));
        Field(text, FoldedText.LettersAndDigits(line.Remittance));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    static void Field(StringBuilder text, string value) =>
        text.Append(Number(value.Length)).Append(':').Append(value);

    static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
