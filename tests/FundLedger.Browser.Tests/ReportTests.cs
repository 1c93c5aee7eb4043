using FundLedger.Tests.Data;
using FundLedger.Tests.Web;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;
using static Microsoft.Playwright.Assertions;

namespace FundLedger.Tests.Screens;

public sealed class ReportTests(DeskLedger desk) : IClassFixture<DeskLedger>
{
    [InChromium]
    public async Task The_Boards_report_is_seen_taken_as_files_and_on_record()
    {
        desk.Test.Ledger.Promise("P-1", "2025-01-10", Euro(950));
        desk.Test.Ledger.Pay("R-1", "2025-03-10", Euro(475), "P-1");
        await using var screen = await Screen.Of(desk, "clerk");
        await screen.Keys("g", "t");
        await screen.ShouldBeAt("Reports");
        await screen.Choose("Fund", "VFTC");
        await Expect(screen.Page.GetByRole(AriaRole.Article)).ToContainTextAsync("United Nations Voluntary Fund for Technical Cooperation");
        await screen.Choose("Year", "2025");
        await Expect(screen.Page.GetByRole(AriaRole.Article)).ToContainTextAsync("financial position for 2025");
        (await Taken(screen, "PDF"))[..4].ShouldBe("%PDF"u8.ToArray());
        // The page stays where a file is the answer, and gives another.
        await screen.Page.WaitForTimeoutAsync(2_100);
        (await Taken(screen, "Excel"))[..2].ShouldBe("PK"u8.ToArray());
        await screen.Follow("Reports on record");
        await screen.ShouldBeAt("Reports on record");
        await Expect(screen.Row("board")).ToContainTextAsync("clerk");
        desk.Test.Ledger.Reports.All().Select(one => one.Report.Name).ShouldBe(["board", "workbook"], ignoreOrder: true);
    }

    static async Task<byte[]> Taken(Screen screen, string form)
    {
        var download = await screen.Page.RunAndWaitForDownloadAsync(() => screen.Press(form));
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }
}
