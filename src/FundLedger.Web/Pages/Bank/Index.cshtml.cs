using System.Collections.Immutable;
using FundLedger.Data.Bank;
using FundLedger.Journal;
using FundLedger.Reports;
using FundLedger.Web.Access;
using FundLedger.Web.Lists;
using FundLedger.Web.Uploads;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages.Bank;

/// <summary>The bank accounts, how far each is explained, and the statements that were taken over.</summary>
[Asks(AllFunds = true), RequestSizeLimit(MostBytes), RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class IndexPage : ListPage<HeldStatement>
{
    const long MostBytes = 32 * 1024 * 1024;

    public ListView Accounts => ListOf("accounts", AccountColumns, Ledger.Bank.Accounts());

    protected override string Name => "bank";

    protected override string UsualOrder => "until";

    protected override ImmutableArray<ListColumn<HeldStatement>> Columns =>
    [
        new("file", ColumnKind.Text, one => new TextCell(one.File) { Link = $"/bank/statements/{one.Entry}" }) { Sorts = true },
        new("account", ColumnKind.Text, one => one.Account) { Sorts = true },
        new("currency", ColumnKind.Text, one => one.Currency.Code) { Sorts = true },
        new("from", ColumnKind.Date, one => one.FirstDay) { Sorts = true },
        new("until", ColumnKind.Date, one => one.LastDay) { Sorts = true },
        new("opening", ColumnKind.Money, one => one.Opening is { } opening ? opening : Cell.Empty),
        new("closing", ColumnKind.Money, one => one.Closing is { } closing ? closing : Cell.Empty),
        new("lines", ColumnKind.Count, one => new CountCell(one.Lines)) { Sorts = true },
        new("unexplained", ColumnKind.Count, one => new CountCell(one.Unexplained))
        { Sorts = true, Mark = one => one.Unexplained > 0 ? "open" : "done" },
    ];

    ImmutableArray<ListColumn<BankAccount>> AccountColumns =>
    [
        new("account", ColumnKind.Text, one => new TextCell(one.Account)
        { Link = $"/bank/match?account={Uri.EscapeDataString(one.Account)}" }),
        new("currency", ColumnKind.Text, one => one.Currency.Code),
        new("balance-on", ColumnKind.Date, one => one.BalanceDay),
        new("balance", ColumnKind.Money, one => one.Balance is { } balance ? balance : Cell.Empty),
        new("explained-to", ColumnKind.Date, one => one.ExplainedTo),
        new("unexplained", ColumnKind.Count, one => new CountCell(one.Unexplained)
        { Link = $"/bank/match?account={Uri.EscapeDataString(one.Account)}" })
        { Mark = one => one.Unexplained > 0 ? "open" : "done" },
        new("reconciliation", ColumnKind.Text, one => new TextCell(Words["bank.see-reconciliation"])
        { Link = $"/bank/reconciliation?account={Uri.EscapeDataString(one.Account)}&as-at={one.BalanceDay:yyyy-MM-dd}" }),
    ];

    public async Task<IActionResult> OnPostAsync()
    {
        if (Request.Form.Files["file"] is not { Length: > 0 } file)
        {
            Form.Refuse("file", Words["import.no-file"]);
            return Refused();
        }

        using var copy = await TemporaryCopy.Of(file);
        using var profile = Request.Form.Files["profile"] is { Length: > 0 } given ? await TemporaryCopy.Of(given) : null;
        var done = Ledger.Bank.Import(copy.Path, new BankImportOptions { FileName = copy.Name, ProfilePath = profile?.Path }, Author());
        if (done.IsRefused) return Refused(done.Problems);
        return Done(new Recorded(done.Value.Entry, done.Value.File, Say("bank.imported", ("file", done.Value.File),
            ("added", Figure(done.Value.Added)), ("known", Figure(done.Value.Known)), ("confirmed", Figure(done.Value.Confirmed)))),
            _ => Next(done.Value));
    }

    static string Next(BankImported done) => done.Added > done.Confirmed ? "/bank/match" : "/bank";

    IActionResult Refused(params IEnumerable<Checks.Problem> problems)
    {
        OnGet(null);
        Form.Refuse(problems);
        return Again();
    }

    protected override ListPart<HeldStatement> Part() => Numbered(Ordered(Ledger.Bank.Statements()), []);

    protected override IEnumerable<HeldStatement> All() => Ordered(Ledger.Bank.Statements());
}
