using System.Text;
using CsCheck;
using FundLedger.Checks;
using FundLedger.Data.Files;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Data.Files;

public class CsvFileTests
{
    static readonly FileLimits Limits = FileLimits.Upload;

    [Theory]
    [InlineData("donor,amount\nNorway,5\n")]
    [InlineData("donor;amount\r\nNorway;5")]
    [InlineData("donor\tamount\rNorway\t5\r")]
    [InlineData("\uFEFFdonor,amount\nNorway,5\n")]
    [InlineData("\n\n\"donor\",\"amount\"\n\n,\nNorway,5\n\n")]
    [InlineData("\"donor\";\"amount\"\nNorway;5\n")]
    public void Separators_line_ends_marks_and_blank_lines_make_no_difference(string text)
    {
        using var file = new FileOnDisk(text);
        var table = Open(file).Value;

        table.Columns.ShouldBe(["donor", "amount"]);
        Fields(table).ShouldBe([["Norway", "5"]]);
    }

    [Fact]
    public void Columns_are_found_whatever_their_capitals_spaces_and_hyphens()
    {
        using var file = new FileOnDisk(" Pledge Reference ,due-date,USD\n1,2,3\n");
        var table = Open(file).Value;

        table.Columns[0].ShouldBe("Pledge Reference");
        table.Find("pledge_reference").ShouldBe(0);
        table.Find("due_date").ShouldBe(1);
        table.Find("usd").ShouldBe(2);
        table.Find("pledgereference").ShouldBe(-1);
        table.Rows().Single()[-1].ToString().ShouldBe("");
    }

    [Fact]
    public void Row_numbers_are_those_of_a_spreadsheet()
    {
        using var file = new FileOnDisk("a,b\n\"over\ntwo\nlines\",\"a \"\"quoted\"\" word\"\n\n#1,5\n");

        Rows(file).Select(row => (row.Number, row.Fields[0], row.Fields[1]))
            .ShouldBe([(2, "over\ntwo\nlines", "a \"quoted\" word"), (4, "#1", "5")]);
    }

    [Fact]
    public void A_file_can_be_read_twice()
    {
        using var file = new FileOnDisk("a\n1\n2\n");
        var table = Open(file).Value;

        Fields(table).ShouldBe(Fields(table));
        table.Rows().Count().ShouldBe(2);
    }

    [Fact]
    public void The_apostrophe_of_an_export_is_taken_away_once()
    {
        using var file = new FileOnDisk("a,b,c,d\n'=1+1,''=1,'Aisha,\"'\t=2\"\n");

        Rows(file).Single().Fields.ShouldBe(["=1+1", "'=1", "'Aisha", "\t=2"]);
    }

    [Theory]
    [InlineData("1", "row 3 has 1 fields, but the first row names 2 columns")]
    [InlineData("1,2,3", "row 3 has 3 fields, but the first row names 2 columns")]
    [InlineData("1,2,", "row 3 has 3 fields, but the first row names 2 columns")]
    [InlineData("1,a\u0007b", "column 'b' of row 3 holds a character that cannot be seen and changes how it reads")]
    [InlineData("1,a\u007Fb", "column 'b' of row 3 holds a character that cannot be seen and changes how it reads")]
    public void A_row_that_cannot_be_read_is_named_and_the_rest_is_read(string row, string message)
    {
        using var file = new FileOnDisk($"a,b\nx,y\n{row}\np,q\n");
        var rows = Rows(file);

        rows.Select(read => read.Number).ShouldBe([2, 3, 4]);
        rows[1].Problem!.Message.ShouldBe(message);
        rows[1].Problem!.File.ShouldBe("table.csv");
        rows[1].Problem!.Row.ShouldBe(3);
        rows[1].Problem!.Remedy.ShouldNotBeEmpty();
        rows[2].Fields.ShouldBe(["p", "q"]);
    }

