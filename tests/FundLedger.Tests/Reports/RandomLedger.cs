using System.Globalization;
using CsCheck;
using FundLedger.Money;
using FundLedger.Pledges;
using FundLedger.Statements;

namespace FundLedger.Tests.Reports;

/// <summary>Ledgers of a few dozen events of every kind, in several currencies, from a seed.</summary>
sealed class RandomLedger(Random random)
{
    static readonly string[] Donors =
        ["NOR", "BGD", "FJI", "MDV", "POL", "EU", "FORD", "UNDP", "MICROSOFT", "FWB", "X-1"];

    static readonly string[] Funds = ["VFTC", "UPR-P", "LDC-SIDS", "UPR-I"];
    static readonly string[] Currencies = ["USD", "EUR", "NOK", "JPY", "KWD"];

    public static readonly Gen<PaperLedger> Any = Gen.Select(
        Gen.Int[0, int.MaxValue], Gen.Int[0, 60], (seed, events) => new RandomLedger(new Random(seed)).Make(events));

    readonly PaperLedger _ledger = new();
    readonly List<(long Number, string Donor, string Fund, Amount Amount)> _pledges = [];
    readonly Stack<(long Number, Amount Amount)> _receipts = [];

    PaperLedger Make(int events)
    {
        for (var i = 0; i < events; i++) Happen();
        if (events > 0) State();
        return _ledger;
    }

    void Happen()
    {
        var day = new DateOnly(2018, 1, 1).AddDays(random.Next((8 * 365) - 40))
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var (donor, fund) = (Pick(Donors), Pick(Funds));
        var amount = new Amount(random.Next(1, 90_000_000), Currency.Of(Pick(Currencies)));
        switch (random.Next(10))
        {
            case 0 or 1 or 2:
                Promise(donor, fund, day, amount);
                break;
            case 3 or 4 when _pledges.Count > 0:
                var owed = _pledges[random.Next(_pledges.Count)];
                _ledger.Pay(owed.Donor, owed.Fund, "2025-12-01", owed.Amount.Share(random.Next(1, 120), 100), owed.Number);
                break;
            case 5:
                _receipts.Push((_ledger.Pay(donor, fund, day, amount), amount));
                break;
            case 6 when _receipts.Count > 0:
                GiveBack();
                break;
            case 7 when _pledges.Count > 0:
                Change(_pledges[random.Next(_pledges.Count)].Number);
                break;
            case 8:
                _ledger.Give(donor, fund, day, amount);
                break;
            default:
                _ledger.Pay(donor, fund, day, amount, 0);
                break;
        }
    }

    void Promise(string donor, string fund, string day, Amount amount)
    {
        var plan = new InstalmentPlan { Count = random.Next(1, 5), First = PaperLedger.Day(day) };
        _pledges.Add((_ledger.Pledge(donor, fund, day, amount, (Rung)random.Next(3), plan), donor, fund, amount));
    }

    void GiveBack()
    {
        var (receipt, amount) = _receipts.Pop();
        if (random.Next(2) == 0) _ledger.Reverse(receipt, "2025-12-20");
        else _ledger.Refund(receipt, "2025-12-20", amount);
    }

    void Change(long pledge)
    {
        var (rung, open) = _ledger.StateOf(pledge);
        if (!open.IsPositive) return;
        if (rung < Rung.Signed && random.Next(2) == 0) _ledger.Sign(pledge, "2025-12-10");
        else if (random.Next(2) == 0) _ledger.WriteOff(pledge, "2025-12-10", open);
        else _ledger.Cancel(pledge, "2025-12-10");
    }

    void State()
    {
        foreach (var fund in Funds.Where(_ => random.Next(3) > 0))
        {
            _ledger.State(fund, 2018, (StatementClass.OpeningBalance, "opening-balance", random.Next(1_000_000)));
            _ledger.State(fund, random.Next(2024, 2026),
                (StatementClass.Expenditure, "Travel", random.Next(1_000_000)),
                (StatementClass.Expenditure, "Staff", random.Next(99)),
                (StatementClass.SupportCosts, "support-costs", random.Next(90_000)),
                (StatementClass.Interest, "interest", random.Next(900)),
                (StatementClass.Adjustment, "adjustment", -random.Next(500)),
                (StatementClass.Transfer, "transfer", random.Next(500)));
        }
    }

    string Pick(string[] from) => from[random.Next(from.Length)];
}
