namespace FundLedger.Data.Reports;

public sealed class FigureStore(Ledger ledger) { public Ledger L => ledger; }
