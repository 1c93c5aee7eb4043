using FundLedger.Money;

namespace FundLedger.Bank.Matching;

/// <summary>An instalment of a pledge that is not paid in full: what a bank line may settle.</summary>
public sealed record OpenInstalment(
    long Pledge, string PledgeReference, int Instalment, string Donor, string Fund, DateOnly? Due, Amount Outstanding)
{
    /// <summary>For reasons and messages: "PLG-0007 instalment 2".</summary>
    public string InWords => FormattableString.Invariant($"{PledgeReference} instalment {Instalment}");
}

/// <summary>
/// How a donor was seen to pay before, as confirmed by a person: the name at the bank, the account, or both. The one
/// that is not known is empty.
/// </summary>
public sealed record KnownPayer(string Donor, string Name, string Account);

/// <summary>A name by which a donor goes: official, short, alias or in another language.</summary>
public sealed record DonorName(string Donor, string Name);
