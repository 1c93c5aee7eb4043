using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Data.Requests;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Reports;
using FundLedger.Web.Lists;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages;

/// <summary>
/// Changes something that stands in the ledger: asks for what is needed, shows what would be recorded, and records it. What
/// somebody else did since the form was opened is told first.
/// </summary>
public abstract class ChangePage : DeskPage
{
    const string Seen = "seen";

    /// <summary>What shall be done; the text <c>action.KEY</c>.</summary>
    public string What => Form["what"];

    /// <summary>What would be recorded, once that was asked for.</summary>
    public ListView? Effect { get; private set; }

    /// <summary>What would be said of it.</summary>
    public string EffectText { get; private set; } = "";

    /// <summary>Why it would wait for a second person; none where it would not.</summary>
    public string? NeedsApproval { get; private set; }

    public bool IsPreview => Effect is not null || NeedsApproval is not null;

    /// <summary>The page of what is changed.</summary>
    public abstract string Back { get; }

    /// <summary>Everything that happened to it, so that the newest is known.</summary>
    protected abstract ImmutableArray<EntryHeader> History { get; }

    public long SeenEntry => History.IsEmpty ? 0 : History[^1].Number;

    /// <summary>Finds what an entry recorded; none where it does not stand, or cannot be changed so.</summary>
    protected abstract bool Find(long number);

    /// <summary>The request that the form asks for; none where a field is refused.</summary>
    protected abstract RecordRequest? Asked();

    public IActionResult OnGet(long number)
    {
        if (!Find(number)) return NotFound();
        Form["date"] = DayText.Iso(Ledger.Today);
        return Page();
    }

    public IActionResult OnPost(long number) => Find(number) ? Sent() : NotFound();

    IActionResult Sent()
    {
        if (Form[Seen] != SeenEntry.ToString(System.Globalization.CultureInfo.InvariantCulture)) return Overtaken();
        var request = Asked();
        if (request is null || Form.IsRefused) return Again();
        if (Form["do"] == "record") return Done(Ledger.Do(request, Author()), _ => Back);
        Show(Ledger.Try(request, Author(), _ => true));
        return Form.IsRefused ? Again() : Page();
    }

    void Show(Outcome<Data.Preview<bool>> preview)
    {
        if (preview.Problems is [{ Column: "approved-by" } why]) NeedsApproval = why.Message;
        else Form.Refuse(preview.Problems);
        if (preview.IsRefused) return;
        EffectText = preview.Value.Done.Text;
        Effect = ListOf("effect", Columns, preview.Value.Postings);
    }

    IActionResult Overtaken()
    {
        var newest = History[^1];
        Form.Refuse([Overtaken(newest)]);
        Form[Seen] = "";
        return Again();
    }

    ImmutableArray<ListColumn<Posting>> Columns =>
    [
        new("account", ColumnKind.Text, posting => WordOf("account", posting.Account)),
        new("movement", ColumnKind.Text, posting => WordOf("movement", posting.Movement)),
        new("fund", ColumnKind.Text, posting => posting.Fund),
        new("due", ColumnKind.Date, posting => posting.Due is { } due ? due : Cell.Empty),
        new("currency", ColumnKind.Text, posting => posting.Amount.Currency.Code),
        new("amount", ColumnKind.Money, posting => posting.Amount),
        new("usd", ColumnKind.Dollars, posting => posting.Usd),
    ];
}
