namespace FundLedger.Data.Engines;

/// <summary>
/// What an engine does differently while an import writes very many rows in one transaction. An engine that needs nothing of
/// the kind has none.
/// </summary>
abstract class LargeImport
{
    /// <summary>Why the rows may not stay; none where they may. The last step before the commit, once everything is written.</summary>
    internal abstract string? End();
}
