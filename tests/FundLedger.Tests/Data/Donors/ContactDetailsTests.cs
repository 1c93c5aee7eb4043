using System.Text;
using FundLedger.Data;
using FundLedger.Donors;
using FundLedger.Tests.Data.Engines;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Data.Donors;

/// <summary>What stands beside the journal of a person: proved by what is sealed, and gone from the file when it was erased.</summary>
public class ContactDetailsTests
{
    static long Add(TestLedger test, string name) => test.Ledger.Contacts.Add("FRA", new ContactDetails(name), Clerk).ShouldBeDone().Entry;

    static string[] Found(TestLedger test) =>
        [.. test.Ledger.Checks.Run(["contacts"]).Single().Problems.Select(problem => problem.Message)];

    [OnEachEngine]
    public void The_database_refuses_to_change_details_and_to_delete_them_before_their_erasure()
    {
        using var test = new TestLedger();
        var erased = Add(test, "Claire Martin");
        var stays = Add(test, "Jean Petit");
        using var foreign = new ForeignProgram(test.Address);
        foreign.Refusal("UPDATE contact_details SET name = 'Nobody'").ShouldContain("details of a contact never change");
        foreign.Refusal($"DELETE FROM contact_details WHERE entry = {erased}").ShouldContain("only after its erasure was recorded");
        foreign.Refusal($"""
            INSERT INTO contact_details (entry, line, salt, name, position, email, phone, address, language)
            SELECT {erased}, 2, salt, name, '', '', '', '', '' FROM contact_details WHERE entry = {erased}
            """).ShouldContain("records come with their entry");

        test.Ledger.Contacts.Erase("FRA", erased, "left", Clerk).ShouldBeDone();

        foreign.Refusal("DELETE FROM contact_details").ShouldContain("only after its erasure was recorded");
        foreign.Refusal("UPDATE contact_details SET name = 'Nobody'").ShouldContain("details of a contact never change");
        foreign.Count("SELECT entry FROM contact_details").ShouldBe(stays);
    }

    [Fact]
    public void Details_are_not_replaced_by_insert_or_replace()
    {
        using var test = new TestLedger();
        Add(test, "Claire Martin");
        using var foreign = new ForeignProgram(test.Address);
        foreign.Refusal("INSERT OR REPLACE INTO contact_details SELECT * FROM contact_details").ShouldContain("never replaced");
    }

    [OnEachEngine]
    public void An_erasure_by_hand_needs_its_kind_of_entry_a_reason_and_a_contact()
    {
        using var test = new TestLedger();
        var number = Add(test, "Claire Martin");
        using var foreign = new ForeignProgram(test.Address);
        string Erasure(string kind, string? reason, long contact) => ForeignProgram.Entry(kind, "2026-03-02", reason: reason)
            + $"INSERT INTO contact_erasure (entry, line, contact) SELECT MAX(number), 1, {contact} FROM entry;";

        foreach (var erasure in new[] { Erasure("settings", "left", number), Erasure("contact-erasure", " ", number), Erasure("contact-erasure", "left", 1) })
            foreign.Refusal(erasure).ShouldContain("a contact that exists is erased by an entry of kind contact-erasure");
        foreign.Try(Erasure("contact-erasure", "left", number) + "DELETE FROM contact_details");
    }

    [OnEachEngine]
    public void Verify_names_details_that_were_changed_or_are_missing()
    {
        using var test = new TestLedger();
        var (changed, missing) = (Add(test, "Claire Martin"), Add(test, "Jean Petit"));
        Found(test).ShouldBeEmpty();
        using (var foreign = new ForeignProgram(test.Address))
            foreign.Keep($"""
                DROP TRIGGER contact_details_keeps_update; UPDATE contact_details SET name = 'Nobody' WHERE entry = {changed};
                DROP TRIGGER contact_details_keeps_delete; DELETE FROM contact_details WHERE entry = {missing};
                """);

        Found(test).ShouldBe(
        [
            $"the details of contact {changed} in entry {changed} were changed",
            $"the details of contact {missing} in entry {missing} are missing",
        ]);
    }

    [OnEachEngine]
    public void Verify_names_details_that_are_there_after_their_erasure_or_belong_to_nothing()
    {
        using var test = new TestLedger();
        var number = Add(test, "Claire Martin");
        test.Ledger.Contacts.Erase("FRA", number, "left", Clerk).ShouldBeDone();
        Found(test).ShouldBeEmpty();
        using (var foreign = new ForeignProgram(test.Address))
            foreign.Keep($"""
                DROP TRIGGER contact_details_belongs;
                INSERT INTO contact_details (entry, line, salt, name, position, email, phone, address, language)
                SELECT {number}, 1, seal, 'Claire Martin', '', '', '', '', '' FROM entry WHERE number = 1;
                INSERT INTO contact_details (entry, line, salt, name, position, email, phone, address, language)
                SELECT 1, 1, seal, 'Nobody', '', '', '', '', '' FROM entry WHERE number = 1;
                """);

        Found(test).ShouldBe(
        [
            $"the details of contact {number} in entry {number} are still there although it was erased",
            "details stand with entry 1, which records no contact",
        ]);
    }

    /// <summary>Rows move between pages while a table grows; every name that was erased is looked for in the bytes of the file.</summary>
    [Fact]
    public void What_was_erased_is_in_no_byte_of_the_file()
    {
        using var test = new TestLedger();
        var random = new Random(7);
        var standing = new List<(long Number, string Name)>();
        var gone = new List<string>();
        for (var i = 0; i < 120; i++)
        {
            if (standing.Count == 0 || random.Next(10) < 6)
            {
                var name = FormattableString.Invariant($"PERSON{i:D4}X");
                var address = string.Concat(Enumerable.Repeat("Example Street ", random.Next(60))) + name;
                standing.Add((test.Ledger.Contacts.Add("FRA", new ContactDetails(name) { Address = address }, Clerk).ShouldBeDone().Entry, name));
                continue;
            }

            var (number, erased) = standing[random.Next(standing.Count)];
            test.Ledger.Contacts.Erase("FRA", number, "left", Clerk).ShouldBeDone();
            standing.Remove((number, erased));
            gone.Add(erased);
        }

        var bytes = Bytes(test.Address) + Bytes(test.Address + "-wal");
        standing.ShouldAllBe(one => bytes.Contains(one.Name, StringComparison.Ordinal));
        gone.Where(name => bytes.Contains(name, StringComparison.Ordinal)).ShouldBeEmpty();
        gone.Count.ShouldBeGreaterThan(30);
        test.Ledger.ShouldVerify();
    }

    [Fact]
    public void What_was_erased_while_somebody_reads_is_gone_when_the_ledger_is_closed()
    {
        using var test = new TestLedger();
        var number = Add(test, "PERSONX");
        using (var reader = Ledger.Open(test.Address, test.Clock).ShouldBeDone())
        using (reader.OneMoment())
        {
            reader.Contacts.Of("FRA").ShouldHaveSingleItem();
            test.Ledger.Contacts.Erase("FRA", number, "left", Clerk).ShouldBeDone();
            Bytes(test.Address + "-wal").ShouldContain("PERSONX");
            reader.Contacts.Of("FRA").ShouldHaveSingleItem();
        }

        test.Ledger.Dispose();
        (Bytes(test.Address) + Bytes(test.Address + "-wal")).ShouldNotContain("PERSONX");
    }

    /// <summary>The file while the ledger is open.</summary>
    static string Bytes(string file)
    {
        if (!File.Exists(file)) return "";
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }
}
