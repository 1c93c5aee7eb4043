using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Data.Access;
using FundLedger.Journal;
using FundLedger.Web.Access;
using FundLedger.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace FundLedger.Web.Pages.Users;

/// <summary>What everybody does for himself: another password, and keys for programs that act for him.</summary>
[Asks(ToChange = Right.Own), EnableRateLimiting(DeskHost.SignInLimit)]
public sealed class AccountPage(Passwords passwords) : DeskPage
{
    const int LongestLabel = 60;

    public IEnumerable<ApiKey> Keys => Ledger.Access.Keys().Where(key => key.Person == Visit.Name);

    public string? NewKey { get; private set; }

    public bool HasPassword => Ledger.Access.SignInOf(Visit.Name) is not null;

    public void OnGet() => Title = Words["page.account"];

    public async Task<IActionResult> OnPostAsync()
    {
        OnGet();
        switch (Form["do"])
        {
            case "password":
                return await ChangePassword();
            case "revoke" when Keys.Any(key => key.Id == Form["key"]):
                Ledger.Access.RevokeKey(Form["key"]);
                return Done(new Recorded(0, Visit.Name, Words["users.key-revoked"]), _ => "/account");
            case "key":
                NewKey = MakeKey(Ledger, Visit.Name, Form["label"], Visit.Name);
                return Page();
            default:
                return NotFound();
        }
    }

    /// <summary>Makes a key and gives it out this once.</summary>
    internal static string MakeKey(Ledger ledger, string person, string label, string madeBy)
    {
        var key = ApiKeyHandler.NewKey();
        ledger.Access.AddKey(ApiKeyHandler.HashOf(key), person, label.Length > LongestLabel ? label[..LongestLabel] : label, madeBy);
        return key;
    }

    async Task<IActionResult> ChangePassword()
    {
        var password = Request.Form["password"].ToString();
        if (password != Request.Form["again"].ToString()) Form.Refuse("again", Words["password.differs"]);
        else if (passwords.Check(Ledger, Visit.Name, Request.Form["now"].ToString()) is { IsRefused: true } wrong)
            Form.Refuse([.. wrong.Problems.Select(problem => problem with { Column = "now" })]);
        if (Form.IsRefused) return Again();
        var set = Passwords.Set(Ledger, Visit.Name, password)
            .Then<Recorded>(name => new Recorded(0, name, Say("users.password-set", ("name", name))));
        // The sessions of the old password end; this one goes on.
        if (!set.IsRefused) await Sessions.Begin(HttpContext, Ledger, Visit.Name);
        return Done(set, _ => "/account");
    }
}
