namespace FundLedger.Data.Files;

/// <summary>The name of a column as people write it: capitals do not count, and a space, an underscore and a hyphen are the same.</summary>
static class TableColumnName
{
    internal static bool IsSame(string a, string b)
    {
        if (a.Length != b.Length) return false;
        for (var i = 0; i < a.Length; i++)
            if (Folded(a[i]) != Folded(b[i])) return false;
        return true;
    }

    internal static string Folded(string name) => string.Create(name.Length, name, (folded, given) =>
    {
        for (var i = 0; i < given.Length; i++) folded[i] = Folded(given[i]);
    });

    static char Folded(char c) => c is ' ' or '-' or '\u00A0' ? '_' : char.ToLowerInvariant(c);
}
