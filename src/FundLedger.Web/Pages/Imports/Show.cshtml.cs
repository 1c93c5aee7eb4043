using System.Collections.Immutable;
using System.Globalization;
using FundLedger.Checks;
using FundLedger.Data.Contributions;
using FundLedger.Web.Access;
using FundLedger.Web.Forms;
using FundLedger.Web.Hosting;
using FundLedger.Web.Uploads;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages.Imports;

/// <summary>
/// A spreadsheet before it is imported: what an import would do, the problems beside their rows, and where our columns stand
/// in it. While something runs the page loads itself again; closing it stops nothing.
/// </summary>
[Asks(ToSee = Right.Record, AllFunds = true)]
public sealed class ShowPage(UploadDesk uploads, DeskOptions options) : DeskPage
{
    const int FirstRows = 12;

    /// <summary>What a choice of a column begins with that holds for every row.</summary>
    const string FixedPrefix = "fixed-";

    /// <summary>Columns that may hold the same in every row.</summary>
    static readonly string[] MayBeFixed = ["kind", "donor", "fund", "date", "currency"];

    public Upload Upload { get; private set; } = null!;

    /// <summary>Problems that belong to no row.</summary>
    public IEnumerable<Problem> Elsewhere => Upload.Problems.Where(problem => problem.Row is null or <= 1);

    /// <summary>Problems with the rows in which they are.</summary>
    public IEnumerable<(Problem Problem, UploadedRow? Row)> InRows
    {
        get
        {
            var problems = Upload.Problems.Where(problem => problem.Row is > 1).ToArray();
            var rows = Upload.Rows(options.Clock, problems.Select(problem => problem.Row!.Value).ToHashSet(), problems.Length)
                .ToDictionary(row => row.Number);
            return problems.Select(problem => (problem, rows.GetValueOrDefault(problem.Row!.Value)));
        }
    }

    public ImmutableArray<UploadedRow> First => Upload.Rows(options.Clock, null, FirstRows);

    public static IEnumerable<string> OurColumns => ColumnMapping.Needed.Concat(ColumnMapping.Further);

    public IEnumerable<Choice> TheirColumns => Upload.Columns.Where(column => column.Length > 0)
        .Select(column => new Choice(column, column));

    public static bool CanBeFixed(string column) => MayBeFixed.Contains(column);

    public IEnumerable<Choice> FixedChoices(string column) => column switch
    {
        "kind" => new[] { "pledge", "payment" }.Select(kind => new Choice(kind, Words["import.kind." + kind])),
        "fund" => Funds,
        _ => [],
    };

    public IActionResult OnGet(string id)
    {
        if (!Load(id)) return NotFound();
        Fill(Upload.Mapping ?? ColumnMapping.Guess(Upload.Columns));
        if (Upload.IsRunning) Response.Headers["Refresh"] = "1";
        return Page();
    }

    public IActionResult OnPost(string id)
    {
        if (!Load(id)) return NotFound();
        switch (Form["do"])
        {
            case "import":
                uploads.BeginImport(Upload);
                break;
            case "discard":
                uploads.Discard(Upload);
                return LocalRedirect("/imports");
            case "check":
                var mapping = Chosen();
                if (Form.IsTicked("remember"))
                    Form.Refuse(Ledger.Contributions.Remember(Upload.Columns, mapping, Author()).Problems);
                if (Form.IsRefused) return Again();
                uploads.CheckAgain(Upload, mapping, Form.IsTicked("create-donors"));
                break;
        }

        return LocalRedirect("/imports/" + id);
    }

    bool Load(string id)
    {
        if (uploads.Find(id, Visit.Name) is not { } upload) return false;
        Upload = upload;
        Title = upload.FileName;
        return true;
    }

    void Fill(ColumnMapping mapping)
    {
        foreach (var column in OurColumns)
        {
            Form["map-" + column] = mapping.From.GetValueOrDefault(column, "");
            Form[FixedPrefix + column] = mapping.Fixed.GetValueOrDefault(column, "");
        }

        Form["create-donors"] = Upload.CreatesDonors ? "yes" : "";
        Form["remember"] = "yes";
    }

    ColumnMapping Chosen() => new()
    {
        From = OurColumns.Where(column => Form["map-" + column].Length > 0 && Form[FixedPrefix + column].Length == 0)
            .ToImmutableSortedDictionary(column => column, column => Form["map-" + column], StringComparer.Ordinal),
        Fixed = MayBeFixed.Where(column => Form[FixedPrefix + column].Length > 0)
            .ToImmutableSortedDictionary(column => column, column => Form[FixedPrefix + column], StringComparer.Ordinal),
    };

    public string Summary(Imported done) => Say("import.summary",
        ("pledges", done.Pledges.ToString("N0", CultureInfo.InvariantCulture)),
        ("payments", done.Payments.ToString("N0", CultureInfo.InvariantCulture)));
}
