using System.Globalization;
using FundLedger.Donors;
using FundLedger.Web.Access;
using FundLedger.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages.Donors;

/// <summary>Adds a contact of a donor, changes one, or erases it.</summary>
[Asks(ToSee = Right.Record)]
public sealed class ContactPage : DeskPage
{
    public Donor Donor { get; private set; } = null!;

    /// <summary>The contact that is changed; none where one is added.</summary>
    public DonorContact? Contact { get; private set; }

    public string Back => "/donors/" + Donor.Code;

    public long SeenEntry => Contact?.Entry ?? 0;

    public IEnumerable<Choice> Languages => new[] { "en", "fr", "es" }.Select(tag => new Choice(tag, Words["language." + tag]));

    public IActionResult OnGet(string code, long? number)
    {
        if (!Find(code, number) || (Contact is null && number is not null)) return NotFound();
        ShowStanding();
        return Page();
    }

    public IActionResult OnPost(string code, long? number)
    {
        if (!Find(code, number)) return NotFound();
        if (number is { } erased && Form["do"] == "erase") return Erase(erased);
        if (Contact is null && number is not null) return NotFound();
        if (Contact is not null && Form["seen"] != SeenEntry.ToString(CultureInfo.InvariantCulture))
        {
            Form.Refuse([Overtaken(Ledger.Journal.Read(SeenEntry)!.Header)]);
            return Again();
        }

        return Done(Contact is null ? Ledger.Contacts.Add(code, Typed(), Author())
            : Ledger.Contacts.Change(code, Contact.Number, Typed(), null, Author()), _ => Back);
    }

    /// <summary>A form that is sent twice finds the contact gone, and is answered as the first time.</summary>
    IActionResult Erase(long number)
    {
        var reason = Reason();
        var erased = Form.IsRefused ? null : Ledger.Contacts.Erase(Donor.Code, number, reason, Author());
        if (erased is { IsRefused: false }) return Done(erased, _ => Back);
        if (Contact is null) return NotFound();
        if (erased is not null) Form.Refuse(erased.Problems);
        ShowStanding();
        return Again();
    }

    bool Find(string code, long? number)
    {
        if (Ledger.Standing.Donors.Find(code) is not { IsRefused: false } found || found.Value.Code != code) return false;
        Donor = found.Value;
        Contact = number is { } one && Ledger.Contacts.Find(code, one) is { IsRefused: false } standing ? standing.Value : null;
        Title = Words[number is null ? "contact.add" : "contact.change"];
        return true;
    }

    void ShowStanding()
    {
        if (Contact is not { Details: var details }) return;
        (Form["name"], Form["position"], Form["email"]) = (details.Name, details.Position, details.Email);
        (Form["phone"], Form["address"], Form["language"]) = (details.Phone, details.Address, details.Language);
    }

    ContactDetails Typed() => new(Form["name"])
    {
        Position = Form["position"],
        Email = Form["email"],
        Phone = Form["phone"],
        Address = Form["address"],
        Language = Form["language"],
    };
}
