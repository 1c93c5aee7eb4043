namespace FundLedger.Reports;

/// <summary>
/// Text that a spreadsheet would run as a formula, and the apostrophe that exports put before it so that it does not.
/// An import takes exactly that apostrophe away, so that any text survives the journey there and back.
/// </summary>
public static class FormulaText
{
    const char Apostrophe = '\'';

    /// <summary>Whether a spreadsheet may take text that begins like this for a formula.</summary>
    public static bool IsRisky(ReadOnlySpan<char> text) => !text.IsEmpty && Opens(text[0]);

    /// <summary>
    /// Whether a text file must put an apostrophe before the text: it is risky, or it begins with apostrophes that
    /// would be mistaken for that one.
    /// </summary>
    public static bool NeedsApostrophe(ReadOnlySpan<char> text) => IsRisky(text.TrimStart(Apostrophe));

    /// <summary>The text without the one apostrophe that an export put before it.</summary>
    public static ReadOnlySpan<char> WithoutApostrophe(ReadOnlySpan<char> text) =>
        !text.IsEmpty && text[0] == Apostrophe && NeedsApostrophe(text) ? text[1..] : text;

    // Full-width signs count: some spreadsheets turn them into the plain ones.
    static bool Opens(char c) =>
        c is '=' or '+' or '-' or '@' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20' || char.IsControl(c);
}
