using System.Collections.Immutable;
using FundLedger.Journal;
using FundLedger.Money;

namespace FundLedger.Pledges;

/// <summary>
/// What an instalment still promises: the account says on which rung, <see cref="Usd"/> is what the journal carries it at.
/// </summary>
public sealed record Claim(int Instalment, Account Account, DateOnly Due, Amount Outstanding, Amount Usd);

/// <summary>A pledge as the ledger knows it now: what was promised and what each instalment still owes.</summary>
public sealed record PledgeState(
    long Number, string Reference, string Donor, string Fund, DateOnly Date, Currency Currency, ContributionForm Form,
    ImmutableArray<Claim> Claims)
{
    /// <summary>Instalments that are not settled, the oldest due first.</summary>
    public IEnumerable<Claim> Open => Claims
        .Where(claim => !claim.Outstanding.IsZero || !claim.Usd.IsZero)
        .OrderBy(claim => claim.Due).ThenBy(claim => claim.Instalment);

    public Amount Outstanding =>
        Claims.Aggregate(Amount.Zero(Currency), (sum, claim) => sum + claim.Outstanding);

    public Amount Usd => Claims.Aggregate(Amount.Usd(0), (sum, claim) => sum + claim.Usd);

    public int NextInstalment => Claims.Length == 0 ? 1 : Claims.Max(claim => claim.Instalment) + 1;

    /// <summary>The highest rung on which something of it is open; that of a settled pledge is the highest it reached.</summary>
    public Rung Rung => (Open.Any() ? Open : Claims).Select(claim => RungOf(claim.Account)).DefaultIfEmpty(Rung.Announced).Max();

    /// <summary>Whether something that is open stands below a rung.</summary>
    public bool IsBelow(Rung rung) => Open.Any(claim => RungOf(claim.Account) < rung);

    /// <summary>The pledge after the postings of one more entry.</summary>
    public PledgeState After(IEnumerable<Posting> postings)
    {
        var claims = Claims.ToBuilder();
        foreach (var posting in postings.Where(posting => posting.Pledge == Number && posting.Account.IsClaim()))
        {
            var index = IndexOf(claims, posting);
            var before = index >= 0 ? claims[index]
                : new Claim(posting.Instalment, posting.Account, posting.Due!.Value, Amount.Zero(Currency), Amount.Usd(0));
            var after = before with { Outstanding = before.Outstanding + posting.Amount, Usd = before.Usd + posting.Usd };
            if (index >= 0) claims[index] = after;
            else claims.Add(after);
        }

        return this with { Claims = claims.ToImmutable() };
    }

    static int IndexOf(ImmutableArray<Claim>.Builder claims, Posting posting)
    {
        for (var i = 0; i < claims.Count; i++)
            if (claims[i].Instalment == posting.Instalment && claims[i].Account == posting.Account) return i;
        return -1;
    }

    internal Posting OnClaim(Claim claim, Movement movement, Amount amount, Amount usd) =>
        new(claim.Account, movement, Fund, Donor, amount, usd) { Pledge = Number, Instalment = claim.Instalment, Due = claim.Due };

    /// <summary>
    /// The other side of a claim: income for a receivable, the memorandum account for a promise that does not bind yet.
    /// </summary>
    internal Posting Against(Account claim, Movement movement, Amount amount, Amount usd) =>
        new(claim.IsMemorandum() ? Account.Memorandum : IncomeOf(Form), movement, Fund, Donor, amount, usd);

    internal static Account IncomeOf(ContributionForm form) =>
        form == ContributionForm.InKind ? Account.ContributionsInKind : Account.Contributions;

    public static Rung RungOf(Account claim) => claim switch
    {
        Account.Announced => Rung.Announced,
        Account.Pledged => Rung.Pledged,
        Account.Receivable => Rung.Signed,
        _ => throw new ArgumentOutOfRangeException(nameof(claim)),
    };

    internal static Account AccountOf(Rung rung) => rung switch
    {
        Rung.Announced => Account.Announced,
        Rung.Pledged => Account.Pledged,
        Rung.Signed => Account.Receivable,
        _ => throw new ArgumentOutOfRangeException(nameof(rung)),
    };
}
