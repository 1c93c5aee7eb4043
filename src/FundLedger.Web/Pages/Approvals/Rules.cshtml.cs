using FundLedger.Approvals;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Reports;
using FundLedger.Web.Access;
using FundLedger.Web.Forms;
using FundLedger.Web.Lists;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages.Approvals;

/// <summary>Which entries need a second person. Everybody may know; an administrator changes it.</summary>
[Asks(ToChange = Right.Administer)]
public sealed class RulesPage : DeskPage
{
    public ListView Rules => ListOf<ApprovalRule>("approval-rules",
    [
        new("kind", ColumnKind.Text, rule => Word.Of(rule.Kind)),
        new("needs-approval", ColumnKind.Text, rule => rule.Threshold is { IsZero: false } most
            ? Say("rules.above", ("amount", Money(most))) : Words["rules.always"]),
    ], Ledger.Approvals.Rules().All);

    public static IEnumerable<Choice> Kinds => Enum.GetValues<EntryKind>()
        .Where(kind => kind.MovesMoney() || !new ApprovalRule(kind, Amount.Usd(0)).Accept().IsRefused)
        .Select(kind => new Choice(Word.Of(kind), Word.Of(kind)));

    public IEnumerable<Choice> When => new[] { "always", "above", "never" }.Select(when => new Choice(when, Words["rules.when." + when]));

    public void OnGet() => Title = Words["page.approval-rules"];

    public IActionResult OnPost()
    {
        Title = Words["page.approval-rules"];
        if (Form.OneOf<EntryKind>("entry-kind") is not { } kind)
        {
            Form.Refuse("entry-kind", Words["form.needed"]);
            return Again();
        }

        var above = Form["when"] == "above" ? Form.Amount("threshold", Currency.Usd) : null;
        if (Form["when"] == "above" && above is null) Form.Refuse("threshold", Words["form.needed"]);
        if (Form.IsRefused) return Again();
        var threshold = Form["when"] switch { "never" => null, "above" => above, _ => Amount.Usd(0) };
        return Done(Ledger.Approvals.Set(kind, threshold, Form.Text("reason"), Author()), _ => "/approvals/rules");
    }
}
