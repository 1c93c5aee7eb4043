using System.Text;
using FundLedger.Money;
using FundLedger.Pledges;
using FundLedger.Tests.Bank;
using FundLedger.Tests.Data;
using FundLedger.Tests.Web;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;
using static Microsoft.Playwright.Assertions;

namespace FundLedger.Tests.Screens;

public sealed class BankTests(DeskLedger desk) : IClassFixture<DeskLedger>
{
    [InChromium]
    public async Task A_statement_is_taken_over_and_its_lines_are_explained_by_keys()
    {
        // The statement ends in March.
        desk.Test.Clock.Now = desk.Test.Clock.Now.AddDays(30);
        Pledge("NOR-1", 5000);
        Pledge("NOR-2", 7000);
        await using var screen = await Screen.Of(desk, "clerk");
        await TakeOver(screen);
        await screen.Keys("1", "Enter");
        await screen.ShouldShow("2 lines");
        await screen.Keys("1", "Enter");
        await screen.ShouldShow("1 lines");
        await screen.Keys("s");
        await screen.Page.Keyboard.TypeAsync("we asked the bank");
        await screen.Keys("Enter");
        await screen.ShouldShow("we asked the bank");
        await screen.Keys("/");
        await screen.Page.Keyboard.TypeAsync("NOR-1");
        await screen.Keys("Enter");
        await screen.ShouldBeAt("Pledge NOR-1");
        await Expect(screen.Row("10 Jan 2026")).ToContainTextAsync("paid");
        desk.Test.Ledger.Pledges.Find("NOR-2").Value.Outstanding.IsZero.ShouldBeTrue();
    }

    static async Task TakeOver(Screen screen)
    {
        var file = new CamtFile(8);
        file.Statement("100.00", "12200.00", file.Entry("5000.00", file.Payment("UTENRIKSDEPARTEMENTET", "NOR-1")),
            file.Entry("7000.00", file.Payment("UTENRIKSDEPARTEMENTET", "NOR-2")), file.Entry("100.00", file.Payment("UNKNOWN", "gift")));
        await screen.Keys("g", "b");
        await screen.ShouldBeAt("Bank");
        await screen.Field("Statement (camt.053, MT940, CSV)").SetInputFilesAsync(
            new FilePayload { Name = "statement.xml", MimeType = "application/xml", Buffer = Encoding.UTF8.GetBytes(file.ToString()) });
        await screen.Press("Take it over");
        await screen.ShouldBeAt("Unexplained bank lines");
        await screen.ShouldShow("3 lines");
    }

    void Pledge(string reference, decimal amount) => desk.Test.Ledger.Pledges.Add(
        new NewPledge("NOR", "VFTC", Day("2026-01-10"), new Amount(decimal.ToInt64(amount * 100), Currency.Of("CHF")))
        { Reference = reference, Status = Rung.Signed }, Clerk).ShouldBeDone();
}
