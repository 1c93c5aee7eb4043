namespace FundLedger.Reporting.Excel;

/// <summary>Names that every spreadsheet program takes for a sheet.</summary>
static class SheetName
{
    const int Longest = 31;

    /// <summary>The name without signs that are not allowed, shortened so that the ending fits.</summary>
    internal static string Of(string name, string ending = "")
    {
        var kept = new string([.. name.Where(IsAllowed)]).Trim(' ', '\'');
        if (kept.Length == 0 || kept.Equals("History", StringComparison.OrdinalIgnoreCase)) kept = "Sheet" + kept;
        if (kept.Length + ending.Length > Longest) kept = kept[..(Longest - ending.Length)].TrimEnd(' ', '\'');
        return kept + ending;
    }

    static bool IsAllowed(char c) =>
        !char.IsControl(c) && !char.IsSurrogate(c) && c is not ('[' or ']' or ':' or '*' or '?' or '/' or '\\' or '\uFFFE' or '\uFFFF');
}
