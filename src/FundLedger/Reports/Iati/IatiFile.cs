using FundLedger.Funds;
using FundLedger.Money;

namespace FundLedger.Reports.Iati;

/// <summary>What a transaction of the IATI standard, version 2.03, is; the numbers are its codes.</summary>
public enum IatiTransactionType
{
    IncomingFunds = 1,
    Expenditure = 4,

    /// <summary>A signed agreement.</summary>
    IncomingCommitment = 11,
    IncomingPledge = 13,
}

/// <summary>One transaction. <see cref="ProviderType"/> is a code of the standard's list of organisation types.</summary>
public sealed record IatiTransaction(
    IatiTransactionType Type, string? Reference, DateOnly Date, Amount Value, string Description, string? Provider, string? ProviderType);

/// <summary>A fund as an activity: since when there is something to tell of it, and its transactions one by one.</summary>
public sealed record IatiActivity(Fund Fund, DateOnly Start, DateOnly LastDay, IEnumerable<IatiTransaction> Transactions);

/// <summary>Who publishes, as the standard identifies organisations.</summary>
public sealed record IatiPublisher(string Reference, string Name, string Type)
{
    public const string ReferenceSetting = "iati.reporting-org.ref";
    public const string NameSetting = "iati.reporting-org.name";
    public const string TypeSetting = "iati.reporting-org.type";

    /// <summary>OHCHR's extrabudgetary channel and the code for multilateral organisations, unless the ledger is set otherwise.</summary>
    public static IatiPublisher Of(Func<string, string?> setting) => new(
        setting(ReferenceSetting) ?? "XM-DAC-41313",
        setting(NameSetting) ?? "Office of the United Nations High Commissioner for Human Rights", setting(TypeSetting) ?? "40");
}

/// <summary>A whole IATI file before it is written; its transactions are read as they are written.</summary>
public sealed record IatiFile(IatiPublisher Publisher, DateTimeOffset Generated, IEnumerable<IatiActivity> Activities);
