using System.Globalization;
using FundLedger.Checks;
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

    /// <summary>The kinds that the person can have: those of one fund, and all for who sees all.</summary>
    public IEnumerable<ReportKind> Kinds => ReportKind.All.Where(kind => Visit.SeesAllFunds || kind.Asks("fund"));

    public IEnumerable<Choice> FundChoices => Visit.SeesAllFunds ? [new Choice("all", Words["report.all-funds"]), .. Funds] : Funds;

    public IEnumerable<Choice> Years => Enumerable.Range(0, YearsOffered)
        .Select(back => (Ledger.Today.Year - back).ToString(CultureInfo.InvariantCulture))
        .Select(year => new Choice(year, year));

    public IEnumerable<Choice> Languages => Phrases.Languages.Select(language => new Choice(language, Words["language." + language]));

    /// <summary>The kind, what it asks, and what every kind can be asked.</summary>
    public IEnumerable<string> AllFields => Kind.FieldNames.Union(["kind", "as-at", "as-known-on"]);

    public bool HasMore => (Kind.Asks("as-at") ? 0 : Form["as-at"].Length) + Form["as-known-on"].Length > 0;

    /// <summary>Another kind of report, with what the two ask alike.</summary>
    public string AddressOf(ReportKind kind) => Address.With("kind", kind.Key).ToString();

    public void OnGet()
    {
        Prepare();
        if (Kind.Preview is null || Kind.NeededFields.Any(field => Form[field].Length == 0)) return;
        var shown = Asked().Then(asked => Kind.Preview(Ledger, asked));
        Form.Refuse(shown.Problems);
        if (!shown.IsRefused) Preview = shown.Value;
    }

    public IActionResult OnPost()
    {
        Prepare();
        if (Kind.Forms.FirstOrDefault(form => form.Extension == Form["as"]) is not { } form) return NotFound();
        foreach (var field in Kind.NeededFields.Where(field => Form[field].Length == 0)) Form.Refuse(field, Words["form.needed"]);
        if (Form.IsRefused) return Again();
        var made = Asked().Then(asked => Issuing.Issue(Ledger, form, asked, Visit.Author()));
        if (!made.IsRefused) return File(made.Value.Bytes, Issuing.ContentType(form.Extension), made.Value.Name);
        Form.Refuse(made.Problems);
        return Again();
    }

    /// <summary>What stands in the fields at first: the last year that is over, in the language of the person.</summary>
    void Prepare()
    {
        Title = Words["page.reports"];
        if (Form["kind"].Length == 0) Form["kind"] = Kind.Key;
        if (Form["fund"].Length == 0) Form["fund"] = FundChoices.First().Value;
        if (Form["year"].Length == 0) Form["year"] = (Ledger.Today.Year - 1).ToString(CultureInfo.InvariantCulture);
        if (Form["language"].Length == 0 && !Kind.IsInDonorsLanguage)
            Form["language"] = Phrases.Languages.Contains(Visit.Language) ? Visit.Language : "en";
        foreach (var name in AllFields.Where(name => !Form.Has(name))) Form[name] = "";
    }

    Outcome<ReportAsked> Asked()
    {
        var fund = Form["fund"] == "all" ? null : Form["fund"];
        if (!Kind.IsWithin(Ledger, fund))
            return new Problem(Words["report.other-fund"], Words["report.other-fund.remedy"]) { Column = "fund" };
        return Year("year").Then(year => Year("from").Then(from => Year("to").Then(to => Day().Then(day => KnownOn().Then(moment =>
            ReportAsked.Of(Ledger, Kind, new ReportFields
            {
                Fund = fund,
                Year = year,
                From = from,
                To = to,
                AsAt = day,
                KnownOn = moment,
                Language = Form.Text("language"),
                Donor = Form.Text("donor"),
                Payment = Form.Text("payment"),
            }))))));
    }

    Outcome<int?> Year(string field)
    {
        if (!Kind.Asks(field) || Form[field].Length == 0) return (int?)null;
        return int.TryParse(Form[field], NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? (int?)year
            : new Problem(Words["report.no-year"], Words["report.no-year.remedy"]) { Column = field };
    }

    Outcome<DateOnly?> Day()
    {
        if (Form["as-at"].Length == 0) return (DateOnly?)null;
        return TypedDay.TryRead(Form["as-at"], Ledger.Today, out var day, out var why) ? (DateOnly?)day
            : new Problem(why, Words["form.needed"]) { Column = "as-at" };
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
