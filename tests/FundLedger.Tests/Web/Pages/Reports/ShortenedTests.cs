using FundLedger.Reports;
using FundLedger.Web.Reports;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Web.Pages.Reports;

public class ShortenedTests
{
    static readonly DocumentFace Face = new("ID", "Title", "fr", new DateOnly(2025, 12, 31), default, 1, "");

    [Fact]
    public void Of_a_long_table_the_first_rows_and_the_total_are_shown_and_how_many_more_there_are()
    {
        var shown = Shown(rows: 450);
        shown.Rows.Length.ShouldBe(301);
        shown.Rows[299].Cells.ShouldBe([new CountCell(299)]);
        shown.Rows[300].Kind.ShouldBe(RowKind.Total);
        shown.Notes.ShouldBe(["150 autres lignes figurent dans les fichiers.", "a note"]);
    }

    [Fact]
    public void A_table_of_all_Member_States_is_shown_whole()
    {
        var shown = Shown(rows: 200);
        shown.Rows.Length.ShouldBe(201);
        shown.Notes.ShouldBe(["a note"]);
    }

    static Table Shown(int rows)
    {
        var document = Shortened.Of(new Document(Face, [new Paragraph("text"), new TableBlock(Table(rows))]));
        document.Blocks[0].ShouldBe(new Paragraph("text"));
        return ((TableBlock)document.Blocks[1]).Table;
    }

    static Table Table(int rows) => new("name", "title", [new Column("a", "A", ColumnKind.Count)],
        [.. Enumerable.Range(0, rows).Select(Detail), new Row(RowKind.Total, [new CountCell(rows)])])
    { Notes = ["a note"] };

    static Row Detail(int number) => Row.Detail(new CountCell(number));
}
