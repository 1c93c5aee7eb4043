using FundLedger.Tests.Data;
using FundLedger.Tests.Web;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;
using static Microsoft.Playwright.Assertions;

namespace FundLedger.Tests.Screens;

public sealed class ChangeTests(DeskLedger desk) : IClassFixture<DeskLedger>
{
    [InChromium]
    public async Task What_one_person_proposes_a_second_sees_before_and_after_and_approves()
    {
        desk.Test.Ledger.Promise("P-1", "2025-01-10", Euro(950));
        await using var clerk = await Screen.Of(desk, "clerk");
        await clerk.GoTo("Pledges");
        await clerk.Follow("P-1");
        await clerk.Follow("Write off");
        await clerk.Fill("Amount (all that is outstanding if empty)", "450");
        await clerk.Fill("Reason", "the donor has ceased to exist");
        await clerk.Press("Show what would be recorded");
        await clerk.ShouldShow("A second person has to approve this");
        await clerk.Press("Write off");
        await clerk.GoTo("Approvals");
        await Expect(clerk.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Approve" })).ToBeDisabledAsync();

        await using var cleo = await Screen.Of(desk, "cleo");
        await cleo.Keys("g", "a");
        await cleo.ShouldShow("the donor has ceased to exist");
        await Expect(cleo.Row("P-1")).ToContainTextAsync("950.00");
        await Expect(cleo.Row("P-1")).ToContainTextAsync("500.00");
        await MeansThePlaceHoweverLate(cleo, "a");
        desk.Test.Ledger.Pledges.Find("P-1").Value.Outstanding.ShouldBe(Euro(950));
        await cleo.Keys("a");
        await cleo.ShouldShow("Nothing waits for a second person.");

        await using var dora = await Screen.Of(desk, "dora");
        await dora.GoTo("Audit trail");
        await Expect(dora.Row("the donor has ceased to exist")).ToContainTextAsync("clerk");
        await Expect(dora.Row("the donor has ceased to exist")).ToContainTextAsync("cleo");
        desk.Test.Ledger.Pledges.Find("P-1").Value.Outstanding.ShouldBe(Euro(500));
    }

    [InChromium]
    public async Task Who_changed_what_is_found_in_the_audit_trail()
    {
        await using var clerk = await Screen.Of(desk, "clerk");
        await OpenDonor(clerk, "Sweden");
        await clerk.Fill("Other names", "Konungariket Sverige");
        await clerk.Fill("Reason", "their letter of 2 March");
        await clerk.Press("Record");
        await clerk.ShouldBeAt("Sweden");

        await using var dora = await Screen.Of(desk, "dora");
        await dora.GoTo("Audit trail");
        await dora.Choose("Person", "clerk");
        await dora.Choose("Kind of entry", "donors");
        await Expect(dora.Row("their letter of 2 March")).ToContainTextAsync("Konungariket Sverige");
        await Expect(dora.Row("their letter of 2 March")).ToContainTextAsync("→");
    }

    [InChromium]
    public async Task Of_two_who_change_a_donor_at_once_the_second_is_told_and_nothing_is_lost()
    {
        await using var clerk = await Screen.Of(desk, "clerk");
        await using var ben = await Screen.Of(desk, "ben");
        await OpenDonor(clerk, "Denmark");
        await OpenDonor(ben, "Denmark");
        await clerk.Fill("Other names", "Kongeriget Danmark");
        await clerk.Press("Record");
        await clerk.ShouldBeAt("Denmark");
        await ben.Fill("Name in Spanish", "Reino de Dinamarca");
        await ben.Press("Record");
        await ben.ShouldShow("clerk changed this on");
        await Expect(ben.Field("Name in Spanish")).ToHaveValueAsync("Reino de Dinamarca");
        await Expect(ben.Field("Other names")).ToHaveValueAsync("Kongeriget Danmark");
        await ben.Press("Record");
        await ben.ShouldBeAt("Denmark");
        var donor = desk.Test.Ledger.Standing.Donors.Find("DNK").ShouldBeDone();
        donor.NameEs.ShouldBe("Reino de Dinamarca");
        donor.Aliases.ShouldBe("Kongeriget Danmark");
    }

    [InChromium]
    public async Task Of_two_who_amend_a_pledge_at_once_the_second_decides_again()
    {
        desk.Test.Ledger.Promise("P-2", "2025-01-10", Euro(100));
        await using var clerk = await Screen.Of(desk, "clerk");
        await using var ben = await Screen.Of(desk, "ben");
        await Amend(clerk, "120");
        await Amend(ben, "150");
        await clerk.Press("Amend");
        await clerk.ShouldBeAt("Pledge P-2");
        await ben.Press("Amend");
        await ben.ShouldShow("clerk changed this on");
        await Expect(ben.Field("New total (leave empty to keep it)")).ToHaveValueAsync("150");
        desk.Test.Ledger.Pledges.Find("P-2").Value.Outstanding.ShouldBe(Euro(120));
        await ben.Press("Show what would be recorded");
        await ben.Press("Amend");
        await ben.ShouldBeAt("Pledge P-2");
        await ben.ShouldShow("clerk");
        desk.Test.Ledger.Pledges.Find("P-2").Value.Outstanding.ShouldBe(Euro(150));
    }

    /// <summary>A key by which something is decided decides nothing after g, and nothing where it is held down.</summary>
    static async Task MeansThePlaceHoweverLate(Screen screen, string key)
    {
        await screen.Keys("g");
        await screen.Page.WaitForTimeoutAsync(2_000);
        await screen.Page.RunAndWaitForResponseAsync(() => screen.Keys(key), answer => answer.Request is { IsNavigationRequest: true, Method: "GET" });
        await screen.ShouldShow("the donor has ceased to exist");
        var isLeft = await screen.Page.EvaluateAsync<bool>(
            "key => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, repeat: true, bubbles: true, cancelable: true }))", key);
        isLeft.ShouldBeTrue("the key that is held down");
    }

    static async Task OpenDonor(Screen screen, string name)
    {
        await screen.GoTo("Donors");
        await screen.Fill("Name or code", name);
        await screen.Keys("Enter");
        await screen.Follow(name);
        await screen.ShouldBeAt(name);
        await screen.Follow("Change");
        await screen.ShouldBeAt("Change");
    }

    static async Task Amend(Screen screen, string total)
    {
        await screen.GoTo("Pledges");
        await screen.Follow("P-2");
        await screen.Follow("Amend");
        await screen.Fill("New total (leave empty to keep it)", total);
        await screen.Fill("Reason", "a new agreement");
        await screen.Press("Show what would be recorded");
        await Expect(screen.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "What would be recorded" })).ToBeVisibleAsync();
    }
}