    [Fact]
    public void A_row_with_a_problem_gives_no_fields()
    {
        using var file = new FileOnDisk("a,b\n1\n");

        Should.Throw<InvalidOperationException>(() => Open(file).Value.Rows().Single()[0].ToString());
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_refused_by_row_and_column()
    {
        using var file = new FileOnDisk([.. "donor,note\nNorway,x\nTürk"u8, 0xFC, .. "rkiye,y\nPeru,z\n"u8]);
        var rows = Rows(file);

        rows[1].Problem!.Message.ShouldBe("column 'donor' of row 3 holds bytes that are not UTF-8 text");
        rows[1].Problem!.Column.ShouldBe("donor");
        rows[1].Problem!.Remedy.ShouldContain("CSV UTF-8");
        rows[2].Fields.ShouldBe(["Peru", "z"]);
    }

    [Theory]
    [InlineData(32_767, null)]
    [InlineData(32_768, "column 'b' of row 2 is longer than 32,767 characters")]
    [InlineData(10_000_000, "the row is too long for any table")]
    public void A_field_may_be_as_long_as_a_cell_of_a_spreadsheet(int length, string? message)
    {
        using var file = new FileOnDisk("a,b\n1," + new string('x', length) + "\n");
        var row = Rows(file).First();

        row.Problem?.Message.ShouldBe(message);
        if (message is null) row.Fields[1].Length.ShouldBe(length);
        row.Number.ShouldBe(2);
    }

    [Theory]
    [InlineData("a,b\n1,2\n\"abc\"d,2\n3,4\n", 3)]
    [InlineData("a,b\n1,2\n3,4\n\"abc,2\n3,4\n", 4)]
    public void A_misplaced_quotation_mark_ends_the_reading_and_is_named(string text, long row)
    {
        using var file = new FileOnDisk(text);
        var last = Rows(file).Last();

        last.Number.ShouldBe(row);
        last.Problem!.Message.ShouldContain("quotation mark");
        last.Problem!.Row.ShouldBe(row);
    }

    [Theory]
    [InlineData("a,A\n", "the column 'A' occurs twice")]
    [InlineData("due date,due_date\n", "the column 'due_date' occurs twice")]
    [InlineData("", "the file has no rows")]
    [InlineData("\n\n,,\n", "the file has no rows")]
    public void A_file_without_usable_column_names_is_refused(string text, string message)
    {
        using var file = new FileOnDisk(text);

        Refusal(file).Message.ShouldBe(message);
    }

    [Fact]
    public void A_missing_file_is_refused_by_name() =>
        TableFile.Open("/nowhere/none.csv", Limits, TimeProvider.System).Problems.Single()
            .ShouldBe(new Problem("there is no such file", "check the name") { File = "none.csv" });

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 65, 0 }, "the file is text in UTF-16")]
    [InlineData(
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0 },
        "the file is a workbook of the old form (.xls), or one with a password")]
    [InlineData(new byte[] { 65, 0, 66, 0 }, "the file is neither CSV nor a workbook")]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4, 9, 9 }, "the workbook is damaged")]
    public void What_is_no_table_is_told_by_its_first_bytes(byte[] bytes, string message)
    {
        using var file = new FileOnDisk(bytes);

        Refusal(file).Message.ShouldBe(message);
    }

    [Fact]
    public void Size_rows_columns_and_time_are_limited()
    {
        using var file = new FileOnDisk("a,b\n1,2\n3,4\n5,6\n");

        Refusal(file, Limits with { FileBytes = 15 }).Message.ShouldBe("the file has 16 bytes; 15 are allowed");
        Refusal(file, Limits with { Columns = 1 }).Message.ShouldBe("row 1 has more than 1 columns");
        Rows(file, Limits with { Rows = 3 }).Last().Problem.ShouldBeNull();
        Rows(file, Limits with { Rows = 2 }).Select(row => row.Problem?.Message)
            .ShouldBe([null, null, "the file has more than 2 rows"]);
        TableFile.Open(file.Path, Limits, new ClockThatRuns(TimeSpan.FromSeconds(31))).Problems.Single().Message
            .ShouldBe("reading the file took longer than 30 seconds");
    }

    [Fact]
    public void A_value_that_repeats_is_one_string()
    {
        using var file = new FileOnDisk("fund\nVFTC\nVFTC\n");
        var texts = Open(file).Value.Rows().Select(row => row.Text(0)).ToArray();

        texts[0].ShouldBeSameAs(texts[1]);
    }

    [Fact]
    public void A_problem_with_a_field_says_where_it_is_and_what_stands_there()
    {
        using var file = new FileOnDisk("fund,amount\nVFTC,1,234\nVFTC,1.234\n");
        var row = Open(file, name: "Gifts.csv").Value.Rows().Skip(1).Single();

        row.Refuse(1, "is ambiguous", "write 1234.00").ShouldBe(new Problem("is ambiguous", "write 1234.00")
        { File = "Gifts.csv", Row = 3, Column = "amount", Value = "1.234" });
    }

    [Fact]
    public void Random_bytes_end_in_rows_or_problems_and_nothing_else() =>
        Gen.Select(Gen.Byte.Array[0, 200], Gen.Bool).Sample((bytes, isHeaded) =>
        {
            using var file = new FileOnDisk(isHeaded ? [.. "a,b\n"u8, .. bytes] : bytes);
            var table = TableFile.Open(file.Path, Limits, TimeProvider.System);
            return table.IsRefused || table.Value.Rows().Count() >= 0;
        }, iter: 300);

    internal static Outcome<TableFile> Open(
        FileOnDisk file, FileLimits? limits = null, string? name = null, string? sheet = null) =>
        TableFile.Open(file.Path, limits ?? Limits, TimeProvider.System, sheet, name);

    internal static Problem Refusal(FileOnDisk file, FileLimits? limits = null) => Open(file, limits).Problems.Single();

    internal static string[][] Fields(TableFile table) => [.. Rows(table).Select(row => row.Fields)];

    internal static List<ReadRow> Rows(FileOnDisk file, FileLimits? limits = null) => Rows(Open(file, limits).Value);

    internal static List<ReadRow> Rows(TableFile table) =>
        [.. table.Rows().Select(row => new ReadRow(
            row.Number,
            row.Problem is null ? [.. table.Columns.Select((_, column) => row[column].ToString())] : [],
            row.Problem))];
}

sealed record ReadRow(long Number, string[] Fields, Problem? Problem);

/// <summary>A clock on which every look at it is a step later.</summary>
sealed class ClockThatRuns(TimeSpan step) : TimeProvider
{
    long _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now += step.Ticks;
}
