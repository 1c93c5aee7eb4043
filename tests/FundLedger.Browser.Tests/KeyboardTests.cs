using System.Globalization;
using System.Text.RegularExpressions;
using FundLedger.Data.Payments;
using FundLedger.Tests.Web;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;
using static Microsoft.Playwright.Assertions;

namespace FundLedger.Tests.Screens;

public sealed class KeyboardTests(DeskLedger desk) : IClassFixture<DeskLedger>
{
    const int Payments = 50;

    [InChromium]
    public async Task Fifty_payments_of_a_slip_are_entered_without_a_mouse()
    {
        await using var screen = await Screen.Of(desk, "clerk");
        await screen.Keys("n", "r");
        await screen.ShouldBeAt("New payment");
        await MoveTo(screen, "Shift+Tab", "Payments of a slip");
        await screen.Keys("Enter");
        await screen.ShouldBeAt("Payments of a slip");
        await MoveTo(screen, "Shift+Tab", "Currency");
        await Type(screen, "EUR", "Tab", "50", "Tab", "63,750.00", "Tab");
        await MoveTo(screen, "Tab", "Donor 1");
        for (var i = 1; i <= Payments; i++)
            await Type(screen, i % 2 == 0 ? "NOR" : "Sweden", "Tab", (i * 50).ToString(CultureInfo.InvariantCulture), "Tab", "Tab", "Tab", "VFTC",
                "Tab", "Tab", $"K-{i:00}", i == Payments ? "Tab" : "Enter");
        await Expect(screen.Page.Locator("#control")).ToContainTextAsync("agrees with the slip");
        await screen.Keys("Control+Enter");
        await screen.ShouldBeAt("Payments");
        await Expect(screen.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { NameRegex = new Regex("^K-") })).ToHaveCountAsync(Payments);
        var recorded = desk.Test.Ledger.Payments.Page(new PaymentFilter { Text = "K-", Take = 100 }).ToArray();
        recorded.Length.ShouldBe(Payments);
        recorded.Aggregate(Euro(0), (sum, payment) => sum + payment.Amount).ShouldBe(Euro(63750));
        recorded.Count(payment => payment.Donor == "NOR").ShouldBe(Payments / 2);
    }

    [InChromium]
    public async Task The_first_of_two_keys_goes_nowhere_by_itself()
    {
        await using var screen = await Screen.Of(desk, "clerk");
        await screen.Keys("g");
        await screen.Page.WaitForTimeoutAsync(500);
        await screen.ShouldBeAt("Overview");
        await screen.Keys("b");
        await screen.ShouldBeAt("Bank");
    }

    /// <summary>Names of keys are pressed; everything else is typed.</summary>
    static async Task Type(Screen screen, params string[] texts)
    {
        foreach (var text in texts)
        {
            if (text is "Tab" or "Enter") await screen.Page.Keyboard.PressAsync(text);
            else await screen.Page.Keyboard.TypeAsync(text);
        }
    }

    /// <summary>Presses a key until what has the focus is called so.</summary>
    static async Task MoveTo(Screen screen, string key, string name)
    {
        for (var i = 0; i < 40; i++)
        {
            var here = await screen.Page.EvaluateAsync<string>("""
                () => { const one = document.activeElement;
                  return (one.ariaLabel ?? one.labels?.[0]?.textContent ?? one.textContent).trim(); }
                """);
            if (here == name) return;
            await screen.Page.Keyboard.PressAsync(key);
        }

        throw new InvalidOperationException($"{name} is not reached by {key}.");
    }
}
