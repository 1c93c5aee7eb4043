using FundLedger.Tests.Web;
using FundLedger.Users;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Screens;

public sealed class FirstDayTests
{
    [InChromium]
    public async Task A_new_ledger_makes_its_first_administrator_who_signs_out_and_in()
    {
        using var desk = new DeskLedger(_ => { });
        await using var screen = await Screen.OfStranger(desk);
        await screen.ShouldBeAt("The first administrator");
        await screen.Fill("Name", "anna");
        await screen.Fill("Password", DeskLedger.Password);
        await screen.Fill("Password again", "something else");
        await screen.Press("Make the administrator");
        await screen.ShouldShow("is not the same as the password above");
        await screen.Fill("Password", DeskLedger.Password);
        await screen.Fill("Password again", DeskLedger.Password);
        await screen.Press("Make the administrator");
        await screen.ShouldBeAt("Overview");
        await screen.Press("Sign out");
        await screen.ShouldBeAt("Sign in");
        await screen.SignIn("anna");
        desk.Test.Ledger.Users.List().Find("anna").Value.Has(Role.Administrator).ShouldBeTrue();
    }
}
