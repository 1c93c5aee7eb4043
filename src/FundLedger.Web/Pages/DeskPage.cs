using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Data.Views;
using FundLedger.Donors;
using FundLedger.Format;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Reports.Wording;
using FundLedger.Web.Access;
using FundLedger.Web.Addresses;
using FundLedger.Web.Forms;
using FundLedger.Web.Lists;
using FundLedger.Web.Visits;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace FundLedger.Web.Pages;

/// <summary>
/// What every page has in hand: the visit with its ledger and language, the address, and the form that was sent. A page
/// asks and shows; it computes nothing.
/// </summary>
public abstract class DeskPage : PageModel
{
    protected const string SaidKey = "said";

    public Visit Visit => field ??= HttpContext.RequestServices.GetRequiredService<Visit>();

    public Ledger Ledger => Visit.Ledger;

    public Phrases Words => Visit.Words;

    public Notation Notation => Visit.Notation;

    public Address Address => field ??= Address.Of(Request);

    /// <summary>What was sent, on a page that was asked to change something; else the filter in the address.</summary>
    public DeskForm Form => field ??= Request.HasFormContentType ? DeskForm.Of(Request.Form, Face) : FilterOf(Address);

    /// <summary>The lists that the person keeps under names of his own.</summary>
    public ImmutableArray<SavedView> Views => field.IsDefault ? field = Ledger.Views.Of(Visit.Name) : field;

    /// <summary>The name of the page, in its heading and in the window's title.</summary>
    public string Title { get; protected set; } = "";

    /// <summary>What was just recorded, said once after the page that recorded it has led here.</summary>
    public string? Said => field ??= TempData[SaidKey] as string;

    /// <summary>A new key for a form; the same form sent twice has one effect.</summary>
    public string RequestKey => Form[DeskForm.RequestKey] is { Length: > 0 } key ? key : NewKey();

    public string Say(string key, params ReadOnlySpan<(string, string)> values) => Words.Say(key, values);

    /// <summary>The word of the ledger in the language of the person: <c>rung.signed</c>.</summary>
    public string WordOf<T>(string what, T member) where T : struct, Enum => Words[what + "." + Word.Of(member)];

    /// <summary>Parts of a page find it here.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) => ViewData["page"] = this;

    /// <summary>What cannot be recorded where the ledger can only be read, as at a standby, is refused as any other form is.</summary>
    public override void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        if (context.Exception is not DbException fault || Ledger.CanWrite) return;
        if (Data.Ledger.Trouble(fault) is not { } trouble) return;
        (context.ExceptionHandled, Visit.IsStumbled) = (true, true);
        Form.Refuse([trouble]);
        context.Result = Again();
    }

    /// <summary>The members of an enumeration as choices, in the language of the person.</summary>
    public IEnumerable<Choice> Choices<T>(string what) where T : struct, Enum =>
        Enum.GetValues<T>().Select(member => new Choice(Word.Of(member), WordOf(what, member)));

    /// <summary>The funds that the person may see, as choices.</summary>
    public IEnumerable<Choice> Funds => Ledger.Standing.Funds.All.Where(fund => Ledger.Scope.Allows(fund.Code))
        .Select(fund => new Choice(fund.Code, fund.Code));

    /// <summary>As the ledger has them when the page first asks.</summary>
    DonorDirectory Donors => field ??= Ledger.Standing.Donors;

    /// <summary>What the ledger calls a donor on this day, in the language of the person.</summary>
    public string DonorName(string code) => Donors.Find(code) is { IsRefused: false } found
        ? found.Value.NameOn(Ledger.Today, Visit.Language) : code;

    /// <summary>A short list inside a page.</summary>
    public ListView ListOf<T>(
        string name, ImmutableArray<ListColumn<T>> columns, IEnumerable<T> rows, params IReadOnlyList<ListTotal> totals)
    {
        var drawing = new ListDrawing(Words, Notation);
        return new ListView(Words["list." + name],
            [.. columns.Select(column => new ListHead(drawing.Heading(column.Key), CellText.IsFigure(column.Kind), null, "none"))],
            drawing.Rows(columns, rows))
        { Totals = drawing.Totals(columns, totals), Empty = Words["list.nothing"] };
    }

    /// <summary>A problem as the desk says it: the fields that its remedy names stand under their names here.</summary>
    public Problem Here(Problem problem) => problem.In(Face);

    public string Day(DateOnly day) => Notation.Day(day);

    /// <summary>An amount with its currency, for a sentence.</summary>
    public string Money(Amount amount) => $"{amount.Currency}\u00A0{Notation.Figure(amount.ToDecimal(), amount.Currency.Exponent)}";

    public static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";

    /// <summary>The day of the form, or today where none is given.</summary>
    protected DateOnly DayOrToday() => Form.Day("date", Ledger.Today) ?? Ledger.Today;

    /// <summary>The reason that the form must give.</summary>
    protected string Reason()
    {
        if (Form["reason"].Length == 0) Form.Refuse("reason", Words["form.needed"]);
        return Form["reason"];
    }

    /// <summary>That somebody else changed it since the form was opened.</summary>
    protected Problem Overtaken(EntryHeader newest) => new(
        Say("form.overtaken", ("who", newest.RecordedBy), ("when", Moment(newest.RecordedAt)), ("what", newest.Text)),
        Words["form.overtaken.remedy"]);

    /// <summary>Leads on after something was recorded, and says there what was; shows the form again where it was refused.</summary>
    protected IActionResult Done(Outcome<Recorded> outcome, Func<Recorded, string> next)
    {
        if (outcome.IsRefused)
        {
            Form.Refuse(outcome.Problems);
            return Again();
        }

        TempData[SaidKey] = outcome.Value.Text;
        return LocalRedirect(next(outcome.Value));
    }

    /// <summary>The form once more, with what was typed and what is wrong with it.</summary>
    protected IActionResult Again()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    protected Author Author() => Visit.Author(Form[DeskForm.RequestKey]);

    /// <summary>Fields stand under their labels; a command is the place of the desk where the same is done.</summary>
    Face Face => field ??= new Face(
        name => Words.Has("field." + name) ? $"“{Words["field." + name]}”" : Face.Plain.Field(name),
        command => Navigation.OfCommand(command) is { } place ? $"“{Words["nav." + place]}”" : Face.Plain.Command(command));

    static string NewKey() => RandomNumberGenerator.GetHexString(24, lowercase: true);

    DeskForm FilterOf(Address address)
    {
        var form = new DeskForm { Face = Face };
        foreach (var (name, value) in address.Query) form[name] = value;
        return form;
    }
}
