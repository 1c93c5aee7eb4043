using System.Collections.Immutable;
using FundLedger.Data.Letters;
using FundLedger.Reports;
using FundLedger.Web.Access;
using FundLedger.Web.Lists;

namespace FundLedger.Web.Pages.Reports;

/// <summary>The letters that were written to donors, each with the file that was sent. A letter is of a donor and of no one fund.</summary>
[Asks(AllFunds = true)]
public sealed class LettersPage : ListPage<LetterOnRecord>
{
    protected override string Name => "letters";

    protected override string UsualOrder => "entry";

    protected override ImmutableArray<ListColumn<LetterOnRecord>> Columns =>
    [
        new("letter", ColumnKind.Text, one => new TextCell(one.Id) { Link = $"/entries/{one.Entry}/files/{one.Hash}" }) { Sorts = true },
        new("kind", ColumnKind.Text, one => WordOf("letter-kind", one.Kind)) { Sorts = true },
        new("donor", ColumnKind.Text, one => new TextCell(DonorName(one.Donor)) { Link = $"/donors/{one.Donor}" }) { Sorts = true },
        new("language", ColumnKind.Text, one => Words["language." + one.Language]) { Sorts = true },
        new("as-at", ColumnKind.Date, one => one.AsAt) { Sorts = true },
        new("at", ColumnKind.Text, one => Moment(one.WrittenAt)) { Sorts = true },
        new("by", ColumnKind.Text, one => one.WrittenBy) { Sorts = true },
        new("entry", ColumnKind.Count, one => new CountCell(one.Entry) { Link = $"/entries/{one.Entry}" }) { Sorts = true },
    ];

    protected override ListPart<LetterOnRecord> Part() => Numbered(Ordered(Ledger.Letters.All()), []);

    protected override IEnumerable<LetterOnRecord> All() => Ordered(Ledger.Letters.All());
}
