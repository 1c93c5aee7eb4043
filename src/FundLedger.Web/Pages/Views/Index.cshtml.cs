using FundLedger.Checks;
using FundLedger.Data.Views;
using FundLedger.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages.Views;

/// <summary>The lists that a person keeps under names of his own: kept from the list itself, renamed and deleted here.</summary>
[Asks(ToChange = Right.Own)]
public sealed class IndexPage : DeskPage
{
    public string ListName(string list) => Navigation.Of(list) is { } place ? Words["nav." + place.Key] : list;

    /// <summary>The address of the list that could not be kept, so that it can be tried again; none where that was not asked.</summary>
    public string? RefusedAddress => Form.IsRefused && Form["do"] == "keep" ? Form["address"] : null;

    /// <summary>Whether this view was to have a name that it cannot have.</summary>
    public bool IsRefused(SavedView view) =>
        Form.IsRefused && Form["do"] == "rename" && (view.List, view.Name) == (Form["list"], Form["view"]);

    public void OnGet() => Title = Words["page.views"];

    public IActionResult OnPost()
    {
        OnGet();
        var name = Form["view-name"];
        return Form["do"] switch
        {
            // An address that leads away from the desk is no list of it.
            "keep" when Url.IsLocalUrl(Form["address"]) => Told(Ledger.Views.Keep(Visit.Name, ViewOf(Form["address"], name)),
                "views.is-kept", view => view.Address),
            "rename" => Told(Ledger.Views.Rename(Visit.Name, Form["list"], Form["view"], name), "views.is-renamed", _ => "/views"),
            "delete" => Told(Ledger.Views.Delete(Visit.Name, Form["list"], Form["view"]), "views.is-deleted", _ => "/views"),
            _ => NotFound(),
        };
    }

    static SavedView ViewOf(string address, string name)
    {
        var query = address.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? new SavedView(address, name, "") : new SavedView(address[..query], name, address[query..]);
    }

    IActionResult Told(Outcome<SavedView> outcome, string what, Func<SavedView, string> next) =>
        Done(outcome.Then<Journal.Recorded>(view => new Journal.Recorded(0, view.Name, Say(what, ("name", view.Name)))),
            _ => next(outcome.Value));
}
