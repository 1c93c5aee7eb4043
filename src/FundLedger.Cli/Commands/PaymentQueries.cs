using System.Collections.Immutable;
using System.CommandLine;
using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Data.Payments;
using FundLedger.Journal;
using FundLedger.Payments;
using FundLedger.Reports;

namespace FundLedger.Cli.Commands;

/// <summary>Looking at payments.</summary>
static class PaymentQueries
{
    internal static Command List(Shell shell)
    {
        var filter = new FilterOptions();
        var unallocated = Described.Flag("--unallocated", "only payments of which something is not explained yet");
        return Described.Command("list", "List payments, the newest first.",
            "fundledger payments list --unallocated", [.. filter.All, unallocated])
            .Does(parse => shell.Do(parse, ledger => filter.Read(parse, ledger).Then<ImmutableArray<PaymentLine>>(given =>
                ledger.Payments.Page(new PaymentFilter
                {
                    Fund = given.Fund,
                    Donor = given.Donor,
                    From = given.From,
                    To = given.To,
                    UnallocatedOnly = parse.GetValue(unallocated),
                    Skip = given.Skip,
                    Take = given.Take,
                }).ToImmutableArray()),
                payments => shell.Terminal.Print(TableOf(payments))));
    }

    internal static Command Show(Shell shell)
    {
        var reference = Described.Name("PAYMENT", "the payment's reference");
        return Described.Command("show", "Show one payment, what it settled and everything that happened to it.",
            "fundledger payments show CHASE-0117", reference)
            .Does(parse => shell.Do(parse, ledger => Read(ledger, parse.GetRequiredValue(reference)), shown => Print(shell, shown)));
    }

    static Outcome<PaymentShown> Read(Ledger ledger, string reference) =>
        ledger.Payments.Find(reference).Then<PaymentShown>(receipt => new PaymentShown(
            ledger.Payments.Page(new PaymentFilter { Reference = receipt.Reference }).Single(),
            ledger.Payments.AllocationsOf(receipt.Number), ledger.Journal.EntriesOfPayment(receipt.Number)));

    static void Print(Shell shell, PaymentShown shown)
    {
        shell.Terminal.Print(TableOf([shown.Payment]));
        shell.Terminal.Print(new Table("allocations", "Allocations",
            [
                new("entry", "Entry", ColumnKind.Count), new("pledge", "Pledge", ColumnKind.Text),
                    new("instalment", "Instalment", ColumnKind.Count),
                new("fund", "Fund", ColumnKind.Text), new("amount", "Amount", ColumnKind.Money), new("usd", "US$", ColumnKind.Dollars),
            ],
            [.. shown.Allocations.Select(part => Row.Detail(new CountCell(part.Entry), part.Pledge ?? "(none)",
                new CountCell(part.Instalment), part.Fund, part.Amount, part.Usd))]));
        shell.Terminal.Print(EntryTable.Of(shown.Entries));
    }

    internal static Table TableOf(IReadOnlyCollection<PaymentLine> payments) => new("payments", "",
        [
            new("reference", "Reference", ColumnKind.Text), new("date", "Date", ColumnKind.Date), new("donor", "Donor", ColumnKind.Text),
            new("fund", "Fund", ColumnKind.Text), new("currency", "", ColumnKind.Text), new("amount", "Amount", ColumnKind.Money),
            new("usd", "US$", ColumnKind.Dollars), new("unallocated", "Unallocated", ColumnKind.Money), new("state", "", ColumnKind.Text),
        ],
        [.. payments.Select(line => Row.Detail(line.Reference, line.Date, line.Donor, line.Fund, line.Amount.Currency.Code, line.Amount,
            line.Usd, line.Unallocated, line.ReversedBy == 0 ? "" : "reversed"))]);

    sealed record PaymentShown(PaymentLine Payment, ImmutableArray<AllocationLine> Allocations, ImmutableArray<EntryHeader> Entries);
}
