using FundLedger.Approvals;
using FundLedger.Data;
using FundLedger.Data.Backup;
using FundLedger.Donors;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Reports;
using FundLedger.Tests.Data.Engines;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Data.Donors;

public class ContactStoreTests
{
    static readonly ContactDetails Claire = new("Claire Martin") { Email = "claire.martin@example.org", Address = "Mission\nGeneva" };

    static long Number(Recorded recorded) => recorded.Entry;

    [OnEachEngine]
    public void A_contact_is_recorded_and_its_entry_says_nothing_of_the_person()
    {
        using var test = new TestLedger();
        var recorded = test.Ledger.Contacts.Add("FRA", Claire, Clerk).ShouldBeDone();

        test.Ledger.Contacts.Of("FRA").ShouldBe([new DonorContact(recorded.Entry, "FRA", recorded.Entry, Claire)]);
        test.Ledger.Contacts.Of("NOR").ShouldBeEmpty();
        recorded.Text.ShouldBe("Contact of FRA recorded");
        var entry = test.Ledger.Entries.Read(recorded.Entry).ShouldBeDone();
        (entry.Header.Kind, entry.Header.Text).ShouldBe((EntryKind.Contact, "Contact of FRA recorded"));
        entry.Records.ShouldHaveSingleItem().Fields.Select(field => field.Field).ShouldBe(["donor", "contact", "hash"]);
        test.Ledger.ShouldVerify();
    }

    [OnEachEngine]
    public void The_same_details_twice_have_different_hashes()
    {
        using var test = new TestLedger();
        var first = test.Ledger.Contacts.Add("FRA", Claire, Clerk).ShouldBeDone();
        var second = test.Ledger.Contacts.Add("NOR", Claire, Clerk).ShouldBeDone();

        HashOf(test.Ledger, first.Entry).ShouldNotBe(HashOf(test.Ledger, second.Entry));
    }

    [OnEachEngine]
    public void A_change_is_a_new_version_under_the_same_number()
    {
        using var test = new TestLedger();
        var number = Number(test.Ledger.Contacts.Add("FRA", Claire, Clerk).ShouldBeDone());
        var changed = test.Ledger.Contacts.Change("FRA", number, Claire with { Phone = "+41 22 555 01 00" }, "asked for", Clerk).ShouldBeDone();

        test.Ledger.Contacts.Of("FRA").ShouldBe([new DonorContact(number, "FRA", changed.Entry, Claire with { Phone = "+41 22 555 01 00" })]);
        changed.Text.ShouldBe($"Contact {number} of FRA changed");
        test.Ledger.Contacts.Change("FRA", number, Claire with { Phone = " +41 22 555 01 00" }, null, Clerk).ShouldBeDone().Entry.ShouldBe(0);
        test.Ledger.Journal.Head().Entry.ShouldBe(changed.Entry);
        test.Ledger.ShouldVerify();
    }

    [OnEachEngine]
    public void What_is_no_contact_of_the_donor_is_neither_changed_nor_erased()
    {
        using var test = new TestLedger();
        var number = Number(test.Ledger.Contacts.Add("FRA", Claire, Clerk).ShouldBeDone());
        foreach (var (donor, contact) in new[] { ("NOR", number), ("FRA", 1), ("FRA", -1) })
        {
            test.Ledger.Contacts.Change(donor, contact, Claire with { Phone = "1" }, null, Clerk).ShouldBeRefused().Message.ShouldContain("has no contact");
            test.Ledger.Contacts.Erase(donor, contact, "left", Clerk).ShouldBeRefused().Message.ShouldContain("has no contact");
        }

        test.Ledger.Contacts.Add("XYZ", Claire, Clerk).ShouldBeRefused().Message.ShouldBe("there is no donor XYZ");
        test.Ledger.Contacts.Add("FRA", new ContactDetails(""), Clerk).ShouldBeRefused().Column.ShouldBe("name");
        test.Ledger.Journal.Head().Entry.ShouldBe(number);
    }

    [OnEachEngine]
    public void Erasing_removes_every_version_and_keeps_who_when_and_why()
    {
        using var test = new TestLedger();
        var number = Number(test.Ledger.Contacts.Add("FRA", Claire, Clerk).ShouldBeDone());
        test.Ledger.Contacts.Change("FRA", number, Claire with { Phone = "1" }, null, Clerk).ShouldBeDone();
        var stays = test.Ledger.Contacts.Add("FRA", new ContactDetails("Jean Petit"), Clerk).ShouldBeDone();
        test.Ledger.Contacts.Erase("FRA", number, " ", Clerk).ShouldBeRefused().Column.ShouldBe("reason");

        var erased = test.Ledger.Contacts.Erase("FRA", number, "left the ministry", Clerk).ShouldBeDone();

        test.Ledger.Contacts.Of("FRA").ShouldHaveSingleItem().Number.ShouldBe(stays.Entry);
        test.Ledger.Query<long>("SELECT entry FROM contact_details").ShouldBe([stays.Entry]);
        var header = test.Ledger.Entries.Read(erased.Entry).ShouldBeDone().Header;
        (header.Kind, header.Text, header.Reason, header.RecordedBy)
            .ShouldBe((EntryKind.ContactErasure, $"Contact {number} of FRA erased", "left the ministry", "clerk"));
        test.Ledger.Contacts.Change("FRA", number, Claire, null, Clerk).ShouldBeRefused();
        test.Ledger.Contacts.Erase("FRA", number, "again", Clerk).ShouldBeRefused();
        test.Ledger.ShouldVerify();
    }

