using System.Collections.Immutable;
using System.CommandLine;
using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Data.Payments;
using FundLedger.Money;
using FundLedger.Payments;
using FundLedger.Pledges;

namespace FundLedger.Cli.Commands;

static class PaymentCommands
{
    internal static Command Build(Shell shell) => Described.Command("payments",
        "What the bank received.", "fundledger payments list --donor Norway",
        Add(shell), PaymentQueries.List(shell), PaymentQueries.Show(shell), Allocate(shell), Reverse(shell), Refund(shell));

    static Command Add(Shell shell)
    {
        var donor = Described.Needed("--donor", "the donor's code or name", "DONOR");
        var fund = Described.Needed("--fund", "VFTC, UPR-P, LDC-SIDS or UPR-I", "FUND");
        var amount = Described.Needed("--amount", "what the bank received", "AMOUNT");
        var currency = Described.Needed("--currency", "three letters of ISO 4217", "CUR");
        var date = Described.Text("--date", "the day of receipt; today where none is given", "DATE");
        var reference = Described.Text("--reference", "the bank's or the donor's reference", "REF");
        var form = Described.Text("--form", "monetary (the default) or in-kind", "WORD");
        var earmarking = Described.Text("--earmarking", "what it is meant for", "TEXT");
        var note = Described.Text("--note", "anything worth keeping", "TEXT");
        var targets = new TargetOptions();
        return Described.Command("add", "Record a payment and what it settles; what settles nothing stays unallocated.",
            "fundledger payments add --donor Norway --fund VFTC --amount 7000000 --currency NOK --date 2025-06-30 --pledge NOR-2025-1",
            [donor, fund, amount, currency, date, reference, form, earmarking, note, .. targets.All])
            .Does(parse => shell.Record(parse, (ledger, author) =>
                Input.Currency(parse.GetRequiredValue(currency)).Then(code =>
                Input.Amount(parse.GetRequiredValue(amount), code, "--amount").Then(received =>
                Input.Day(parse.GetValue(date), ledger.Today, "--date").Then(day =>
                Input.OneOf(parse.GetValue(form), ContributionForm.Monetary, "--form").Then(kind =>
                targets.Read(parse, code).Then(settles => ledger.Payments.Add(
                    new NewPayment(parse.GetRequiredValue(donor), parse.GetRequiredValue(fund), day, received)
                    {
                        Reference = parse.GetValue(reference),
                        Form = kind,
                        Earmarking = parse.GetValue(earmarking),
                        Note = parse.GetValue(note),
                    }, settles, author))))))));
    }

    static Command Allocate(Shell shell)
    {
        var reference = Described.Name("PAYMENT", "the payment's reference");
        var date = Described.Text("--date", "the day; today where none is given", "DATE");
        var targets = new TargetOptions();
        return Described.Command("allocate", "Say what an unallocated receipt was for: pledges, or a fund directly.",
            "fundledger payments allocate CHASE-0117 --pledge NOR-2025-1=5000 --pledge NOR-2024-3\n"
            + "fundledger payments allocate CHASE-0117 --to-fund UPR-P", [reference, date, .. targets.All])
            .Does(parse => shell.Record(parse, (ledger, author) =>
                ledger.Payments.Find(parse.GetRequiredValue(reference)).Then(receipt =>
                Input.Day(parse.GetValue(date), ledger.Today, "--date").Then(day =>
                targets.Read(parse, receipt.Amount.Currency).Then(settles => settles.IsEmpty
                    ? new Problem("nothing is named that the payment shall settle", "name a pledge with --pledge or a fund with --to-fund")
                    : ledger.Payments.Allocate(receipt.Reference, settles, day, author))))));
    }

