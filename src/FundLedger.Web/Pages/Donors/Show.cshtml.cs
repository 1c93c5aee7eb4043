using System.Collections.Immutable;
using System.Globalization;
using FundLedger.Data.Payments;
using FundLedger.Data.Reports;
using FundLedger.Donors;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Reports;
using FundLedger.Web.Access;
using FundLedger.Web.Lists;
using FundLedger.Web.Pages.Payments;
using FundLedger.Web.Pages.Pledges;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages.Donors;

/// <summary>One donor: what was promised and paid in all funds and years, what is open, and what is known of him.</summary>
public sealed class ShowPage : DeskPage
{
    const int MostPledges = 100;
    const int MostPayments = 20;

    public Donor Donor { get; private set; } = null!;

    public ImmutableArray<(string Key, Amount Amount)> Tiles { get; private set; }

    public ListView Grid { get; private set; } = null!;

    public ListView OpenPledges { get; private set; } = null!;

    public ListView LastPayments { get; private set; } = null!;

    public ListView Contacts => ListOf<DonorContact>("contacts",
    [
        new("name", ColumnKind.Text, contact => new TextCell(contact.Details.Name)
        { Link = Visit.May(Right.Record) ? FormattableString.Invariant($"/donors/{Donor.Code}/contact/{contact.Number}") : null }),
        new("position", ColumnKind.Text, contact => contact.Details.Position),
        new("email", ColumnKind.Text, contact => contact.Details.Email),
        new("phone", ColumnKind.Text, contact => contact.Details.Phone),
        new("address", ColumnKind.Text, contact => contact.Details.AddressOnOneLine),
        new("language", ColumnKind.Text, contact => Words["language." + contact.Details.LanguageFor(Donor)]),
    ], Ledger.Contacts.Of(Donor.Code));

    public ImmutableArray<EntryHeader> History { get; private set; }

    public string Marks => (Donor.IsLdcOn(Ledger.Today) ? " · LDC" : "") + (Donor.Sids ? " · SIDS" : "");

    public IEnumerable<(string Key, string Text)> Facts => new[]
    {
        ("name-fr", Donor.NameFr), ("name-es", Donor.NameEs), ("aliases", Donor.Aliases.Replace("|", " · ", StringComparison.Ordinal)),
        ("former-names", Donor.FormerNames), ("language", Words["language." + Donor.Language]), ("iso2", Donor.Iso2),
    }.Where(fact => fact.Item2.Length > 0);

    public IActionResult OnGet(string code)
    {
        if (Ledger.Standing.Donors.Find(code) is not { IsRefused: false } found || found.Value.Code != code) return NotFound();
        Donor = found.Value;
        Title = DonorName(code);
        var known = Ledger.Journal.Known().Value;
        var figures = Ledger.Figures.Read(Ledger.Today, known, donor: code);
        var total = figures.Total();
        Tiles = [("pledged", total.Pledged), ("paid", total.Paid), ("outstanding", total.Outstanding), ("received", total.Received),
            ("unallocated", total.Unallocated)];
        Grid = GridOf(figures);
        OpenPledges = ListOf("open-pledges", PledgeColumns.Of(this).RemoveAt(2), Ledger.PledgeLines.Page(
            new PledgeFilter { Donor = code, OpenOnly = true, Take = MostPledges }, DateOnly.MaxValue, known));
        LastPayments = ListOf("last-payments", PaymentColumns.Of(this).RemoveAt(2),
            Ledger.Payments.Page(new PaymentFilter { Donor = code, Take = MostPayments }));
        History = Ledger.Donors.History(code);
        return Page();
    }

    ListView GridOf(Figures figures)
    {
        var byFund = figures.By(figure => (figure.Year, figure.Fund));
        var byYear = figures.By(figure => figure.Year);
        string LinkTo(int year, string figure, string? fund = null) =>
            FormattableString.Invariant($"/figures?figure={figure}&donor={Donor.Code}&year={year}") + (fund is null ? "" : "&fund=" + fund);
        Cell Linked(Amount amount, string link) => new AmountCell(amount) { Link = amount.IsZero ? null : link };
        ImmutableArray<ListColumn<int>> columns =
        [
            new("year", ColumnKind.Text, year => year.ToString(CultureInfo.InvariantCulture)),
            .. new[] { "pledged", "paid", "received" }.Select(key => new ListColumn<int>(key, ColumnKind.WholeDollars,
                year => Linked(FigureParts.Of(key, byYear[year])!.Value, LinkTo(year, key)))),
        ];
        var funds = Ledger.Standing.Funds.All.Select(fund => fund.Code)
            .Where(code => byFund.Keys.Any(key => key.Fund == code)).ToArray();
        var drawing = new ListDrawing(Words, Notation);
        var rows = byYear.Keys.OrderDescending().ToArray();
        var shown = drawing.Rows(columns, rows);
        return new ListView(Words["list.grid"],
            [
                .. columns.Select(column => new ListHead(drawing.Heading(column.Key), column.Kind != ColumnKind.Text, null, "none")),
                .. funds.Select(fund => new ListHead(fund, true, null, "none")),
            ],
            [
                .. rows.Zip(shown, (year, cells) => (IReadOnlyList<ListCell>)[.. cells, .. funds.Select(fund => drawing.Cell(
                    ColumnKind.WholeDollars, byFund.TryGetValue((year, fund), out var position)
                        ? Linked(position.Received, LinkTo(year, "received", fund)) : Amount.Usd(0)))]),
            ])
        { Empty = Words["list.nothing"] };
    }
}
