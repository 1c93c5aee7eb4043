using FundLedger.Bank;
using FundLedger.Bank.Matching;
using FundLedger.Data.Bank;
using FundLedger.Data.Payments;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Payments;
using FundLedger.Reports;
using FundLedger.Tests.Data.Engines;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.Bank.BankLedger;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Data.Bank;

public class MatchStoreTests
{
    static readonly Confirmation Norway = new("NOR", "VFTC");

    [OnEachEngine]
    public void One_line_settles_several_instalments_and_what_is_left_stays_unallocated()
    {
        using var bank = new BankLedger().Pledge("NOR-2026-1", Francs(400), instalments: 2).Pledge("NOR-2026-2", Francs(100));
        bank.Import("march.xml", ("550.00", "Norway", "contributions"));

        var done = bank.Ledger.Matches.Confirm(bank.Unexplained, Norway, inFull: false, [Settles("NOR-2026-1"), Settles("NOR-2026-2")], Clerk).ShouldBeDone();

        (bank.Outstanding("NOR-2026-1"), bank.Outstanding("NOR-2026-2")).ShouldBe((Francs(0), Francs(0)));
        bank.Ledger.Payments.Find(done.Lines[0].Reference).Value.Unallocated.ShouldBe(Francs(50));
        bank.Unexplained.ShouldBeEmpty();
        bank.ShouldVerify();
    }

    [OnEachEngine]
    public void Several_lines_settle_one_instalment()
    {
        using var bank = new BankLedger().Pledge("NOR-2026-1", Francs(400));
        bank.Import("march.xml", ("250.00", "Norway", "first part"), ("150.00", "Norway", "second part"));

        bank.Ledger.Matches.Confirm(bank.Unexplained, Norway, inFull: false, [Settles("NOR-2026-1")], Clerk).ShouldBeDone().Lines.Length.ShouldBe(2);

        bank.Outstanding("NOR-2026-1").ShouldBe(Francs(0));
        bank.ShouldVerify();
    }

    [OnEachEngine]
    public void A_bank_charge_is_borne_by_the_funds_and_the_donor_is_credited_with_all_of_it()
    {
        using var bank = new BankLedger().Pledge("NOR-2026-1", Francs(300)).Pledge("NOR-2026-2", Francs(100), fund: "UPR-P");
        bank.Import("march.xml", ("390.00", "Norway", "less charges"));

        var done = bank.Ledger.Matches.Confirm(bank.Unexplained, Norway with { Charge = Francs(10) }, inFull: false,
            [Settles("NOR-2026-1"), Settles("NOR-2026-2")], Clerk).ShouldBeDone();

        (bank.Outstanding("NOR-2026-1"), bank.Outstanding("NOR-2026-2")).ShouldBe((Francs(0), Francs(0)));
        var figures = bank.Ledger.Figures.Read(DateOnly.MaxValue, bank.Ledger.Journal.Known().Value);
        figures.OfFund("VFTC").Balance(Account.BankCharges).ShouldBe(Amount.Usd(7_73));
        figures.OfFund("UPR-P").Balance(Account.BankCharges).ShouldBe(Amount.Usd(2_58));
        figures.Total().Received.ShouldBe(figures.Total().Paid, "what was received is what was paid, before the charge");
        bank.Ledger.Payments.Page(new PaymentFilter { Reference = done.Lines[0].Reference }).Single().Amount.ShouldBe(Francs(400));
        bank.ShouldVerify();
    }

    [OnEachEngine]
    public void What_was_exchanged_at_the_bank_s_own_rate_settles_in_full_and_the_difference_is_an_exchange_loss()
    {
        using var bank = new BankLedger().Pledge("NOR-2026-1", Euro(1000));
        bank.Import("march.xml", ("1070.00", "Norway", "1000 EUR"));
        var carried = bank.Ledger.Pledges.Find("NOR-2026-1").Value.Usd;

        bank.Ledger.Matches.Confirm(bank.Unexplained, Norway, inFull: true, [Settles("NOR-2026-1")], Clerk).ShouldBeDone();

        var pledge = bank.Ledger.Pledges.Find("NOR-2026-1").Value;
        (pledge.Outstanding, pledge.Usd).ShouldBe((Euro(0), Amount.Usd(0)));
        var total = bank.Ledger.Figures.Read(DateOnly.MaxValue, bank.Ledger.Journal.Known().Value).Total();
        total.Exchange.ShouldBe(total.Received - carried);
        bank.ShouldVerify();
    }

