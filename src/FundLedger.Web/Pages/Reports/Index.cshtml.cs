using System.Globalization;
using FundLedger.Checks;
using FundLedger.Html;
using FundLedger.Money;
using FundLedger.Reports.Wording;
using FundLedger.Web.Access;
using FundLedger.Web.Forms;
using FundLedger.Web.Reports;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages.Reports;

/// <summary>Reports on the screen, where they can be read aloud too, and as files. A file that is handed out is put on record.</summary>
[Asks(ToChange = Right.Read)]
public sealed class IndexPage : DeskPage
{
    const int YearsOffered = 15;

    public ReportKind Kind => ReportKind.Find(Form["kind"]) ?? ReportKind.All[0];

    public string? Preview { get; private set; }

    public IEnumerable<Choice> Kinds => ReportKind.All.Select(kind => new Choice(kind.Key, Words["report." + kind.Key]));

    public IEnumerable<Choice> FundChoices => Visit.SeesAllFunds ? [new Choice("all", Words["report.all-funds"]), .. Funds] : Funds;

    public IEnumerable<Choice> Years => Enumerable.Range(0, YearsOffered)
        .Select(back => (Ledger.Today.Year - back).ToString(CultureInfo.InvariantCulture))
        .Select(year => new Choice(year, year));

    public IEnumerable<Choice> Languages => Phrases.Languages.Select(language => new Choice(language, Words["language." + language]));

    public bool HasMore => Form["as-at"].Length + Form["as-known-on"].Length > 0;

    public void OnGet()
    {
        Prepare();
        var composed = Asked().Then(asked => Kind.Compose(Ledger, asked));
        Form.Refuse(composed.Problems);
        if (!composed.IsRefused) Preview = HtmlWriter.Fragment(composed.Value);
    }

    public IActionResult OnPost()
    {
        Prepare();
        if (Kind.Forms.FirstOrDefault(form => form.Extension == Form["as"]) is not { } form) return NotFound();
        var made = Asked().Then(asked => Issuing.Issue(Ledger, Kind, form, asked, Visit.Author()));
        if (!made.IsRefused) return File(made.Value.Bytes, Issuing.ContentType(form.Extension), made.Value.Name);
        Form.Refuse(made.Problems);
        return Again();
    }

    /// <summary>What stands in the fields at first: the last year that is over, in the language of the person.</summary>
    void Prepare()
    {
        Title = Words["page.reports"];
        if (Form["kind"].Length == 0) Form["kind"] = ReportKind.All[0].Key;
        if (Form["fund"].Length == 0) Form["fund"] = FundChoices.First().Value;
        if (Form["year"].Length == 0) Form["year"] = (Ledger.Today.Year - 1).ToString(CultureInfo.InvariantCulture);
        if (Form["language"].Length == 0) Form["language"] = Phrases.Languages.Contains(Visit.Language) ? Visit.Language : "en";
    }

    Outcome<ReportAsked> Asked()
    {
        var fund = Form["fund"] == "all" ? null : Form["fund"];
        if (!ReportAsked.IsWithin(Ledger, fund))
            return new Problem(Words["report.other-fund"], Words["report.other-fund.remedy"]) { Column = "fund" };
        if (!int.TryParse(Form["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            return new Problem(Words["report.no-year"], Words["report.no-year.remedy"]) { Column = "year" };
        DateOnly? day = null;
        if (Form["as-at"].Length > 0)
        {
            if (!TypedDay.TryRead(Form["as-at"], Ledger.Today, out var read, out var why))
                return new Problem(why, Words["form.needed"]) { Column = "as-at" };
            day = read;
        }

        return KnownOn().Then(moment => ReportAsked.Of(Ledger, fund, year, Form["language"], day, moment));
    }

    /// <summary>A moment in UTC, or the end of a day.</summary>
    Outcome<DateTimeOffset?> KnownOn()
    {
        if (Form["as-known-on"] is not { Length: > 0 } text) return (DateTimeOffset?)null;
        if (DayText.TryParse(text, out var day, out _))
            return (DateTimeOffset?)new DateTimeOffset(day.ToDateTime(TimeOnly.MaxValue), TimeSpan.Zero);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment : new Problem(Words["report.no-moment"], Words["report.no-moment.remedy"]) { Column = "as-known-on" };
    }
}
