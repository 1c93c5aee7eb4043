using System.Collections.Immutable;
using System.Globalization;
using FundLedger.Bank;
using FundLedger.Bank.Matching;
using FundLedger.Checks;
using FundLedger.Data.Bank;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Web.Access;
using FundLedger.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages.Bank;

/// <summary>
/// Bank lines that nothing explains, side by side with what each may be. A person confirms; nothing is posted here by
/// itself.
/// </summary>
[Asks(AllFunds = true)]
public sealed class MatchPage : DeskPage
{
    const int MostShown = 200;

    public ImmutableArray<LineCandidates> Lines => field.IsDefault ? field = Ledger.Matches.Candidates(Address["account"]) : field;

    public IEnumerable<LineCandidates> Shown => Lines.Take(MostShown);

    public int NotShown => Math.Max(0, Lines.Length - MostShown);

    /// <summary>The line that is looked at: the one asked for, else the first that nobody has left for a reason.</summary>
    public LineCandidates? Chosen => Lines.FirstOrDefault(one => one.Line.Id.ToString() == Address["line"])
        ?? Lines.FirstOrDefault(one => one.Line.LeftReason is null) ?? (Lines.IsEmpty ? null : Lines[0]);

    public string? Next => Beside(1);

    public string? Previous => Beside(-1);

    /// <summary>A line that was just explained and can be taken back.</summary>
    public string? Undoable => Address["undo"] is { } line && BankLineId.TryParse(line, out _) ? line : null;

    public IEnumerable<Choice> Accounts => Ledger.Bank.Accounts().Select(one => new Choice(one.Account, $"{one.Account} {one.Currency}"));

    public int Certain => Lines.Count(one => one.IsCertain);

    public bool MayPostCertain => BankSettings.Of(Ledger.Standing).PostsCertain;

    public string AddressOf(string? line) => Address.Without("undo").With("line", line).ToString();

    /// <summary>What of the line the candidate leaves unexplained, before charges and exchange differences are named.</summary>
    public static Amount Difference(MatchProposal proposal) =>
        proposal.Line.Amount - proposal.Parts.Aggregate(Amount.Zero(proposal.Line.Amount.Currency), (sum, part) => sum + part.Paid);

    public void OnGet() => Title = Words["page.bank-match"];

    public IActionResult OnPost()
    {
        Title = Words["page.bank-match"];
        var lines = LinesOf(Form["lines"]);
        if (lines.IsEmpty)
        {
            Form.Refuse([new Problem(Words["bank.no-line"], Words["bank.no-line.remedy"])]);
            return Again();
        }

        return Done(Asked(lines), _ => Address.With("line", Form.Text("next"))
            .With("undo", Form["do"] is "leave" or "undo" ? null : lines[0].ToString()).ToString());
    }

    Outcome<Recorded> Asked(ImmutableArray<BankLineId> lines) => Form["do"] switch
    {
        "confirm" => Told(Ledger.Matches.ConfirmCandidate(lines, Number("candidate"), Author())),
        "link" => Told(Ledger.Matches.Link(lines, [.. Form["entries"].Split(',').Select(EntryOf).OfType<long>()], Author())),
        "fee" => Told(Ledger.Matches.Fee(lines, Form["fee-fund"], Author())),
        "pay" => Pay(lines),
        "leave" => Ledger.Matches.Leave(lines[0], Form["leave-reason"], Author()),
        "undo" => Ledger.Matches.Undo(lines[0], Ledger.Today, Form["undo-reason"], Author()),
        "certain" => Told(Ledger.Matches.ConfirmCertain(Author())),
        _ => new Problem(Words["refused.400"], Words["refused.back"]),
    };

    /// <summary>A payment of pledges, or of a fund, that a person names.</summary>
    Outcome<Recorded> Pay(ImmutableArray<BankLineId> lines) => Ledger.Matches.Find(lines[0]).Then(first =>
    {
        var currency = first.Line.Amount.Currency;
        Amount charge = default;
        if (Form["charge"].Length > 0 && !AmountText.TryParseTyped(Form["charge"], currency, out charge, out var why))
            return new Problem(why, Words["bank.charge.remedy"]) { Column = "charge" };
        return new PaidFor(Ledger, currency).Read(Form["settles"], Form.Text("donor"), Form.Text("pay-fund")).Then(paid =>
            Told(Ledger.Matches.Confirm(lines,
                new Confirmation(paid.Donor, paid.Fund) { Charge = charge.IsZero ? null : charge, Note = Form.Text("note") },
                Form.IsTicked("in-full"), paid.Settles, Author())));
    });

    static Outcome<Recorded> Told(Outcome<Confirmed> done) => done.Then<Recorded>(confirmed => confirmed.Lines.IsEmpty
        ? new Recorded(0, "", "")
        : new Recorded(confirmed.Lines[0].Entry, confirmed.Lines[0].Reference,
            string.Join("; ", confirmed.Lines.Select(line => line.Text))));

    string? Beside(int step)
    {
        if (Chosen is not { } chosen) return null;
        var at = Lines.IndexOf(chosen) + step;
        return at >= 0 && at < Lines.Length ? Lines[at].Line.Id.ToString() : null;
    }

    int? Number(string field) =>
        int.TryParse(Form[field], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    static long? EntryOf(string text) =>
        long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var entry) ? entry : null;

    static ImmutableArray<BankLineId> LinesOf(string text) =>
        [.. text.Split(',').Select(one => BankLineId.TryParse(one, out var id) ? id : null).OfType<BankLineId>()];
}
