using System.Globalization;
using FundLedger.Data.Pledges;
using FundLedger.Journal;
using FundLedger.Reports;
using FundLedger.Web.Access;
using FundLedger.Web.Lists;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages.Closing;

/// <summary>Revalues open agreements at 31 December: what that would change, and then the recording of it.</summary>
[Asks(ToSee = Right.Record, AllFunds = true)]
public sealed class RevaluePage : DeskPage
{
    const int MostShown = 200;

    /// <summary>The year that is revalued; the last that is over where none is named.</summary>
    public int Year => int.TryParse(Form["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year
        : Ledger.Today.Year - 1;

    /// <summary>What a revaluation would do, once that was asked for.</summary>
    public Revaluation? Would { get; private set; }

    /// <summary>The agreements with the largest gains and losses, and what all of them come to.</summary>
    public ListView Pledges => ListOf<RevaluedPledge>("revalued",
    [
        new("pledge", ColumnKind.Text, one => one.Reference),
        new("donor", ColumnKind.Text, one => DonorName(one.Donor)),
        new("fund", ColumnKind.Text, one => one.Fund),
        new("currency", ColumnKind.Text, one => one.Currency.Code),
        new("open", ColumnKind.Money, one => one.Outstanding),
        new("usd-before", ColumnKind.Dollars, one => one.Before),
        new("usd-after", ColumnKind.Dollars, one => one.After),
        new("gain", ColumnKind.Dollars, one => one.Gain),
    ], Would!.Pledges.OrderByDescending(one => Math.Abs(one.Gain.MinorUnits)).Take(MostShown));

    public void OnGet() => Title = Titled();

    public IActionResult OnPost()
    {
        Title = Titled();
        if (Form["do"] == "record")
            return Done(Ledger.Revaluations.Run(Year, Author()).Then<Recorded>(done => new Recorded(0, "revaluation", TextOf(done))),
                _ => "/closing");
        var trial = Ledger.Revaluations.Run(Year, Author(), dryRun: true);
        Form.Refuse(trial.Problems);
        Would = trial.IsRefused ? null : trial.Value;
        return trial.IsRefused ? Again() : Page();
    }

    public string TextOf(Revaluation done) => Say("revalue.would", ("count", Notation.Number(done.Pledges.Length)),
        ("year", done.Year.ToString(CultureInfo.InvariantCulture)), ("gain", Money(done.Gain)));

    string Titled() => Say("page.revalue", ("year", Year.ToString(CultureInfo.InvariantCulture)));
}
