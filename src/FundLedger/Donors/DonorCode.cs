using System.Globalization;
using FundLedger.Names;

namespace FundLedger.Donors;

/// <summary>Makes a code for a donor that has none: the letters of its name, and a number where another has them.</summary>
public static class DonorCode
{
    const int MostLetters = 12;

    public static string For(string name, Func<string, bool> isTaken)
    {
        var letters = new string([.. FoldedName.Of(name).Where(char.IsAsciiLetterOrDigit).Take(MostLetters)]).ToUpperInvariant();
        if (letters.Length < 2 || !char.IsAsciiLetter(letters[0])) letters = "D" + letters + "X";
        var code = letters;
        for (var number = 2; isTaken(code); number++) code = letters + "-" + number.ToString(CultureInfo.InvariantCulture);
        return code;
    }
}
