using System.Collections.Immutable;
using FundLedger.Data.Contributions;
using FundLedger.Data.Journal;
using FundLedger.Reports;
using FundLedger.Web.Access;
using FundLedger.Web.Forms;
using FundLedger.Web.Lists;
using FundLedger.Web.Uploads;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages.Imports;

/// <summary>Sends a spreadsheet to be imported, and lists what was.</summary>
[Asks(AllFunds = true), RequestSizeLimit(MostBytes), RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class IndexPage(UploadDesk uploads) : ListPage<BatchLine>
{
    /// <summary>A little more than a file may have, for what is sent around it.</summary>
    internal const long MostBytes = 11 * 1024 * 1024;

    public static string Format => string.Join(", ", ColumnMapping.Needed);

    public static string Further => string.Join(", ", ColumnMapping.Further);

    /// <summary>What a file may hold.</summary>
    public IEnumerable<Choice> Holds => new[] { "contributions", OtherPage.Statement, OtherPage.Donors }
        .Select(what => new Choice(what, Words["import.holds." + what]));

    protected override string Name => "imports";

    protected override string UsualOrder => "entry";

    protected override ImmutableArray<ListColumn<BatchLine>> Columns =>
    [
        new("file", ColumnKind.Text, line => new TextCell(line.File) { Link = $"/imports/batches/{line.Entry}" }) { Sorts = true },
        new("entries", ColumnKind.Count, line => new CountCell(line.Entries)) { Sorts = true },
        new("by", ColumnKind.Text, line => line.By) { Sorts = true },
        new("at", ColumnKind.Text, line => Moment(line.At)) { Sorts = true },
        new("entry", ColumnKind.Count, line => new CountCell(line.Entry) { Link = $"/entries/{line.Entry}" }) { Sorts = true },
        new("state", ColumnKind.Text, line => line.UndoneBy == 0 ? Words["import.stands"]
            : new TextCell(Words["import.undone"]) { Link = $"/entries/{line.UndoneBy}" })
        { Mark = line => line.UndoneBy == 0 ? "done" : "reversed" },
    ];

    public async Task<IActionResult> OnPostAsync()
    {
        if (Request.Form.Files["file"] is not { Length: > 0 } file)
        {
            Form.Refuse("file", Words["import.no-file"]);
            return Refused();
        }

        if (Form["holds"] is OtherPage.Statement or OtherPage.Donors)
            return LocalRedirect("/imports/other/" + (await uploads.Keep(file, Visit.Name, Form["holds"])).Id);
        var taken = await uploads.Take(file, Form.IsTicked("create-donors"), Visit.Name, Ledger);
        if (!taken.IsRefused) return LocalRedirect("/imports/" + taken.Value.Id);
        Form["file"] = "";
        Form.Refuse(taken.Problems);
        return Refused();
    }

    IActionResult Refused()
    {
        OnGet(null);
        return Again();
    }

    protected override ListPart<BatchLine> Part() => Numbered(Ordered(Ledger.Batches.List()), []);

    protected override IEnumerable<BatchLine> All() => Ordered(Ledger.Batches.List());
}
