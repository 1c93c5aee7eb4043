namespace FundLedger.Data.Checks;

/// <summary>What stands in the ledger cannot have been recorded by this program: no figure of it may be shown.</summary>
public sealed class DamagedLedgerException(string message) : IOException("the ledger is damaged: " + message);
