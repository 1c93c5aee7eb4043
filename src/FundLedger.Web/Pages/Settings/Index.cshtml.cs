using FundLedger.Checks;
using FundLedger.Data.Bank;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Web.Access;
using FundLedger.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages.Settings;

/// <summary>A setting that people change: its name in the ledger, and what may stand in it.</summary>
public sealed record KnownSetting(string Name, string Kind, Func<string, bool> Allows);

/// <summary>How the ledger is set; each change is an entry with its reason.</summary>
[Asks(AllFunds = true)]
public sealed class IndexPage : DeskPage
{
    const int HighestScore = 200;

    public static IReadOnlyList<KnownSetting> All { get; } =
    [
        new(Setting.Banner, "text", text => text.Length <= 120),
        new(BankSettings.PostCertain, "yes-no", text => text is "yes" or "no"),
        new(BankSettings.Threshold, "number", text => int.TryParse(text, System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture, out var score) && score <= HighestScore),
        new(BankSettings.LargestCharge, "number", text =>
            AmountText.TryParse(text, Currency.Usd, out var amount, out _) && !amount.IsNegative),
    ];

    public IEnumerable<Choice> YesNo => new[] { "yes", "no" }.Select(word => new Choice(word, Words["word." + word]));

    public string? ValueOf(string name) => Ledger.Standing.Setting(name);

    public void OnGet() => Title = Words["page.settings"];

    public IActionResult OnPost()
    {
        Title = Words["page.settings"];
        if (All.FirstOrDefault(setting => setting.Name == Form["setting"]) is not { } setting) return NotFound();
        var value = Form.Text("value");
        return Done(value is null || setting.Allows(value) ? Ledger.Settings.Set(setting.Name, value, Form.Text("reason"), Author())
            : new Problem(Say("settings.refused", ("value", value)), Words["settings.hint." + setting.Name]), _ => "/settings");
    }
}
