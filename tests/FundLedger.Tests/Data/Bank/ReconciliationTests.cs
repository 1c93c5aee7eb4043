using System.Globalization;
using FundLedger.Bank;
using FundLedger.Bank.Matching;
using FundLedger.Bank.Reconciling;
using FundLedger.Money;
using FundLedger.Payments;
using FundLedger.Reports;
using FundLedger.Tests.Bank;
using FundLedger.Tests.Data.Engines;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.Bank.BankLedger;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Data.Bank;

public class ReconciliationTests
{
    const string Account = "CH93 0076 2011 6238 5295 7";

    [OnEachEngine]
    public void Whatever_is_confirmed_left_linked_or_undone_nothing_stays_unexplained()
    {
        for (var seed = 1; seed <= 12; seed++) Live(seed);
    }

    [OnEachEngine]
    public void Each_side_shows_what_the_other_has_not()
    {
        using var bank = new BankLedger();
        bank.Ledger.Payments.Add(new NewPayment("NOR", "VFTC", Day("2026-03-31"), Francs(70)) { Reference = "R-1" }, [], Clerk).ShouldBeDone();
        bank.Import("march.xml", ("400.00", "Norway", "NOR-2026-1"), ("-30.00", "Landlord", "rent"));
        bank.Ledger.Matches.Leave(bank.Unexplained[1], "paid by the finance system", Clerk).ShouldBeDone();

        var one = Read(bank, "2026-03-31");

        (one.BankBalance, one.LedgerBalance, one.Before).ShouldBe((Francs(470), Francs(70), Francs(100)));
        (one.OnlyAtBank, one.OnlyInLedger, one.Difference).ShouldBe((Francs(470), Francs(70), Francs(0)));
        var table = ReconciliationReport.Table(one);
        table.Rows.ShouldContain(row => Text(row).StartsWith("OHCHR (left: paid by the finance system)"));
    }

    [OnEachEngine]
    public void A_missing_statement_shows_as_a_difference_and_is_named()
    {
        using var bank = new BankLedger();
        bank.Import("march.xml", Statement("100.00", "150.00", "50.00", "2026-03-30"));
        bank.Import("may.xml", Statement("180.00", "190.00", "10.00", "2026-05-29"));

        var one = Read(bank, "2026-05-31");

        one.Difference.ShouldBe(Francs(30));
        one.Gaps.ShouldHaveSingleItem().FirstDay.ShouldBe(Day("2026-05-29"));
        ReconciliationReport.Table(one).Notes.ShouldContain(note => note.Contains("is missing before 2026-05-29", StringComparison.Ordinal));
    }

    [OnEachEngine]
    public void As_at_an_earlier_day_a_later_confirmation_of_a_later_entry_explains_nothing_yet()
    {
        using var bank = new BankLedger();
        bank.Import("march.xml", ("400.00", "Norway", "NOR-2026-1"));
        var paid = bank.Ledger.Payments.Add(new NewPayment("NOR", "VFTC", Day("2026-04-02"), Francs(400)) { Reference = "R-1" }, [], Clerk).ShouldBeDone();
        bank.Ledger.Matches.Link(bank.Unexplained, [paid.Entry], Clerk).ShouldBeDone();

        var march = Read(bank, "2026-03-31");
        (march.Material.Lines.Count, march.Material.Entries.Count, march.Difference).ShouldBe((1, 0, Francs(0)));
        var april = Read(bank, "2026-04-02");
        (april.Material.Lines.Count, april.Material.Entries.Count, april.Difference).ShouldBe((0, 0, Francs(0)));
    }

    [OnEachEngine]
    public void What_was_known_earlier_is_reconciled_as_it_was()
    {
        using var bank = new BankLedger().Pledge("NOR-2026-1", Francs(400));
        bank.Import("march.xml", ("400.00", "Norway", "NOR-2026-1"));
        var known = bank.Ledger.Journal.Known().Value;
        var before = ReconciliationReport.Table(Read(bank, "2026-03-31"));

        bank.Ledger.Matches.ConfirmCandidate(bank.Unexplained, null, Clerk).ShouldBeDone();
        Read(bank, "2026-03-31").Material.Lines.Count.ShouldBe(0);

        var again = Reconciliation.Of(bank.Ledger.Bank.Reconciliation(Account, Day("2026-03-31"), known).ShouldBeDone());
        ReconciliationReport.Table(again).Rows.Select(Text).ShouldBe(before.Rows.Select(Text));
    }