    [OnEachEngine]
    public void The_same_request_has_one_effect_and_nothing_of_the_person_stays_with_its_key()
    {
        using var test = new TestLedger();
        var keyed = Clerk with { RequestKey = "k-9" };
        var first = test.Ledger.Contacts.Add("FRA", Claire, keyed).ShouldBeDone();
        test.Ledger.Contacts.Add("FRA", Claire, keyed).ShouldBeDone().ShouldBe(first);
        test.Ledger.Contacts.Add("FRA", Claire with { Name = "Jean Petit" }, keyed).ShouldBeRefused().Message.ShouldContain("was used before");
        var change = Clerk with { RequestKey = "k-10" };
        var changed = test.Ledger.Contacts.Change("FRA", first.Entry, Claire with { Phone = "1" }, null, change).ShouldBeDone();
        test.Ledger.Contacts.Change("FRA", first.Entry, Claire with { Phone = "1" }, null, change).ShouldBeDone().ShouldBe(changed);
        var erase = Clerk with { RequestKey = "k-11" };
        var erased = test.Ledger.Contacts.Erase("FRA", first.Entry, "left", erase).ShouldBeDone();
        test.Ledger.Contacts.Erase("FRA", first.Entry, "left", erase).ShouldBeDone().ShouldBe(erased);

        var kept = test.Ledger.Query<string>("SELECT answer FROM request").ToArray();
        kept.Length.ShouldBe(3);
        kept.ShouldAllBe(answer => !answer.Contains("Claire", StringComparison.Ordinal));
        test.Ledger.Contacts.Add("FRA", Claire, keyed).ShouldBeRefused().Message.ShouldContain("was used before");
    }

    /// <summary>A proposal keeps what it asks for: a contact would stay in it.</summary>
    [OnEachEngine]
    public void Contacts_are_never_proposed_and_erasing_one_may_be()
    {
        using var test = new TestLedger().WithPersons();
        test.Ledger.Approvals.Set(EntryKind.Contact, Amount.Usd(0), null, TestLedgers.Anna).ShouldBeRefused().Message
            .ShouldBe("entries of kind contact are never approved");
        test.Ledger.Approvals.Set(EntryKind.ContactErasure, Amount.Usd(0), null, TestLedgers.Anna).ShouldBeDone();
        var number = Number(test.Ledger.Contacts.Add("FRA", Claire, Clerk).ShouldBeDone());

        var proposal = test.Ledger.Contacts.Erase("FRA", number, "left", Clerk).ShouldBeDone().Proposal!.Value;
        test.Ledger.Contacts.Of("FRA").ShouldHaveSingleItem();
        test.Ledger.Proposals.Approve(proposal, TestLedgers.Cleo).ShouldBeDone();

        test.Ledger.Contacts.Of("FRA").ShouldBeEmpty();
        test.Ledger.ShouldVerify();
    }

    [OnEachEngine]
    public void Only_who_records_may_record_a_contact()
    {
        using var test = new TestLedger().WithPersons();
        test.Ledger.Contacts.Add("FRA", Claire, TestLedgers.Dora).ShouldBeRefused().Message.ShouldContain("may not record contact");
        test.Ledger.Contacts.Add("FRA", Claire, TestLedgers.Anna).ShouldBeDone();
    }

    [OnEachEngine]
    public void What_only_names_a_person_is_not_reversed()
    {
        using var test = new TestLedger();
        var number = Number(test.Ledger.Contacts.Add("FRA", Claire, Clerk).ShouldBeDone());
        var erased = test.Ledger.Contacts.Erase("FRA", number, "left", Clerk).ShouldBeDone();
        foreach (var entry in new[] { number, erased.Entry })
            test.Ledger.Journal.Reverse(entry, Day("2026-03-02"), "a slip", Clerk).ShouldBeRefused().Message.ShouldContain("cannot be reversed");
    }

    [OnEachEngine]
    public void The_audit_trail_leads_to_the_donor_and_tells_nothing_of_the_person()
    {
        using var test = new TestLedger();
        var number = Number(test.Ledger.Contacts.Add("FRA", Claire, Clerk).ShouldBeDone());
        test.Ledger.Contacts.Change("FRA", number, Claire with { Phone = "1" }, null, Clerk).ShouldBeDone();
        test.Ledger.Contacts.Erase("FRA", number, "left", Clerk).ShouldBeDone();

        var events = test.Ledger.Audit.Page(new() { Take = 3 });
        events.ShouldAllBe(one => one.Subjects.Length == 1 && one.Subjects[0].Name == "FRA");
        string.Join('\n', events).ShouldNotContain("Claire");
    }

    [OnEachEngine]
    public void A_copy_has_what_stands_and_not_what_was_erased()
    {
        using var test = new TestLedger();
        var number = Number(test.Ledger.Contacts.Add("FRA", Claire, Clerk).ShouldBeDone());
        test.Ledger.Contacts.Add("FRA", new ContactDetails("Jean Petit"), Clerk).ShouldBeDone();
        test.Ledger.Contacts.Erase("FRA", number, "left", Clerk).ShouldBeDone();

        LedgerTransfer.Copy(test.Address, test.Beside("copy.db"), test.Clock, _ => "").ShouldBeDone();

        using var copy = Ledger.Open(test.Beside("copy.db"), test.Clock).ShouldBeDone();
        copy.Contacts.Of("FRA").ShouldBe(test.Ledger.Contacts.Of("FRA"));
        copy.ShouldVerify();
    }

    static string HashOf(Ledger ledger, long entry) =>
        ledger.Entries.Read(entry).ShouldBeDone().Records.Single().Fields.Single(field => field.Field == "hash").Value
            .ShouldBeOfType<TextCell>().Text;
}
