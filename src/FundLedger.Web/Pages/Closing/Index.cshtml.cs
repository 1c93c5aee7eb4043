using System.Collections.Immutable;
using System.Globalization;
using FundLedger.Closing;
using FundLedger.Data.Closing;
using FundLedger.Journal;
using FundLedger.Web.Access;
using FundLedger.Web.Lists;
using FundLedger.Reports;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages.Closing;

/// <summary>
/// Leads through the closing of a year: what is found, each explained or cleared, then closed. The last closed year can be
/// opened again, with a reason and a second person.
/// </summary>
[Asks(AllFunds = true)]
public sealed class IndexPage : DeskPage
{
    const int YearsBack = 10;

    /// <summary>The last year that takes no entries; 0 where none was closed.</summary>
    public int Through => Ledger.Closing.Closed().Through;

    /// <summary>The year that comes next: after the last closed one, or the last that is over.</summary>
    public int Year => int.TryParse(Form["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year
        : Through > 0 ? Through + 1 : Ledger.Today.Year - 1;

    /// <summary>Why the year cannot be closed, whatever is found in it.</summary>
    public Checks.Problem? Objection => CloseYear.Objection(Year, Ledger.Closing.Closed(), Ledger.Today);

    /// <summary>What is found; the checks of all figures only where closing has asked them and was refused.</summary>
    public ImmutableArray<Finding> Findings => field.IsDefault ? field = Found(Form.IsRefused) : field;

    public bool IsUnrevalued => Ledger.Closing.IsUnrevalued(Year);

    public ListView Closed => ListOf<ClosedYear>("closed-years",
    [
        new("year", ColumnKind.Text, one => one.Year.ToString(CultureInfo.InvariantCulture)),
        new("by", ColumnKind.Text, one => one.By),
        new("approved-by", ColumnKind.Text, one => one.ApprovedBy ?? ""),
        new("at", ColumnKind.Text, one => Moment(one.At)),
        new("findings", ColumnKind.Text, one =>
            string.Join("; ", one.Findings.Select(finding => $"{finding.Text()}: {finding.Explanation}"))),
        new("entry", ColumnKind.Count, one => new CountCell(one.Entry) { Link = $"/entries/{one.Entry}" }),
    ], Years());

    public void OnGet() => Title = Words["page.closing"];

    public IActionResult OnPost()
    {
        Title = Words["page.closing"];
        if (Form["do"] == "reopen")
            return Done(Ledger.Closing.Reopen(Year, Form["reason"], Author()), _ => "/closing");
        var explained = Enum.GetValues<FindingKind>().Where(kind => Form["explain-" + Word.Of(kind)].Length > 0)
            .ToImmutableSortedDictionary(kind => kind, kind => Form["explain-" + Word.Of(kind)]);
        foreach (var finding in Found(withChecks: false).Where(finding => !explained.ContainsKey(finding.Kind)))
            Form.Refuse("explain-" + Word.Of(finding.Kind), Words["closing.explain-or-clear"]);
        return Form.IsRefused ? Again() : Done(Ledger.Closing.Close(Year, explained, Author()), _ => "/closing");
    }

    /// <summary>Where what was found can be cleared.</summary>
    public static string WhereOf(FindingKind kind) => kind switch
    {
        FindingKind.UnsignedPledges or FindingKind.OverdueInstalments => "/pledges",
        FindingKind.UnallocatedReceipts => "/payments",
        FindingKind.MissingRates => "/rates",
        FindingKind.WaitingProposals => "/approvals",
        _ => "/audit",
    };

    ImmutableArray<Finding> Found(bool withChecks) =>
        Ledger.Closing.Checklist(Year, withChecks) is { IsRefused: false } found ? found.Value : [];

    IEnumerable<ClosedYear> Years()
    {
        var known = Ledger.Journal.Known().Value;
        return Enumerable.Range(0, YearsBack).Select(back => Through - back).Where(year => year > 0)
            .Select(year => Ledger.Closing.Of(year, known)).OfType<ClosedYear>();
    }
}
