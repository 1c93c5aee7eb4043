namespace FundLedger.Checks;

/// <summary>What somebody typed, cut to a length that a message can carry.</summary>
public static class Quoted
{
    const int Longest = 80;

    public static string Short(string text) => text.Length <= Longest ? text : text[..Longest] + "…";
}