    [OnEachEngine]
    public void Undoing_a_confirmation_reverses_its_payment_and_the_line_waits_again()
    {
        using var bank = new BankLedger().Pledge("NOR-2026-1", Francs(400));
        bank.Import("march.xml", ("400.00", "Norway", "NOR-2026-1"));
        var line = bank.Unexplained.Single();
        bank.Ledger.Matches.ConfirmCandidate([line], null, Clerk).ShouldBeDone();
        bank.Unexplained.ShouldBeEmpty();
        bank.Ledger.Matches.ConfirmCandidate([line], null, Clerk).ShouldBeRefused().Message.ShouldContain("is explained already, by entry");

        bank.Ledger.Matches.Undo(line, Day("2026-04-02"), "of another donor", Clerk).ShouldBeDone();

        bank.Unexplained.ShouldBe([line]);
        bank.Outstanding("NOR-2026-1").ShouldBe(Francs(400));
        bank.Ledger.Matches.ConfirmCandidate([line], null, Clerk).ShouldBeDone();
        bank.ShouldVerify();
    }

    [OnEachEngine]
    public void A_payment_recorded_before_is_found_again_and_linked_not_recorded_twice()
    {
        using var bank = new BankLedger().Pledge("NOR-2026-1", Francs(400));
        bank.Ledger.Payments.Add(new NewPayment("NOR", "VFTC", Day("2026-03-27"), Francs(400)) { Reference = "R-1" }, [Settles("NOR-2026-1")], Clerk).ShouldBeDone();
        bank.Import("march.xml", ("400.00", "Norway", "NOR-2026-1"));
        var found = bank.Ledger.Matches.Candidates().Single();
        found.Recorded.Single().Reference.ShouldBe("R-1");
        found.IsCertain.ShouldBeFalse();

        bank.Ledger.Matches.Link([found.Line.Id], [found.Recorded[0].Entry], Clerk).ShouldBeDone();

        bank.Unexplained.ShouldBeEmpty();
        bank.Ledger.Matches.Undo(found.Line.Id, Day("2026-04-02"), "not this one", Clerk).ShouldBeDone();
        bank.Outstanding("NOR-2026-1").ShouldBe(Francs(0), "the payment was recorded otherwise and stays");
        bank.Unexplained.Length.ShouldBe(1);
        bank.ShouldVerify();
    }

    [OnEachEngine]
    public void Lines_and_entries_that_do_not_come_to_the_same_are_not_linked()
    {
        using var bank = new BankLedger();
        var paid = bank.Ledger.Payments.Add(new NewPayment("NOR", "VFTC", Day("2026-03-27"), Francs(400)) { Reference = "R-1" }, [], Clerk).ShouldBeDone();
        bank.Import("march.xml", ("390.00", "Norway", "less charges"));

        bank.Ledger.Matches.Link(bank.Unexplained, [paid.Entry], Clerk).ShouldBeRefused().Message.ShouldContain("-10.00 CHF is not explained");
    }

    [OnEachEngine]
    public void A_line_is_left_with_a_reason_and_can_be_confirmed_later()
    {
        using var bank = new BankLedger().Pledge("NOR-2026-1", Francs(400));
        bank.Import("march.xml", ("400.00", "Norway", "NOR-2026-1"));
        var line = bank.Unexplained.Single();
        bank.Ledger.Matches.Leave(line, " ", Clerk).ShouldBeRefused().Message.ShouldContain("without a reason");

        bank.Ledger.Matches.Leave(line, "waiting for the donor's letter", Clerk).ShouldBeDone();

        bank.Ledger.Matches.Candidates().Single().Line.LeftReason.ShouldBe("waiting for the donor's letter");
        bank.Ledger.Matches.ConfirmCandidate([line], null, Clerk).ShouldBeDone();
        bank.ShouldVerify();
    }

