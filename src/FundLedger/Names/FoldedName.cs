using System.Globalization;
using System.Text;

namespace FundLedger.Names;

/// <summary>
/// A name without what people write differently: case, diacritics, apostrophes, punctuation, the word "the" and spaces.
/// "The Gambia" and "Gambia (the)" fold alike, so do "Côte d'Ivoire" and "COTE D IVOIRE".
/// </summary>
public static class FoldedName
{
    const string Article = "the";

    /// <summary>The folded form; empty when the name has neither letters nor digits.</summary>
    public static string Of(string name)
    {
        var plain = Ascii.IsValid(name) ? name : WithoutDiacritics(name);
        var folded = new StringBuilder(plain.Length + 2);
        var word = 0;
        foreach (var letter in plain)
        {
            if (char.IsLetterOrDigit(letter)) folded.Append(char.ToLowerInvariant(letter));
            else if (!IsApostrophe(letter)) word = EndWord(folded, word);
            if (letter == '&') folded.Append("and");
        }

        EndWord(folded, word);
        return folded.ToString();
    }

    /// <summary>Drops the word that ends here if it is the article; answers where the next one starts.</summary>
    static int EndWord(StringBuilder folded, int start)
    {
        if (folded.Length - start == Article.Length
            && folded[start] == Article[0] && folded[start + 1] == Article[1] && folded[start + 2] == Article[2])
            folded.Length = start;
        return folded.Length;
    }

    static bool IsApostrophe(char letter) => letter is '\'' or '’' or '‘' or '`' or '´' or 'ʼ';

    static string WithoutDiacritics(string name)
    {
        // Half of a surrogate pair cannot be normalised; walking by runes replaces it.
        var whole = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes()) whole.Append(rune.ToString());
        var plain = new StringBuilder(name.Length);
        foreach (var letter in whole.ToString().Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                plain.Append(Plain(letter));
        }

        return plain.ToString();
    }

    /// <summary>The letters that do not come apart into a letter and a mark.</summary>
    static string Plain(char letter) => letter switch
    {
        'ø' or 'Ø' => "o",
        'ł' or 'Ł' => "l",
        'đ' or 'Đ' or 'ð' or 'Ð' => "d",
        'ı' => "i",
        'ß' => "ss",
        'æ' or 'Æ' => "ae",
        'œ' or 'Œ' => "oe",
        'þ' or 'Þ' => "th",
        _ => letter.ToString(),
    };
}
