using System.Collections.Immutable;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Statements;

namespace FundLedger.Reports;

/// <summary>
/// Income, expenditure and the balance of one fund or several in one year: a column of Table 1. Contributions and
/// exchange differences come from the journal of pledges and payments, the rest from the finance system's lines.
/// </summary>
public sealed record IncomeStatement
{
    public required Amount Contributions { get; init; }

    public required Amount Exchange { get; init; }

    public required Amount Interest { get; init; }

    public required Amount Miscellaneous { get; init; }

    /// <summary>Direct expenditure by class, as the finance system's lines name it.</summary>
    public required ImmutableArray<(string Label, Amount Usd)> Classes { get; init; }

    /// <summary>Direct expenditure as the journal has it; the classes must come to it.</summary>
    public required Amount Direct { get; init; }

    public required Amount BankCharges { get; init; }

    public required Amount SupportCosts { get; init; }

    /// <summary>The balance that the years before left.</summary>
    public required Amount Opening { get; init; }

    /// <summary>A balance from before the ledger's first year, stated in this year.</summary>
    public required Amount BroughtIn { get; init; }

    public required Amount Adjustments { get; init; }

    public required Amount Transfers { get; init; }

    /// <summary>Receivables given up; reduces the balance.</summary>
    public required Amount WriteOffs { get; init; }

    public Amount Income => Contributions + Exchange + Interest + Miscellaneous;

    public Amount Expenditure => Direct + BankCharges + SupportCosts;

    public Amount Net => Income - Expenditure;

    public Amount Closing => Opening + BroughtIn + Net + Adjustments + Transfers - WriteOffs;

    public bool IsEmpty => this is
    {
        Contributions.IsZero: true, Exchange.IsZero: true, Interest.IsZero: true, Miscellaneous.IsZero: true,
        Direct.IsZero: true, BankCharges.IsZero: true, SupportCosts.IsZero: true, Opening.IsZero: true,
        BroughtIn.IsZero: true, Adjustments.IsZero: true, Transfers.IsZero: true, WriteOffs.IsZero: true,
    };

    /// <summary>Whether the finance system's figures of the year are there.</summary>
    public bool HasExpenditure => !Expenditure.IsZero || !Classes.IsEmpty;

    /// <param name="figures">All years up to the one asked for, at least.</param>
    /// <param name="lines">The finance system's lines of the same funds.</param>
    /// <param name="year">The year of the statement.</param>
    public static IncomeStatement Of(Figures figures, IEnumerable<StatementLine> lines, int year)
    {
        var accounts = new Dictionary<Account, long>();
        var before = 0L;
        foreach (var figure in figures.Rows)
        {
            if (figure.Year < year) before -= IsBalance(figure.Account) ? figure.Usd : 0;
            else if (figure.Year == year)
                accounts[figure.Account] = accounts.GetValueOrDefault(figure.Account) + figure.Usd;
        }

        Amount Debit(Account account) => Amount.Usd(accounts.GetValueOrDefault(account));
        Amount Credit(Account account) => -Debit(account);
        return new IncomeStatement
        {
            Contributions = Credit(Account.Contributions) + Credit(Account.ContributionsInKind)
                + Credit(Account.Unallocated) + Credit(Account.Refunds),
            Exchange = Credit(Account.Exchange),
            Interest = Credit(Account.Interest),
            Miscellaneous = Credit(Account.Miscellaneous),
            Classes = ClassesOf(lines, year),
            Direct = Debit(Account.Expenditure),
            BankCharges = Debit(Account.BankCharges),
            SupportCosts = Debit(Account.SupportCosts),
            Opening = Amount.Usd(before),
            BroughtIn = Credit(Account.FundBalance),
            Adjustments = Credit(Account.Adjustments),
            Transfers = Credit(Account.Transfers),
            WriteOffs = Debit(Account.WriteOffs),
        };
    }

    /// <summary>What the funds own: the other side of their balance, for the check that both agree.</summary>
    public static Amount Assets(Figures figures, int year)
    {
        var assets = 0L;
        foreach (var figure in figures.Rows)
        {
            if (figure.Year <= year && IsAsset(figure.Account)) assets += figure.Usd;
        }

        return Amount.Usd(assets);
    }

    static bool IsAsset(Account account) =>
        account is Account.Bank or Account.InKind or Account.Receivable or Account.Pool;

    /// <summary>Whether the account's sum belongs to the balance: neither an asset nor a memorandum.</summary>
    static bool IsBalance(Account account) => !IsAsset(account) && !account.IsMemorandum();

    static ImmutableArray<(string Label, Amount Usd)> ClassesOf(IEnumerable<StatementLine> lines, int year) =>
    [
        .. lines.Where(line => line.Year == year && line.Class == StatementClass.Expenditure)
            .GroupBy(line => line.Label.Trim(), StringComparer.OrdinalIgnoreCase)
            .Select(group => (group.Key, group.Aggregate(Amount.Usd(0), (sum, line) => sum + line.Usd))),
    ];
}
