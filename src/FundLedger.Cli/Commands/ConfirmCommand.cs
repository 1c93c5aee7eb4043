using System.Collections.Immutable;
using System.CommandLine;
using FundLedger.Bank;
using FundLedger.Bank.Matching;
using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Data.Bank;
using FundLedger.Data.Payments;
using FundLedger.Journal;
using FundLedger.Money;

namespace FundLedger.Cli.Commands;

/// <summary>Says what a bank line is: a candidate, a payment of pledges, money recorded already, or a fee.</summary>
sealed class ConfirmCommand
{
    readonly Argument<string[]> _lines = BankCommands.Lines();
    readonly Option<int?> _candidate = new("--candidate")
    { Description = "the number of a candidate; the best where none is given and it is clearly ahead", HelpName = "N" };
    readonly TargetOptions _targets = new();
    readonly Option<string?> _donor = Described.Text("--donor", "who paid; the donor of the pledge where one is named", "DONOR");
    readonly Option<string?> _fund = Described.Text("--fund", "for which fund; that of the pledge where one is named", "FUND");
    readonly Option<string?> _charge = Described.Text("--charge", "what banks on the way took, in the line's currency", "AMOUNT");
    readonly Option<bool> _inFull = Described.Flag("--in-full",
        "the line settles the one pledge or instalment named in full, at whatever rate its bank exchanged");
    readonly Option<string?> _reference =
        Described.Text("--reference", "the payment's reference; the ledger makes one where none is given", "REF");

    readonly Option<string?> _note = Described.Text("--note", "anything worth keeping", "TEXT");
    readonly Option<string[]> _payments = Described.Several("--payment", "a payment that is recorded already", "REF");
    readonly Option<long[]> _entries = new("--entry")
    { Description = "an entry that is recorded already: a refund, for example", HelpName = "N", DefaultValueFactory = _ => [] };
    readonly Option<string?> _fee = Described.Text("--fee", "the line is the bank's own fee, borne by this fund", "FUND");

    internal static Command Build(Shell shell)
    {
        var options = new ConfirmCommand();
        return Described.Command("confirm", """
            Say what a bank line is, and record it in one step.

            Without options the best candidate is taken where it is clearly ahead. One line may settle several pledges or
            instalments, and several lines one. A charge is added to what arrived: the donor is credited with all of it and
            the fund bears the charge.
            """,
            "fundledger bank confirm 57.2\nfundledger bank confirm 57.2 --candidate 2\n"
            + "fundledger bank confirm 57.3 --pledge NOR-2025-1#2 --charge 12.50\nfundledger bank confirm 57.4 57.5 --pledge SWE-2025-7\n"
            + "fundledger bank confirm 57.6 --payment CHASE-0117\nfundledger bank confirm 57.9 --fee VFTC",
            [.. options.Parts])
            .Does(parse => shell.Do(parse, ledger => options.Run(parse, ledger, shell.Author(parse)), done =>
            {
                foreach (var line in done.Lines) shell.Terminal.Say(line.Text);
            }));
    }

    IEnumerable<Symbol> Parts =>
    [
        _lines, _candidate, .. _targets.All, _donor, _fund, _charge, _inFull, _reference, _note, _payments, _entries, _fee,
    ];

    Outcome<Confirmed> Run(ParseResult parse, Ledger ledger, Author author) =>
        BankCommands.Read(parse.GetRequiredValue(_lines)).Then(lines =>
        {
            if (parse.GetValue(_fee) is { } fund) return ledger.Matches.Fee(lines, fund, author);
            var payments = parse.GetValue(_payments) ?? [];
            var entries = parse.GetValue(_entries) ?? [];
            if (payments.Length + entries.Length > 0)
                return Entries(ledger, payments).Then(found => ledger.Matches.Link(lines, [.. found, .. entries], author));
            return ledger.Matches.Find(lines[0]).Then(first => _targets.Read(parse, first.Line.Amount.Currency).Then(settles =>
                settles.IsEmpty && parse.GetValue(_donor) is null
                    ? ledger.Matches.ConfirmCandidate(lines, parse.GetValue(_candidate), author)
                    : Said(parse, ledger, settles, first.Line.Amount.Currency).Then(said =>
                        ledger.Matches.Confirm(lines, said, parse.GetValue(_inFull), settles, author))));
        });

    /// <summary>Who paid for what: as given, else as the first pledge says.</summary>
    Outcome<Confirmation> Said(
        ParseResult parse, Ledger ledger, ImmutableArray<AllocationRequest> settles, Currency currency)
    {
        var (donor, fund) = (parse.GetValue(_donor), parse.GetValue(_fund) ?? settles.FirstOrDefault()?.Fund);
        if (settles.FirstOrDefault(part => part.Pledge is not null) is { Pledge: { } reference })
        {
            var pledge = ledger.Pledges.Find(reference);
            if (pledge.IsRefused) return new Refusal(pledge.Problems);
            (donor, fund) = (donor ?? pledge.Value.Donor, fund ?? pledge.Value.Fund);
        }

        if (donor is null || fund is null)
            return new Problem($"the {(donor is null ? "donor" : "fund")} of the payment is not named",
                $"name it with {(donor is null ? "--donor" : "--fund")}, or name a pledge with --pledge");
        return Input.OptionalAmount(parse.GetValue(_charge), currency, "--charge").Then<Confirmation>(charge =>
            new Confirmation(donor, fund)
            {
                Charge = charge,
                Reference = parse.GetValue(_reference),
                Note = parse.GetValue(_note),
            });
    }

    static Outcome<ImmutableArray<long>> Entries(Ledger ledger, string[] payments)
    {
        var entries = ImmutableArray.CreateBuilder<long>();
        foreach (var reference in payments)
        {
            var payment = ledger.Payments.Find(reference);
            if (payment.IsRefused) return new Refusal(payment.Problems);
            entries.Add(payment.Value.Number);
        }

        return entries.ToImmutable();
    }
}
