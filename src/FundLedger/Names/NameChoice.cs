namespace FundLedger.Names;

/// <summary>The languages in which the ledger keeps names: English always, French and Spanish where known.</summary>
public static class NameChoice
{
    public const string English = "en";
    public const string French = "fr";
    public const string Spanish = "es";

    /// <summary>The name in the language, or the English one where there is none in it.</summary>
    public static string In(string language, string english, string french, string spanish)
    {
        var name = language switch
        {
            French => french,
            Spanish => spanish,
            _ => english,
        };
        return name.Length > 0 ? name : english;
    }
}
