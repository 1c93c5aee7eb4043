using FundLedger.Tests.Data;
using FundLedger.Tests.Web;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;
using static Microsoft.Playwright.Assertions;

namespace FundLedger.Tests.Screens;

public sealed class ContributionTests(DeskLedger desk) : IClassFixture<DeskLedger>
{
    [InChromium]
    public async Task A_pledge_of_three_instalments_is_recorded_and_paid_and_a_figure_leads_to_the_entry()
    {
        await using var screen = await Screen.Of(desk, "clerk");
        await RecordPledge(screen);
        await Expect(screen.Row("1 Aug 2025")).ToContainTextAsync("1,000.00");
        await screen.Follow("New payment");
        await screen.ShouldBeAt("New payment");
        await Expect(screen.Field("P-3")).ToHaveValueAsync("all");
        await screen.Fill("Amount", "1000");
        await screen.Fill("Date", "2025-03-01");
        await screen.Fill("Reference", "R-3");
        await screen.Press("Record");
        await screen.ShouldBeAt("Payment R-3");
        await screen.Follow("P-3");
        await Expect(screen.Row("1 Feb 2025")).ToContainTextAsync("paid");
        await screen.Follow("Norway");
        await screen.Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "By year and fund (US$)" })
            .GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "1,053" }).First.ClickAsync();
        await screen.ShouldBeAt("Entries behind a figure");
        await screen.Row("Payment of 1,000.00 EUR").GetByRole(AriaRole.Link).First.ClickAsync();
        await screen.ShouldShow("Payment of 1,000.00 EUR from NOR to VFTC");
        desk.Test.Ledger.Pledges.Find("P-3").Value.Outstanding.ShouldBe(Euro(2000));
    }

    static async Task RecordPledge(Screen screen)
    {
        await screen.Keys("n", "p");
        await screen.ShouldBeAt("New pledge");
        await screen.Fill("Donor", "Norway");
        await screen.Keys("Enter");
        await Expect(screen.Field("Fund")).ToBeFocusedAsync();
        await screen.Choose("Fund", "VFTC");
        await screen.Choose("Rung", "signed");
        await screen.Fill("Amount", "3k");
        await screen.Fill("Currency", "EUR");
        await screen.Fill("Date", "2025-01-10");
        await screen.Fill("Reference", "P-3");
        await screen.Fill("Number of instalments", "3");
        await screen.Fill("First falls due", "2025-02-01");
        await screen.Fill("Months apart", "6");
        await Expect(screen.Page.Locator("#f-amount-read")).ToContainTextAsync("3,000.00");
        await screen.Keys("Control+Enter");
        await screen.ShouldBeAt("Pledge P-3");
    }
}
