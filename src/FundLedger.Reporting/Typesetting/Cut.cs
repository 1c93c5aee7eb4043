namespace FundLedger.Typesetting;

/// <summary>The cuts of the typeface that documents are set in; each is a file in the Fonts folder.</summary>
enum Cut
{
    Regular,
    Italic,
    SemiBold,
}