    [OnEachEngine]
    public void A_fee_of_the_bank_is_posted_to_the_fund_that_bears_it()
    {
        using var bank = new BankLedger();
        bank.Import("march.xml", ("-9.70", "Bank", "quarterly fee"));

        bank.Ledger.Matches.Fee(bank.Unexplained, "VFTC", Clerk).ShouldBeDone();

        bank.Ledger.Figures.Read(DateOnly.MaxValue, bank.Ledger.Journal.Known().Value).Balance(Account.BankCharges).ShouldBe(Amount.Usd(10_00));
        bank.Unexplained.ShouldBeEmpty();
        bank.ShouldVerify();
    }

    [OnEachEngine]
    public void A_confirmed_payer_is_known_the_next_time_and_forgotten_when_the_confirmation_is_undone()
    {
        using var bank = new BankLedger().Pledge("NOR-2026-1", Francs(400)).Pledge("NOR-2026-2", Francs(170));
        bank.Import("march.xml", ("400.00", "Treasury Services AB", "contribution"), ("170.00", "Treasury Services AB", "contribution"));
        var lines = bank.Unexplained;
        bool IsKnown() => bank.Ledger.Matches.Candidates().Single(one => one.Line.Id == lines[1]).Match.Proposals
            .Any(proposal => proposal.Has(MatchSign.PayerAccountKnown) && proposal.Has(MatchSign.PayerNameKnown));
        IsKnown().ShouldBeFalse();

        bank.Ledger.Matches.Confirm([lines[0]], Norway, inFull: false, [Settles("NOR-2026-1")], Clerk).ShouldBeDone();
        IsKnown().ShouldBeTrue();

        bank.Ledger.Matches.Undo(lines[0], Day("2026-04-02"), "it was of Sweden", Clerk).ShouldBeDone();
        IsKnown().ShouldBeFalse();
    }

    [TheoryOnEachEngine]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public void Only_what_is_certain_is_confirmed_without_a_person_and_only_where_the_ledger_is_set_so(bool isSet, int confirmed)
    {
        using var bank = new BankLedger().Pledge("NOR-2026-0", Francs(90)).Pledge("NOR-2026-1", Francs(400)).Pledge("NOR-2026-2", Francs(170));
        // Once a person has confirmed who pays under this name, the name is known.
        bank.Import("february.xml", ("90.00", "Norway", "NOR-2026-0"));
        bank.Ledger.Matches.ConfirmCandidate([bank.Unexplained.Single()], null, Clerk).ShouldBeDone();
        if (isSet) bank.Ledger.Settings.Set(BankSettings.PostCertain, BankSettings.Yes, null, Clerk).ShouldBeDone();

        var done = bank.Import("march.xml", ("400.00", "Norway", "NOR-2026-1"), ("170.00", "Somebody", "contribution"));

        done.Confirmed.ShouldBe(confirmed);
        bank.Outstanding("NOR-2026-1").ShouldBe(Francs(isSet ? 0 : 400));
        bank.Outstanding("NOR-2026-2").ShouldBe(Francs(170));
        bank.ShouldVerify();
    }

    [OnEachEngine]
    public void The_database_itself_refuses_a_second_explanation_of_a_line()
    {
        using var bank = new BankLedger().Pledge("NOR-2026-1", Francs(400));
        bank.Import("march.xml", ("400.00", "Norway", "NOR-2026-1"));
        var line = bank.Unexplained.Single();
        bank.Ledger.Matches.ConfirmCandidate([line], null, Clerk).ShouldBeDone();

        // Whatever a store forgets to ask, a payment that names the line again is refused below it.
        bank.Ledger.Payments.Add(new NewPayment("NOR", "VFTC", Day("2026-03-30"), Francs(400)) { BankLine = line }, [], Clerk)
            .ShouldBeRefused().Message.ShouldContain("a bank line is explained once");
    }

    static AllocationRequest Settles(string pledge) => new() { Pledge = pledge };
}
