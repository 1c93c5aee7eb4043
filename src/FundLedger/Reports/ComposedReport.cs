using System.Collections.Immutable;

namespace FundLedger.Reports;

/// <summary>A report in both its forms: a document to be read and a workbook to be added up, of the same figures.</summary>
public sealed record ComposedReport(Document Document, Workbook Workbook)
{
    /// <summary>The tables of the document, for screens and programs.</summary>
    public ImmutableArray<Table> Tables => [.. Document.Blocks.OfType<TableBlock>().Select(block => block.Table)];
}
