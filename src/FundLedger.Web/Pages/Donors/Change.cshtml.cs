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
    /// <summary>What a field showed when the form was opened stands beside it under its name with this before it.</summary>
    public const string Was = "was-";

    public Donor Donor { get; private set; } = null!;

    public string Back => "/donors/" + Donor.Code;

    public long SeenEntry => Ledger.Donors.History(Donor.Code)[^1].Number;

    /// <summary>What is known of the donor now, by field.</summary>
    public IReadOnlyDictionary<string, string> Standing => new Dictionary<string, string>
    {
        ["name"] = Donor.Name,
        ["name-fr"] = Donor.NameFr,
        ["name-es"] = Donor.NameEs,
        ["kind"] = Word.Of(Donor.Kind),
        ["language"] = Donor.Language,
        ["aliases"] = Donor.Aliases,
    };

    public IEnumerable<Choice> Kinds => Choices<DonorKind>("donor-kind");

    public IEnumerable<Choice> Languages => new[] { "en", "fr", "es" }.Select(tag => new Choice(tag, Words["language." + tag]));

    public IActionResult OnGet(string code)
    {
        if (!Find(code)) return NotFound();
        foreach (var (field, value) in Standing) Form[field] = value;
        return Page();
    }

    public IActionResult OnPost(string code)
    {
        if (!Find(code)) return NotFound();
        if (Form["seen"] != SeenEntry.ToString(CultureInfo.InvariantCulture))
        {
            // What this person left as it was follows the other's change, so that sending it again takes nothing back.
            foreach (var (field, value) in Standing.Where(one => Form[one.Key] == Form[Was + one.Key])) Form[field] = value;
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
