using Shouldly;
using Xunit;

namespace FundLedger.Tests.Data.Attachments;

public class AttachmentStoreTests
{
    [Theory]
    [InlineData("letter.pdf", "letter.pdf")]
    [InlineData("/home/anna/letter.pdf", "letter.pdf")]
    [InlineData(@"C:\Users\Anna\letter.pdf", "letter.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"..\..\", "file")]
    [InlineData("..", "file")]
    [InlineData("", "file")]
    public void The_name_of_a_file_that_is_kept_leads_nowhere(string given, string kept)
    {
        using var test = new TestLedger();
        test.Ledger.Attachments.Keep(given, [1, 2, 3]).Name.ShouldBe(kept);
    }
}
