using FundLedger.Bank.Matching;
using FundLedger.Money;

namespace FundLedger.Data.Bank;

/// <summary>How the ledger is set to treat bank lines.</summary>
public sealed record BankSettings(bool PostsCertain, MatchSettings Match)
{
    /// <summary>"yes": what is certain is confirmed without a person.</summary>
    public const string PostCertain = "bank.post-certain";

    /// <summary>The score below which nothing is certain.</summary>
    public const string Threshold = "bank.threshold";

    /// <summary>The most that banks on the way may have taken, in US$.</summary>
    public const string LargestCharge = "bank.largest-charge";

    public const string Yes = "yes";

    public static BankSettings Of(StandingData standing)
    {
        var usual = new MatchSettings();
        return new BankSettings(standing.Setting(PostCertain) == Yes, usual with
        {
            Threshold = standing.Setting(Threshold) is { } threshold
                ? int.Parse(threshold, System.Globalization.CultureInfo.InvariantCulture) : usual.Threshold,
            LargestCharge = standing.Setting(LargestCharge) is { } charge
                && AmountText.TryParse(charge, Currency.Usd, out var amount, out _) ? amount : usual.LargestCharge,
        });
    }
}
