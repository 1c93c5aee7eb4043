using FundLedger.Money;
using FundLedger.Pledges;

namespace FundLedger.Tests.Faults;

/// <summary>A promise as a clerk with a pencil keeps it: four numbers in its own currency.</summary>
sealed class PaperPledge(string reference, string donor, string fund, DateOnly date, Currency currency, Rung rung, bool isSingle)
{
    public string Reference => reference;
    public string Donor => donor;
    public string Fund => fund;
    public DateOnly Date => date;
    public Currency Currency => currency;
    public Rung Rung { get; set; } = rung;
    public decimal Promised { get; set; }
    public decimal Paid { get; set; }
    public decimal WrittenOff { get; set; }
    public decimal Outstanding => Promised - Paid - WrittenOff;

    /// <summary>Whether it still is one instalment that nobody touched but payers.</summary>
    public bool IsSingle { get; set; } = isSingle;

    /// <summary>Whether a reversal opened something that joined the rung reached since, by an entry that is not on paper.</summary>
    public bool HasRejoined { get; set; }
}

/// <summary>Money received, what was done with it, and whether it was taken back.</summary>
sealed class PaperReceipt(string reference, string donor, string fund, DateOnly date, Currency currency)
{
    public string Reference => reference;
    public string Donor => donor;
    public string Fund => fund;
    public DateOnly Date => date;
    public Currency Currency => currency;
    public decimal Received { get; set; }
    public decimal Given { get; set; }
    public decimal Refunded { get; set; }
    public bool IsReversed { get; set; }
    public decimal Unallocated => Received - Given - Refunded;
}

/// <summary>
/// One entry and what it moved, so that it can be undone by moving the opposite. Amounts of the pledge are in its
/// currency, those of the receipt in the receipt's.
/// </summary>
sealed record PaperEntry(long Number, DateOnly Date, PaperPledge? Pledge, PaperReceipt? Receipt)
{
    public decimal Promised { get; init; }
    public decimal Paid { get; init; }
    public decimal WrittenOff { get; init; }
    public decimal Received { get; init; }
    public decimal Given { get; init; }
    public decimal Refunded { get; init; }
    public bool IsUndone { get; set; }

    /// <summary>The rung from which the pledge climbed by it.</summary>
    public Rung? From { get; init; }

    public void Move(int sign)
    {
        if (Pledge is { } pledge)
        {
            pledge.Promised += sign * Promised;
            pledge.Paid += sign * Paid;
            pledge.WrittenOff += sign * WrittenOff;
        }

        if (Receipt is not { } receipt) return;
        receipt.Received += sign * Received;
        receipt.Given += sign * Given;
        receipt.Refunded += sign * Refunded;
    }
}

/// <summary>Pledges, receipts, rates and entries on paper: plain decimal arithmetic, none of the ledger's rules.</summary>
sealed class PaperBooks
{
    readonly List<(Currency Currency, DateOnly Day, decimal Rate)> _rates = [];

    public List<PaperPledge> Pledges { get; } = [];
    public List<PaperReceipt> Receipts { get; } = [];
    public List<PaperEntry> Entries { get; } = [];

    public void Add(PaperEntry entry)
    {
        Entries.Add(entry);
        entry.Move(1);
    }

    public void Undo(PaperEntry entry)
    {
        entry.IsUndone = true;
        entry.Move(-1);
        if (entry.Pledge is not { } pledge) return;
        pledge.IsSingle = false;
        if (entry.From is { } rung) pledge.Rung = rung;
        else if (Entries.Any(later => later.Number > entry.Number && later is { IsUndone: false, From: not null } && later.Pledge == pledge))
            pledge.HasRejoined = true;
    }

    /// <summary>Whether anything later that still stands moved the same pledge or receipt.</summary>
    public bool IsBuiltOn(PaperEntry entry) => Entries.Any(later => later.Number > entry.Number && !later.IsUndone
        && ((entry.Pledge is not null && later.Pledge == entry.Pledge) || (entry.Receipt is not null && later.Receipt == entry.Receipt)));

    public void AddRate(Currency currency, DateOnly day, decimal rate) => _rates.Add((currency, day, rate));

    /// <summary>What an amount is worth in another currency on a day: first in cents of US$, then in its own units.</summary>
    public decimal Worth(decimal amount, Currency from, Currency to, DateOnly day) =>
        Round(Round(amount / RateOn(from, day), Currency.Usd) * RateOn(to, day), to);

    public static decimal Round(decimal amount, Currency currency) => Math.Round(amount, currency.Exponent, MidpointRounding.AwayFromZero);

    decimal RateOn(Currency currency, DateOnly day) => currency == Currency.Usd ? 1m
        : _rates.Where(rate => rate.Currency == currency && rate.Day <= day).OrderBy(rate => rate.Day).Last().Rate;
}
