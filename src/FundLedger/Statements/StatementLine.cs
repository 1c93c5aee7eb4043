using FundLedger.Journal;
using FundLedger.Money;

namespace FundLedger.Statements;

/// <summary>What a line of the finance system's figures is, and where Table 1 of a Board's report shows it.</summary>
public enum StatementClass
{
    OpeningBalance,
    Interest,
    Miscellaneous,
    Expenditure,
    SupportCosts,
    Adjustment,
    Transfer,

    /// <summary>An opening balance that is only compared with the closing of the year before.</summary>
    StatedOpening,
}

/// <summary>
/// One figure of a fund and year from the finance system, in US$. <see cref="Label"/> names the class of expenditure;
/// income and expenditure are positive as one speaks of them.
/// </summary>
public sealed record StatementLine(string Fund, int Year, StatementClass Class, string Label, Amount Usd, string? Note)
    : ILedgerRecord
{
    public static RecordShape Shape { get; } = new("statement_line",
        "fund text, year number, class text, label text, usd number, note text");

    RecordShape ILedgerRecord.Shape => Shape;

    public void WriteTo(FieldSink sink)
    {
        sink.Text(Fund);
        sink.Number(Year);
        sink.Text(Word.Of(Class));
        sink.Text(Label);
        sink.Number(Usd.MinorUnits);
        sink.Text(Note);
    }
}
