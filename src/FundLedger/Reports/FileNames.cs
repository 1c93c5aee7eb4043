namespace FundLedger.Reports;

/// <summary>Names of the files that reports and letters are saved under.</summary>
public static class FileNames
{
    /// <summary>What tells files of one report in several languages apart; nothing for English.</summary>
    public static string Tag(string language) => language == "en" ? "" : "-" + language;

    /// <summary>References and accounts may hold signs that no file name can.</summary>
    public static string Safe(string name) =>
        string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' ? letter : '-'));
}
