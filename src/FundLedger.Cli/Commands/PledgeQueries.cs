using System.Collections.Immutable;
using System.CommandLine;
using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Data.Reports;
using FundLedger.Journal;
using FundLedger.Pledges;
using FundLedger.Reports;

namespace FundLedger.Cli.Commands;

/// <summary>Looking at pledges.</summary>
static class PledgeQueries
{
    static readonly ImmutableArray<Column> Columns =
    [
        new("reference", "Reference", ColumnKind.Text), new("date", "Date", ColumnKind.Date), new("donor", "Donor", ColumnKind.Text),
        new("fund", "Fund", ColumnKind.Text), new("status", "Status", ColumnKind.Text), new("currency", "", ColumnKind.Text),
        new("promised", "Pledged", ColumnKind.Money), new("paid", "Paid", ColumnKind.Money),
        new("written_off", "Written off", ColumnKind.Money), new("outstanding", "Outstanding", ColumnKind.Money),
        new("outstanding_usd", "in US$", ColumnKind.Dollars), new("next_due", "Due", ColumnKind.Date),
    ];

    internal static Command List(Shell shell)
    {
        var filter = new FilterOptions();
        var open = Described.Flag("--open", "only pledges of which something is outstanding");
        return Described.Command("list", "List pledges, the newest first.",
            "fundledger pledges list --fund VFTC --open", [.. filter.All, open])
            .Does(parse => shell.Do(parse, ledger => filter.Read(parse, ledger).Then(given =>
                ledger.Journal.Known().Then<ImmutableArray<PledgeLine>>(known => ledger.PledgeLines.Page(
                    new PledgeFilter
                    {
                        Fund = given.Fund,
                        Donor = given.Donor,
                        From = given.From,
                        To = given.To,
                        OpenOnly = parse.GetValue(open),
                        Skip = given.Skip,
                        Take = given.Take,
                    }, DateOnly.MaxValue, known).ToImmutableArray())),
                pledges => shell.Terminal.Print(TableOf(pledges))));
    }

    internal static Command Show(Shell shell)
    {
        var reference = Described.Name("PLEDGE", "the pledge's reference");
        return Described.Command("show", "Show one pledge, its instalments and everything that happened to it.",
            "fundledger pledges show NOR-2025-1", reference)
            .Does(parse => shell.Do(parse, ledger => Read(ledger, parse.GetRequiredValue(reference)), shown => Print(shell, shown)));
    }

    static Outcome<PledgeShown> Read(Ledger ledger, string reference) =>
        ledger.Pledges.Find(reference).Then(state => ledger.Journal.Known().Then<PledgeShown>(known => new PledgeShown(
            ledger.PledgeLines.Page(new PledgeFilter { Reference = state.Reference }, DateOnly.MaxValue, known).Single(),
            [.. state.Claims.GroupBy(claim => claim.Instalment).SelectMany(Standing).Select(claim =>
                new InstalmentShown(claim.Instalment, claim.Account, claim.Due, claim.Outstanding, claim.Usd))],
            ledger.Journal.EntriesOfPledge(state.Number))));

    /// <summary>Where an instalment stands: on the rungs on which something of it is open, or on the highest that it reached.</summary>
    static IEnumerable<Claim> Standing(IEnumerable<Claim> claims)
    {
        Claim[] open = [.. claims.Where(claim => !claim.Outstanding.IsZero)];
        return open.Length > 0 ? open : [claims.MaxBy(claim => PledgeState.RungOf(claim.Account))!];
    }

    static void Print(Shell shell, PledgeShown shown)
    {
        shell.Terminal.Print(TableOf([shown.Pledge]));
        shell.Terminal.Print(new Table("instalments", "Instalments",
            [
                new("number", "No.", ColumnKind.Count), new("due", "Due", ColumnKind.Date), new("account", "Standing as", ColumnKind.Text),
                new("outstanding", "Outstanding", ColumnKind.Money), new("usd", "in US$", ColumnKind.Dollars),
            ],
            [.. shown.Instalments.Select(part => Row.Detail(new CountCell(part.Number), part.Due, Word.Of(part.Account), part.Outstanding,
                part.OutstandingUsd))]));
        shell.Terminal.Print(EntryTable.Of(shown.Entries));
    }

    internal static Table TableOf(IReadOnlyCollection<PledgeLine> pledges) => new("pledges", "", Columns,
        [.. pledges.Select(line => Row.Detail(line.Reference, line.Date, line.Donor, line.Fund, Word.Of(line.Rung),
            line.Original.Currency.Code, line.Promised, line.Paid, line.WrittenOff, line.Outstanding, line.OutstandingUsd,
            line.NextDue is { } due ? due : Cell.Empty))]);

    sealed record InstalmentShown(int Number, Account Account, DateOnly Due, Money.Amount Outstanding, Money.Amount OutstandingUsd);

    sealed record PledgeShown(PledgeLine Pledge, ImmutableArray<InstalmentShown> Instalments, ImmutableArray<EntryHeader> Entries);
}

/// <summary>What a list is limited to: fund, donor, period, page.</summary>
sealed class FilterOptions
{
    readonly Option<string?> _fund = Described.Text("--fund", "only this fund", "FUND");
    readonly Option<string?> _donor = Described.Text("--donor", "only this donor, by code or name", "DONOR");
    readonly Option<string?> _from = Described.Text("--from", "from this day on", "DATE");
    readonly Option<string?> _to = Described.Text("--to", "up to this day", "DATE");
    readonly Option<int> _take = new("--take") { Description = "how many rows (50)", HelpName = "N", DefaultValueFactory = _ => 50 };
    readonly Option<int> _skip = new("--skip") { Description = "how many rows to pass over", HelpName = "N" };

    internal IEnumerable<Symbol> All => [_fund, _donor, _from, _to, _take, _skip];

    internal Outcome<Filter> Read(ParseResult parse, Ledger ledger) =>
        Input.Day(parse.GetValue(_from), DateOnly.MinValue, "--from").Then(from =>
        Input.Day(parse.GetValue(_to), DateOnly.MaxValue, "--to").Then(to =>
        Code(parse.GetValue(_fund), ledger.Standing.Funds.Find, fund => fund.Code).Then(fund =>
        Code(parse.GetValue(_donor), ledger.Standing.Donors.Find, donor => donor.Code).Then<Filter>(donor =>
            new Filter(fund, donor, from, to, parse.GetValue(_skip), parse.GetValue(_take))))));

    /// <summary>The code that a name stands for; none where no name is given.</summary>
    internal static Outcome<string?> Code<T>(string? name, Func<string, Outcome<T>> find, Func<T, string> code) =>
        name is null ? (string?)null : find(name).Then<string?>(found => code(found));
}

sealed record Filter(string? Fund, string? Donor, DateOnly From, DateOnly To, int Skip, int Take)
{
    internal ContributionFilter ToContributions() => new() { Fund = Fund, Donor = Donor, From = From, To = To };
}
