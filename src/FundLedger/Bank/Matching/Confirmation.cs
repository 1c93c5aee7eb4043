using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Money;
using FundLedger.Payments;

namespace FundLedger.Bank.Matching;

/// <summary>What a person, or a certain match, says that a bank line is: a payment by a donor to a fund.</summary>
public sealed record Confirmation(string Donor, string Fund)
{
    /// <summary>What banks took on the way, in the line's currency: the donor is credited as if it had arrived.</summary>
    public Amount? Charge { get; init; }

    public string? Reference { get; init; }

    public string? Earmarking { get; init; }

    public string? Note { get; init; }

    /// <summary>The payment that the line then is, recorded on the day from which the money is in the bank's balance.</summary>
    public Outcome<NewPayment> PaymentOf(HeldLine held)
    {
        var line = held.Line;
        if (!line.Amount.IsPositive || line.IsReversal)
            return new Problem($"line {held.Id} is {(line.IsReversal ? "a reversal" : "a debit")} of {line.Amount} and no receipt",
                "name what the ledger holds of it with ‹payment› or ‹entry›, say that it is a fee with ‹fee›, or leave it with a reason")
            { Column = "line", Value = held.Id.ToString() };
        if (Charge is { } charge && charge.Currency != line.Amount.Currency)
            return new Problem($"a charge in {charge.Currency} cannot be taken of a line in {line.Amount.Currency}",
                $"give the charge in {line.Amount.Currency}")
            { Column = "charge", Value = charge.ToPlainText() };
        return new NewPayment(Donor, Fund, held.Day, Charge is { } taken ? line.Amount + taken : line.Amount)
        {
            BankLine = held.Id,
            Charge = Charge is { IsZero: false } ? Charge : null,
            Reference = Reference,
            Earmarking = Earmarking,
            Note = Note,
        };
    }

    /// <summary>What a proposal says, with the reasons for it as a note.</summary>
    public static Confirmation Of(MatchProposal proposal) => new(proposal.Donor, proposal.Parts[0].Instalment.Fund)
    {
        Charge = proposal.Charge.IsZero ? null : proposal.Charge,
        Note = "Matched: " + string.Join("; ", proposal.Reasons.Select(reason => reason.Text)),
    };
}
