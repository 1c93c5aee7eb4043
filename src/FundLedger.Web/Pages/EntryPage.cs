using System.Collections.Immutable;
using FundLedger.Donors;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Web.Forms;

namespace FundLedger.Web.Pages;

/// <summary>
/// A form that records a promise or money of a donor. The donor is named as people write him; one who is not known can be
/// added here, with a warning where he may be one of those that are.
/// </summary>
public abstract class EntryPage : DeskPage
{
    public IEnumerable<Choice> DonorKinds => Choices<DonorKind>("donor-kind");

    /// <summary>The donors that complete what is typed, by name.</summary>
    public IEnumerable<Choice> Donors => Ledger.Standing.Donors.All
        .Select(donor => new Choice(donor.NameOn(Ledger.Today, Visit.Language), donor.Code))
        .OrderBy(choice => choice.Text, StringComparer.Ordinal);

    /// <summary>The currencies of which there are rates, the US$ first.</summary>
    public IEnumerable<string> Currencies => Ledger.Standing.Rates.Currencies.Select(currency => currency.Code).Prepend("USD").Distinct();

    /// <summary>The donor as typed is nobody's name: whether it can be added here.</summary>
    public bool IsNewDonor { get; private set; }

    /// <summary>Donors that may be the one meant.</summary>
    public ImmutableArray<Donor> Near { get; private set; } = [];

    protected Donor? Donor { get; private set; }

    /// <summary>Finds the donor of the form, or puts beside the field why there is none.</summary>
    protected void FindDonor()
    {
        if (Form.Text("use-donor") is { } chosen) Form["donor"] = chosen;
        if (Form["donor"].Length == 0)
        {
            Form.Refuse("donor", Words["form.needed"]);
            return;
        }

        var found = Ledger.Standing.Donors.Find(Form["donor"]);
        if (found.IsRefused && Form["do"] == "add-donor") found = Added();
        if (!found.IsRefused)
        {
            Donor = found.Value;
            Form["donor"] = DonorName(found.Value.Code);
            return;
        }

        Near = Ledger.Standing.Donors.Duplicates(Form["donor"]);
        IsNewDonor = true;
        Form.Refuse("donor", found.Problems[0].Message);
    }

    Checks.Outcome<Donor> Added()
    {
        var kind = Form.OneOf<DonorKind>("donor-kind") ?? DonorKind.Other;
        return Ledger.Donors.AddOne(new Donor("", Form["donor"], kind), evenIfSimilar: true, Visit.Author())
            .Then(recorded => Ledger.Standing.Donors.Find(recorded.Reference));
    }

    protected Currency? CurrencyOrRefused()
    {
        if (Form["currency"].Length == 0) Form.Refuse("currency", Words["form.needed"]);
        return Form.Currency("currency", Words["field.currency.unknown"]);
    }

    protected Amount? AmountOrRefused(Currency? currency)
    {
        if (Form["amount"].Length == 0) Form.Refuse("amount", Words["form.needed"]);
        return Form.Amount("amount", currency);
    }

    protected string FundOrRefused()
    {
        if (Form["fund"].Length == 0) Form.Refuse("fund", Words["form.needed"]);
        return Form["fund"];
    }
}
