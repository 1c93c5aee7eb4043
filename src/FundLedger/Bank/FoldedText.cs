using System.Globalization;
using System.Text;

namespace FundLedger.Bank;

/// <summary>Texts made comparable: banks change case, accents, spaces and punctuation on a payment's way.</summary>
static class FoldedText
{
    /// <summary>Capital letters and digits only, accents kept.</summary>
    public static string LettersAndDigits(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text)
            if (char.IsLetterOrDigit(letter)) folded.Append(char.ToUpperInvariant(letter));
        return folded.ToString();
    }

    /// <summary>The words in capital letters without accents: "Côte d'Ivoire" is COTE, D, IVOIRE.</summary>
    public static string[] Words(string text)
    {
        var folded = new StringBuilder(text.Length + 8);
        foreach (var letter in Decomposed(text))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark) continue;
            if (!char.IsLetterOrDigit(letter)) folded.Append(' ');
            else folded.Append(Spelled(char.ToUpperInvariant(letter)));
        }

        return folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    // A lone surrogate, which a damaged file may hold, cannot be decomposed.
    static string Decomposed(string text) =>
        !IsWellFormed(text) ? text : text.Normalize(NormalizationForm.FormD);

    static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }

        return true;
    }

    // Letters that do not decompose, as banks spell them in plain capitals.
    static string Spelled(char letter) => letter switch
    {
        'ß' or 'ẞ' => "SS",
        'Ø' => "O",
        'Ł' => "L",
        'Đ' or 'Ð' => "D",
        'Æ' => "AE",
        'Œ' => "OE",
        'Þ' => "TH",
        'İ' or 'ı' => "I",
        _ => letter.ToString(),
    };
}
