using System.Globalization;
using FundLedger.Donors;
using FundLedger.Journal;
using FundLedger.Web.Access;
using FundLedger.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages.Donors;

/// <summary>Changes what is known of a donor. Reports that were made before keep what they said.</summary>
[Asks(ToSee = Right.Record)]
public sealed class ChangeDonorPage : DeskPage
{
    public Donor Donor { get; private set; } = null!;

    public string Back => "/donors/" + Donor.Code;

    public long SeenEntry => Ledger.Donors.History(Donor.Code)[^1].Number;

    public IEnumerable<Choice> Kinds => Choices<DonorKind>("donor-kind");

    public IEnumerable<Choice> Languages => new[] { "en", "fr", "es" }.Select(tag => new Choice(tag, Words["language." + tag]));

    public IActionResult OnGet(string code)
    {
        if (!Find(code)) return NotFound();
        (Form["name"], Form["name-fr"], Form["name-es"]) = (Donor.Name, Donor.NameFr, Donor.NameEs);
        (Form["kind"], Form["language"], Form["aliases"]) = (Word.Of(Donor.Kind), Donor.Language, Donor.Aliases);
        return Page();
    }

    public IActionResult OnPost(string code)
    {
        if (!Find(code)) return NotFound();
        if (Form["seen"] != SeenEntry.ToString(CultureInfo.InvariantCulture))
        {
            Form.Refuse([Overtaken(Ledger.Donors.History(code)[^1])]);
            return Again();
        }

        return Done(Ledger.Donors.Change(Donor with
        {
            Name = Form["name"],
            NameFr = Form["name-fr"],
            NameEs = Form["name-es"],
            Kind = Form.OneOf<DonorKind>("kind") ?? Donor.Kind,
            Language = Form["language"],
            Aliases = Form["aliases"],
        }, Form.Text("reason"), Author()), _ => Back);
    }

    bool Find(string code)
    {
        if (Ledger.Standing.Donors.Find(code) is not { IsRefused: false } found || found.Value.Code != code) return false;
        Donor = found.Value;
        Title = Words["donor.change"];
        return true;
    }
}
