using System.Globalization;
using FundLedger.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages;

/// <summary>Says in words why a request was not answered.</summary>
[Asks(ToSee = Right.None, ToChange = Right.None), IgnoreAntiforgeryToken]
public sealed class RefusedPage : DeskPage
{
    public string Key { get; private set; } = "";

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    void Show(int code)
    {
        Response.StatusCode = code is >= 400 and < 600 ? code : 404;
        Key = code.ToString(CultureInfo.InvariantCulture) is var key && Words.Has("refused." + key) ? key : "other";
        Title = Words["refused.title." + Key];
    }
}