    /// <summary>A quarter in which everything happens, reconciled on each of its days.</summary>
    static void Live(int seed)
    {
        using var bank = new BankLedger().Pledge("NOR-2026-1", Francs(9_000), instalments: 9);
        var random = new Random(seed);
        var balance = 100m;
        for (var week = 0; week < 5; week++)
        {
            var day = Day("2026-03-02").AddDays(7 * week);
            var amounts = Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next(-3, 9) * 25m).Where(amount => amount != 0).ToArray();
            bank.Import($"week-{week}.xml", Statement(Plain(balance), Plain(balance += amounts.Sum()), amounts, day));
            if (random.Next(2) == 0)
                bank.Ledger.Payments.Add(new NewPayment("NOR", "VFTC", day.AddDays(random.Next(-9, 9)), Francs(random.Next(1, 9) * 25m)), [], Clerk).ShouldBeDone();
            foreach (var line in bank.Ledger.Matches.Candidates()) Explain(bank, line, random);
        }

        for (var day = Day("2026-03-01"); day < Day("2026-04-12"); day = day.AddDays(1))
        {
            if (bank.Ledger.Bank.Reconciliation(Account, day, bank.Ledger.Journal.Known().Value) is { IsRefused: false } material)
                Reconciliation.Of(material.Value).Difference.ShouldBe(Francs(0), $"seed {seed}, {day:yyyy-MM-dd}");
        }

        bank.ShouldVerify();
    }

    static void Explain(BankLedger bank, LineCandidates found, Random random)
    {
        var (id, line) = (found.Line.Id, found.Line.Line);
        switch (random.Next(5))
        {
            case 0 when found.Recorded.Length > 0:
                bank.Ledger.Matches.Link([id], [found.Recorded[0].Entry], Clerk).ShouldBeDone();
                break;
            case 1 when line.Amount.IsNegative:
                bank.Ledger.Matches.Fee([id], "VFTC", Clerk).ShouldBeDone();
                break;
            case 2:
                bank.Ledger.Matches.Leave(id, "to be found out", Clerk).ShouldBeDone();
                break;
            case > 2 when line.Amount.IsPositive:
                var charge = random.Next(2) == 0 ? Francs(5) : (Amount?)null;
                bank.Ledger.Matches.Confirm([id], new Confirmation("NOR", "VFTC") { Charge = charge }, inFull: false,
                    [new() { Pledge = "NOR-2026-1" }], Clerk).ShouldBeDone();
                if (random.Next(3) == 0) bank.Ledger.Matches.Undo(id, found.Line.Day.AddDays(random.Next(0, 9)), "wrong", Clerk).ShouldBeDone();
                break;
        }
    }

    static string Statement(string opening, string closing, string amount, string day) =>
        Statement(opening, closing, [decimal.Parse(amount, CultureInfo.InvariantCulture)], Day(day));

    static string Statement(string opening, string closing, decimal[] amounts, DateOnly day)
    {
        var file = new CamtFile(8);
        var iso = DayText.Iso(day);
        var entries = amounts.Select(amount => file.Entry(Plain(amount), file.Payment("Norway", "contribution"), day: iso));
        return file.Raw($"""
            <Stmt><Id>S-{iso}</Id><Acct><Id><IBAN>CH9300762011623852957</IBAN></Id><Ccy>CHF</Ccy></Acct>
            {CamtFile.Balance("OPBD", opening, day: iso)}{CamtFile.Balance("CLBD", closing, day: iso)}{string.Concat(entries)}</Stmt>
            """).ToString();
    }

    static Reconciliation Read(BankLedger bank, string day) => Reconciliation.Of(
        bank.Ledger.Bank.Reconciliation(Account, Day(day), bank.Ledger.Journal.Known().Value).ShouldBeDone());

    static string Plain(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    static string Text(Row row) => string.Join(" ", row.Cells.Select(cell => cell switch
    {
        TextCell text => text.Text,
        AmountCell amount => amount.Amount.ToString(),
        _ => "",
    }));
}
