using FundLedger.Data.Checks;
using FundLedger.Reports;
using FundLedger.Web.Access;
using FundLedger.Web.Lists;
using FundLedger.Web.Works;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages.Audit;

/// <summary>
/// Checks the whole ledger, which changes nothing. While that runs the page loads itself again; closing it stops nothing.
/// </summary>
[Asks(ToChange = Right.Read, AllFunds = true)]
public sealed class VerifyPage(Verifications verifications) : DeskPage
{
    public Verification? Last { get; private set; }

    public ListView Checks => ListOf<CheckResult>("checks",
    [
        new("check", ColumnKind.Text, check => check.Name) { Mark = check => check.Problems.IsEmpty ? "done" : "problem" },
        new("promise", ColumnKind.Text, check => check.Promise),
        new("found", ColumnKind.Text, check => string.Join("; ", check.Problems.Select(problem => problem.Message))),
    ], Last?.Work.Outcome is { IsRefused: false } done ? done.Value.Results : []);

    public void OnGet()
    {
        Title = Words["page.verify"];
        Last = verifications.Last;
        if (Last is { IsRunning: true }) Response.Headers["Refresh"] = "1";
        Form.Refuse(Last?.Work.Outcome?.Problems ?? []);
    }

    public IActionResult OnPost()
    {
        verifications.Begin(Visit.Name, Form.Text("seal"));
        return LocalRedirect("/audit/verify");
    }
}
