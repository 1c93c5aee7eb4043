namespace FundLedger.Journal;

/// <summary>The accounts of the journal. A debit is positive, a credit negative.</summary>
public enum Account
{
    // Assets
    Bank,

    /// <summary>Goods and services received in kind.</summary>
    InKind,

    /// <summary>What signed agreements still promise.</summary>
    Receivable,

    /// <summary>Money that the finance system holds or spends for the funds; the counterpart of statement figures.</summary>
    Pool,

    // Liabilities
    /// <summary>Money received that no allocation explains yet.</summary>
    Unallocated,

    // Income
    Contributions,
    ContributionsInKind,
    Interest,
    Miscellaneous,

    /// <summary>Exchange gain (credit) or loss (debit).</summary>
    Exchange,

    // Expense
    Expenditure,
    SupportCosts,
    WriteOffs,
    Refunds,
    BankCharges,

    // Equity
    FundBalance,
    Adjustments,
    Transfers,

    /// <summary>Passes one currency into another inside an entry; its US$ are zero in each entry.</summary>
    Conversion,

    // Memoranda, outside the balance
    Announced,
    Pledged,

    /// <summary>The other side of announced and pledged promises.</summary>
    Memorandum,
}

/// <summary>Why a posting moved its account. A reversal repeats the movement with the opposite sign.</summary>
public enum Movement
{
    Pledged,
    Formalised,
    Signed,
    Amended,
    Cancelled,
    WrittenOff,
    Paid,
    Received,
    Refunded,
    Allocated,
    Revalued,
    Stated,

    /// <summary>Taken by a bank on the way: what was received less this is what arrived.</summary>
    Charged,
}

public static class AccountClass
{
    /// <summary>The accounts that hold what pledges still promise, one a rung of the ladder.</summary>
    public static bool IsClaim(this Account account) =>
        account is Account.Receivable or Account.Pledged or Account.Announced;

    /// <summary>Whether the account stands outside the balance sheet and the statement of income.</summary>
    public static bool IsMemorandum(this Account account) =>
        account is Account.Announced or Account.Pledged or Account.Memorandum;
}
