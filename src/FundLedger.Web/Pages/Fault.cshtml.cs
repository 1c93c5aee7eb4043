using System.Data.Common;
using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Web.Access;
using FundLedger.Web.Visits;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages;

/// <summary>Shown where a request ended in a fault: of the machine, which has a name and a remedy, or of the program.</summary>
[Asks(ToSee = Right.None, ToChange = Right.None), IgnoreAntiforgeryToken]
public sealed class FaultPage : DeskPage
{
    public string Why { get; private set; } = "";

    public string? Remedy { get; private set; }

    public void OnGet() => Show();

    public void OnPost() => Show();

    void Show()
    {
        var fault = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (fault is BadHttpRequestException bad) Response.StatusCode = bad.StatusCode;
        var problem = ProblemOf(fault);
        Title = Words["fault.title"];
        Why = problem?.Message ?? Words[fault is BadHttpRequestException ? "fault.too-much" : "fault.program"];
        Remedy = problem is null ? null : Here(problem).Remedy;
        if (problem is not null) Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
    }

    static Problem? ProblemOf(Exception? fault) => fault switch
    {
        LedgerUnavailableException unavailable => unavailable.Problem,
        DbException database => FundLedger.Data.Ledger.Trouble(database),
        _ => null,
    };
}
