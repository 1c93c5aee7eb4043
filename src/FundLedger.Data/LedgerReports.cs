using FundLedger.Data.Reports;

namespace FundLedger.Data;

/// <summary>The stores that read what reports beside the Board's are made from.</summary>
public sealed partial class Ledger
{
    public ReceivableStore Receivables => field ??= new ReceivableStore(this);
}
