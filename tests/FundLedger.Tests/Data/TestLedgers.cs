using System.Collections.Immutable;
using FundLedger.Closing;
using FundLedger.Data.Contributions;
using FundLedger.Data.Reports;
using FundLedger.Data.Views;
using FundLedger.Donors;
using FundLedger.Journal;
using FundLedger.Pledges;
using FundLedger.Users;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Data;

/// <summary>Ledgers in which something has happened already.</summary>
static class TestLedgers
{
    public static readonly Author Anna = new("anna");
    public static readonly Author Ben = new("ben");
    public static readonly Author Cleo = new("cleo");
    public static readonly Author Dora = new("dora");

    /// <summary>Anna administers, the clerk and Ben record, Cleo and Ben approve, Dora audits.</summary>
    public static TestLedger WithPersons(this TestLedger test)
    {
        var users = test.Ledger.Users;
        users.Add(new Person("anna", [Role.Administrator], []), Clerk).ShouldBeDone();
        users.Add(new Person("clerk", [Role.Recorder], []), Anna).ShouldBeDone();
        users.Add(new Person("ben", [Role.Recorder, Role.Approver], []), Anna).ShouldBeDone();
        users.Add(new Person("cleo", [Role.Approver], []), Anna).ShouldBeDone();
        users.Add(new Person("dora", [Role.Auditor], []), Anna).ShouldBeDone();
        return test;
    }

    /// <summary>Every finding of a checklist explained with the same words.</summary>
    public static ImmutableSortedDictionary<FindingKind, string> AllExplained { get; } =
        Enum.GetValues<FindingKind>().ToImmutableSortedDictionary(kind => kind, _ => "seen and accepted");

    /// <summary>A row in every table of the journal, the last year closed.</summary>
    public static TestLedger WithEveryKindOfRow() => new TestLedger().FilledWithEveryKindOfRow();

    public static TestLedger FilledWithEveryKindOfRow(this TestLedger test)
    {
        var ledger = test.Ledger;
        ledger.Settings.Set("banner", "test", null, Clerk with { RequestKey = "k-1" }).ShouldBeDone();
        ledger.Promise("P-1", "2025-01-10", Euro(1000), Rung.Pledged);
        ledger.Pay("R-1", "2025-03-10", Euro(400), "P-1");
        ledger.Statements.Import(test.File("statement.csv", "fund,year,class,amount\nVFTC,2024,interest,10.00\n"), Clerk).ShouldBeDone();
        ledger.Contributions.Import(
            test.File("rows.csv", "kind,reference,donor,fund,date,currency,amount\npledge,P-9,SWE,VFTC,2025-02-01,EUR,70.00\n"),
            new ImportOptions(), Clerk).ShouldBeDone();
        var basis = ledger.Basis(Day("2025-12-31"), ledger.Journal.Known().Value);
        ledger.Reports.Issue(new MadeReport("BR-1", "board", "{}", null, null, basis, new byte[32]), Clerk).ShouldBeDone();
        ledger.Views.Keep("clerk", new SavedView("/pledges", "Euro", "?currency=EUR")).ShouldBeDone();
        ledger.Contacts.Add("NOR", new ContactDetails("Kari Berg") { Email = "kari@example.org" }, Clerk).ShouldBeDone();
        var gone = ledger.Contacts.Add("NOR", new ContactDetails("Ola Berg"), Clerk).ShouldBeDone().Entry;
        ledger.Contacts.Erase("NOR", gone, "left", Clerk).ShouldBeDone();
        test.WithPersons();
        var proposal = ledger.Pledges.WriteOff("P-9", null, Day("2025-11-01"), "lost", Clerk).ShouldBeDone().Proposal!.Value;
        ledger.Proposals.Approve(proposal, Cleo).ShouldBeDone();
        ledger.Closing.Close(2024, AllExplained, Clerk).ShouldBeDone();
        ledger.Closing.Close(2025, AllExplained, Clerk).ShouldBeDone();
        return test;
    }

    /// <summary>Writes a file beside the ledger and returns its path.</summary>
    public static string File(this TestLedger test, string name, string content)
    {
        var path = test.Beside(name);
        System.IO.File.WriteAllText(path, content);
        return path;
    }
}