    static Command Reverse(Shell shell)
    {
        var reference = Described.Name("PAYMENT", "the payment's reference");
        var date = Described.Text("--date", "the day; today where none is given", "DATE");
        var reason = Described.Needed("--reason", "why", "TEXT");
        return Described.Command("reverse", "Undo a payment that should not have been recorded, with all that was settled by it.",
            "fundledger payments reverse CHASE-0117 --reason \"recorded twice\"", reference, date, reason)
            .Does(parse => shell.Record(parse, (ledger, author) =>
                Input.Day(parse.GetValue(date), ledger.Today, "--date").Then(day =>
                    ledger.Payments.Reverse(parse.GetRequiredValue(reference), day, parse.GetRequiredValue(reason), author))));
    }

    static Command Refund(Shell shell)
    {
        var reference = Described.Name("PAYMENT", "the payment's reference");
        var amount = Described.Text("--amount", "how much; all that is unallocated where none is given", "AMOUNT");
        var date = Described.Text("--date", "the day; today where none is given", "DATE");
        var reason = Described.Needed("--reason", "why", "TEXT");
        return Described.Command("refund", "Pay back what is unallocated of a payment.",
            "fundledger payments refund CHASE-0117 --amount 250.00 --reason \"paid twice by the donor\"", reference, amount, date, reason)
            .Does(parse => shell.Record(parse, (ledger, author) =>
                ledger.Payments.Find(parse.GetRequiredValue(reference)).Then(receipt =>
                Input.OptionalAmount(parse.GetValue(amount), receipt.Amount.Currency, "--amount").Then(back =>
                Input.Day(parse.GetValue(date), ledger.Today, "--date").Then(day =>
                    ledger.Payments.Refund(receipt.Reference, back, day, parse.GetRequiredValue(reason), author))))));
    }
}

/// <summary>The options by which people say what a payment settles.</summary>
sealed class TargetOptions
{
    readonly Option<string[]> _pledges = Described.Several("--pledge",
        "a pledge it settles, with an amount or an instalment where needed: REF, REF=5000.00, REF#2, REF#2=5000.00", "REF");

    readonly Option<string[]> _funds = Described.Several("--to-fund",
        "a fund it is given to without a pledge, with an amount where needed: UPR-P, UPR-P=500.00", "FUND");

    internal IEnumerable<Symbol> All => [_pledges, _funds];

    internal Outcome<ImmutableArray<AllocationRequest>> Read(ParseResult parse, Currency currency)
    {
        var requests = ImmutableArray.CreateBuilder<AllocationRequest>();
        foreach (var text in parse.GetValue(_pledges) ?? [])
        {
            var (reference, amount) = Sides(text, '=');
            var (pledge, number) = Sides(reference, '#');
            int? instalment = null;
            if (number is not null)
            {
                if (!int.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var parsed))
                    return new Problem($"'{number}' is not the number of an instalment", "write it like REF#2")
                    {
                        Column = "--pledge",
                        Value = text
                    };
                instalment = parsed;
            }

            var request = Input.OptionalAmount(amount, currency, "--pledge")
                .Then<AllocationRequest>(part => new AllocationRequest { Pledge = pledge, Instalment = instalment, Amount = part });
            if (request.IsRefused) return new Refusal(request.Problems);
            requests.Add(request.Value);
        }

        foreach (var text in parse.GetValue(_funds) ?? [])
        {
            var (fund, amount) = Sides(text, '=');
            var request = Input.OptionalAmount(amount, currency, "--to-fund")
                .Then<AllocationRequest>(part => new AllocationRequest { Fund = fund, Amount = part });
            if (request.IsRefused) return new Refusal(request.Problems);
            requests.Add(request.Value);
        }

        return requests.ToImmutable();
    }

    /// <summary>Splits at the last separator that a figure follows: a reference may hold the sign too.</summary>
    static (string Left, string? Right) Sides(string text, char separator)
    {
        var at = text.LastIndexOf(separator);
        return at < 0 || at + 1 == text.Length || !char.IsAsciiDigit(text[at + 1]) ? (text, null) : (text[..at], text[(at + 1)..]);
    }
}
