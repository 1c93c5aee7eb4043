using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Data.Rates;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Rates;
using FundLedger.Reports;
using FundLedger.Web.Access;
using FundLedger.Web.Forms;
using FundLedger.Web.Lists;
using FundLedger.Web.Uploads;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages.Rates;

/// <summary>The rates of exchange by currency and day; a rate that comes late or is wrong is corrected by a newer record.</summary>
[RequestSizeLimit(Imports.IndexPage.MostBytes), RequestFormLimits(MultipartBodyLengthLimit = Imports.IndexPage.MostBytes)]
public sealed class IndexPage(UploadDesk uploads) : ListPage<Rate>
{
    /// <summary>What the rate typed would change, before it is recorded.</summary>
    public RatesLoaded? Effect { get; private set; }

    public ListView Changed => EffectList.Of(this, Effect!.Effect);

    public IEnumerable<Choice> Currencies => Ledger.Standing.Rates.All.Select(rate => rate.Currency).Distinct()
        .OrderBy(currency => currency.Code, StringComparer.Ordinal)
        .Select(currency => new Choice(currency.Code, $"{currency.Code} {currency.Name}"));

    protected override string Name => "rates";

    protected override string UsualOrder => "effective";

    protected override ImmutableArray<ListColumn<Rate>> Columns =>
    [
        new("currency", ColumnKind.Text, rate => new TextCell(rate.Currency.Code) { Link = $"/rates?currency={rate.Currency.Code}" })
        { Sorts = true },
        new("name", ColumnKind.Text, rate => rate.Currency.Name),
        new("effective", ColumnKind.Date, rate => rate.Effective) { Sorts = true },
        new("rate", ColumnKind.Rate, rate => new RateCell(rate.UnitsPerDollar)),
        new("source", ColumnKind.Text, rate => rate.Source) { Sorts = true },
    ];

    public async Task<IActionResult> OnPostAsync()
    {
        if (Form["do"] == "upload") return await Sent();
        var rate = Typed();
        if (rate is null) return Refused([]);
        if (Form["do"] == "record")
            return Done(Told(Ledger.Rates.Add([rate], rate.Source, Author())), _ => $"/rates?currency={rate.Currency}");
        Effect = Ledger.Rates.Preview([rate]);
        // What it would have changed may be of other funds.
        if (!Visit.SeesAllFunds) Effect = Effect with { Effect = RateEffect.None };
        OnGet(null);
        return Page();
    }

    protected override ListPart<Rate> Part() => Numbered(Ordered(Filtered()), []);

    protected override IEnumerable<Rate> All() => Ordered(Filtered());

    /// <summary>What was recorded of a load of rates, or that it waits.</summary>
    internal static Outcome<Recorded> Told(Outcome<RatesLoaded> loaded) => loaded.Then<Recorded>(done => new Recorded(done.Entry, "rates",
        done.Text ?? FormattableString.Invariant($"{done.Added} added, {done.Corrected} corrected, {done.Unchanged} as they were"))
    { Proposal = done.Proposal });

    async Task<IActionResult> Sent()
    {
        if (Request.Form.Files["file"] is not { Length: > 0 } file)
        {
            Form.Refuse("file", Words["import.no-file"]);
            return Refused([]);
        }

        return LocalRedirect("/rates/import/" + (await uploads.Keep(file, Visit.Name)).Id);
    }

    Rate? Typed()
    {
        var currency = Form.Currency("currency", Words["rates.no-currency"]);
        var day = Form.Day("effective", Ledger.Today);
        if (!Rate.TryParse(Form["rate"], out var units)) Form.Refuse("rate", Words["rates.not-a-rate"]);
        if (currency is null) Form.Refuse("currency", Words["form.needed"]);
        if (day is null) Form.Refuse("effective", Words["form.needed"]);
        if (Form["source"].Length == 0) Form.Refuse("source", Words["form.needed"]);
        return Form.IsRefused ? null : new Rate(currency!, day!.Value, units, Form["source"]);
    }

    IActionResult Refused(ImmutableArray<Problem> problems)
    {
        OnGet(null);
        Form.Refuse(problems);
        return Again();
    }

    Rate[] Filtered()
    {
        var (from, to) = (DayOf("from"), DayOf("to"));
        return [.. Ledger.Standing.Rates.All
            .Where(rate => (Address["currency"] is not { } code || rate.Currency.Code == code)
                && (from is null || rate.Effective >= from) && (to is null || rate.Effective <= to))
            .OrderBy(rate => rate.Currency.Code, StringComparer.Ordinal)];
    }

    DateOnly? DayOf(string name) => Address[name] is { } text && TypedDay.TryRead(text, Ledger.Today, out var day, out _) ? day : null;
}
