using System.Collections.Immutable;
using FundLedger.Funds;
using FundLedger.Money;
using FundLedger.Reports.Brief;
using FundLedger.Reports.Donors;
using FundLedger.Reports.Receivables;

namespace FundLedger.Reports;

/// <summary>
/// What a report was asked for, as it is put on record: its name (<c>board</c>), its parameters in words, and the fund and donor by
/// code, none where its figures are of all. <see cref="FileName"/> is the name of its file without the ending.
/// </summary>
public sealed record ReportQuestion(string Name, string Parameters, string? Fund, string? Donor, ReportBasis Basis, string FileName)
{
    public static ReportQuestion Board(BoardMaterial material) => OfBoard("board", "board", material);

    public static ReportQuestion Workbook(BoardMaterial material) => OfBoard("workbook", "donors", material);

    public static ReportQuestion DonorBase(BoardMaterial material) =>
        OfYear("donors-base", $"donors-base-{FundOf(material.Funds) ?? "all"}", material, FundOf(material.Funds));

    public static ReportQuestion Brief(BriefMaterial material) => OfYear("brief", "brief", material.Board, null);

    /// <summary>One of the reports on receivables: <c>ageing</c> or <c>receivables</c>.</summary>
    public static ReportQuestion Receivables(string name, ReceivablesMaterial material)
    {
        var fund = FundOf(material.Funds);
        return new ReportQuestion(name, $"fund {fund ?? "all"}, {material.Language}", fund, null, material.Basis,
            $"{name}-{fund ?? "all"}-{DayText.Iso(material.Basis.AsAt)}{FileNames.Tag(material.Language)}");
    }

    public static ReportQuestion Statement(DonorStatementMaterial material) => new("statement",
        FormattableString.Invariant($"donor {material.Donor.Code}, {material.From} to {material.To}, {material.Language}"), null,
        material.Donor.Code, material.Basis,
        $"statement-{material.Donor.Code}-{DayText.Iso(material.Basis.AsAt)}{FileNames.Tag(material.Language)}");

    static ReportQuestion OfBoard(string name, string file, BoardMaterial material)
    {
        var fund = FundOf(material.Funds);
        return new ReportQuestion(name,
            FormattableString.Invariant($"fund {fund ?? "all"}, year {material.Year}, {material.Language}"), fund, null, material.Basis,
            FormattableString.Invariant($"{file}-{fund ?? "all"}-{material.Year}{FileNames.Tag(material.Language)}"));
    }

    static ReportQuestion OfYear(string name, string file, BoardMaterial material, string? fund) => new(name,
        FormattableString.Invariant($"fund {fund ?? "all"}, {material.Language}, year {material.Year}"), fund, null, material.Basis,
        FormattableString.Invariant($"{file}-{material.Year}{FileNames.Tag(material.Language)}"));

    static string? FundOf(ImmutableArray<Fund> funds) => funds.Length == 1 ? funds[0].Code : null;
}
