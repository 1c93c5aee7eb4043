using FundLedger.Checks;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Rates;

namespace FundLedger.Pledges;

/// <summary>A promise to be recorded; donor and fund are codes that exist.</summary>
public sealed record NewPledge(string Donor, string Fund, DateOnly Date, Amount Amount)
{
    /// <summary>The reference of the letter or agreement; where none is given the ledger makes one from the entry's number.</summary>
    public string? Reference { get; init; }

    public Rung Status { get; init; } = Rung.Pledged;

    public ContributionForm Form { get; init; } = ContributionForm.Monetary;

    public string? Earmarking { get; init; }

    public string? Note { get; init; }

    /// <summary>When it falls due; where none is given, in one sum on the day of the pledge.</summary>
    public InstalmentPlan? Plan { get; init; }
}

/// <summary>Records a promise: a receivable and income when an agreement binds, a memorandum before that.</summary>
public static class RecordPledge
{
    public static Outcome<EntryDraft> Decide(NewPledge request, Rate rate)
    {
        if (!request.Amount.IsPositive)
            return new Problem($"the pledge is {request.Amount}", "give an amount above zero; to lower a pledge, amend it")
            { Column = "amount", Value = request.Amount.ToPlainText() };
        if (Withdrawal.Objection(request.Amount.Currency, request.Date) is { } withdrawn) return withdrawn;
        var planned = (request.Plan ?? InstalmentPlan.Once(request.Date)).For(request.Amount);
        if (planned.IsRefused) return new Refusal(planned.Problems);

        var usd = rate.ToUsd(request.Amount);
        var pledge = new Pledge(request.Reference ?? "", request.Donor, request.Fund, request.Date, request.Amount, usd,
            request.Status, request.Form, request.Earmarking, request.Note);
        var instalments = planned.Value.Instalments(Posting.ThisEntry, firstNumber: 1).ToArray();
        return new EntryDraft(EntryKind.Pledge, request.Date, $"Pledge of {request.Amount} by {request.Donor} to {request.Fund}")
        {
            Rate = rate,
            Postings = [.. Postings(request, PledgeState.AccountOf(request.Status), instalments, usd)],
            Records = [pledge, .. instalments],
        };
    }

    static IEnumerable<Posting> Postings(NewPledge request, Account account, Instalment[] instalments, Amount usd)
    {
        var state = new PledgeState(Posting.ThisEntry, "", request.Donor, request.Fund, request.Date,
            request.Amount.Currency, request.Form, []);
        var carried = Split.InProportion(usd, [.. instalments.Select(part => part.Amount.MinorUnits)]);
        for (var i = 0; i < instalments.Length; i++)
        {
            var claim = new Claim(instalments[i].Number, account, instalments[i].Due, instalments[i].Amount, carried[i]);
            yield return state.OnClaim(claim, Movement.Pledged, claim.Outstanding, claim.Usd);
        }

        yield return state.Against(account, Movement.Pledged, -request.Amount, -usd);
    }
}
