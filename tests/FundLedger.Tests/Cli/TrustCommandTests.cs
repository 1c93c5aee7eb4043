using FundLedger.Cli;
using FundLedger.Cli.Commands;
using FundLedger.Data;
using FundLedger.Data.Reports;
using FundLedger.Journal;
using FundLedger.Tests.Data;
using FundLedger.Tests.Data.Engines;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Cli;

/// <summary>Closing, persons, approval, the audit trail, undoing and backup, as a user types them.</summary>
public class TrustCommandTests
{
    static Commandline WithPersons(Commandline line)
    {
        line.Json("users", "add", "anna", "--role", "administrator");
        line.Json("users", "add", "clerk", "--role", "recorder", "--by", "anna");
        line.Json("users", "add", "cleo", "--role", "approver", "--by", "anna");
        return line;
    }

    static void Promise(Commandline line) => line.Json("pledges", "add", "--donor", "Norway", "--fund", "VFTC", "--amount", "1000", "--currency",
        "EUR", "--date", "2025-01-10", "--reference", "P-1");

    [OnEachEngine]
    public void A_year_is_closed_once_its_findings_are_explained_and_opened_again_by_two()
    {
        using var line = new Commandline().WithLedger();
        Promise(line);
        line.Json("close", "2025", "--check").GetProperty("findings").GetArrayLength().ShouldBe(3);
        line.Run("close", "2025").ShouldBe(1);
        line.Error.ShouldContain("--explain unsigned-pledges=");
        line.Run("close", "2025", "--explain", "unsigned-pledges=letters are out", "--explain", "overdue-instalments=reminded", "--explain",
            "missing-rates=none published").ShouldBe(0);
        line.Run("payments", "add", "--donor", "Norway", "--fund", "VFTC", "--amount", "5", "--currency", "EUR", "--date", "2025-12-31").ShouldBe(1);
        line.Error.ShouldContain("2025 is closed");
        line.Run("reopen", "2025", "--reason", "late").ShouldBe(1);
        line.Run("reopen", "2025", "--reason", "late", "--approved-by", "cleo").ShouldBe(0);
        line.Run("close", "2025", "--explain", "unsinged=x").ShouldBe(1);
    }

    [OnEachEngine]
    public void An_entry_is_shown_and_reversed_by_its_number()
    {
        using var line = new Commandline().WithLedger();
        Promise(line);
        var signing = line.Json("pledges", "sign", "P-1", "--date", "2025-02-01").GetProperty("entry").GetInt64();
        line.Run("entries", "show", $"{signing}").ShouldBe(0);
        line.Output.ShouldContain("receivable");
        line.Output.ShouldContain("Seal ");
        var undone = line.Json("entries", "reverse", $"{signing}", "--reason", "another pledge", "--date", "2025-02-02").GetProperty("entry").GetInt64();
        line.Json("entries", "show", $"{signing}").GetProperty("reversed_by").GetInt64().ShouldBe(undone);
        line.Json("pledges", "show", "P-1").GetProperty("instalments")[0].GetProperty("account").GetString().ShouldBe("pledged");
        line.Run("entries", "reverse", $"{signing}", "--reason", "again").ShouldBe(1);
        line.Error.ShouldContain($"is reversed already, by entry {undone}");
        line.Run("entries", "show", "999").ShouldBe(1);
        line.Run("pledges", "sign", "P-1", "--date", "2025-03-01").ShouldBe(0);
    }

    [OnEachEngine]
    public void A_write_off_waits_as_a_proposal_until_a_second_person_approves_it()
    {
        using var line = WithPersons(new Commandline().WithLedger());
        Promise(line);
        line.Json("approvals", "rules").GetArrayLength().ShouldBe(4);
        var proposal = line.Json("pledges", "write-off", "P-1", "--reason", "lost", "--date", "2025-02-01").GetProperty("proposal").GetInt64();
        line.Json("proposals", "list")[0].GetProperty("number").GetInt64().ShouldBe(proposal);
        line.Run("proposals", "approve", $"{proposal}").ShouldBe(1);
        line.Json("proposals", "approve", $"{proposal}", "--by", "cleo").GetProperty("text").GetString().ShouldNotBeNull().ShouldContain("written off");
        line.Json("proposals", "list").GetArrayLength().ShouldBe(0);
        line.Json("proposals", "list", "--all").GetArrayLength().ShouldBe(1);
        line.Run("proposals", "reject", $"{proposal}", "--reason", "late", "--by", "cleo").ShouldBe(1);
    }

    [OnEachEngine]
    public void Persons_and_rules_are_kept_by_the_administrator()
    {
        using var line = WithPersons(new Commandline().WithLedger());
        line.Run("approvals", "set", "payment", "--above", "100k", "--by", "anna").ShouldBe(0);
        line.Output.ShouldContain("payment needs approval above US$ 100,000.00");
        line.Run("approvals", "end", "payment", "--by", "clerk").ShouldBe(1);
        line.Run("approvals", "end", "payment", "--by", "anna").ShouldBe(0);
        line.Run("users", "change", "clerk", "--fund", "UPR-P", "--by", "anna").ShouldBe(0);
        line.Run("users", "change", "clerk", "--all-funds", "--by", "anna").ShouldBe(0);
        line.Run("users", "remove", "cleo", "--by", "anna").ShouldBe(0);
        line.Run("users", "list").ShouldBe(0);
        line.Output.ShouldContain("left");
    }

    [OnEachEngine]
    public void An_import_is_undone_by_its_batch()
    {
        using var line = new Commandline().WithLedger();
        var file = line.Write("rows.csv", "kind,donor,fund,date,currency,amount\npayment,NOR,VFTC,2025-02-01,EUR,70.00\n");
        var batch = line.Json("import", file).GetProperty("batch").GetInt64();
        line.Run("import", "undo", $"{batch}", "--reason", "the wrong file").ShouldBe(0);
        line.Output.ShouldContain("Import of rows.csv undone: 1 entry reversed");
        line.Run("import", file).ShouldBe(0);
    }

    [OnEachEngine]
    public void The_audit_trail_is_listed_by_person_and_kind()
    {
        using var line = new Commandline().WithLedger();
        Promise(line);
        line.Json("audit", "list", "--kind", "pledge")[0].GetProperty("entry").GetProperty("recorded_by").GetString().ShouldBe("clerk");
        line.Json("audit", "list", "--by", "nobody").GetArrayLength().ShouldBe(0);
        line.Run("audit", "list").ShouldBe(0);
        line.Output.ShouldContain("rate EUR 2025-06-01: added");
    }

    [OnEachEngine]
    public void A_donor_is_changed_and_the_trail_tells_what_was_before()
    {
        using var line = new Commandline().WithLedger();
        line.Run("donors", "change", "Norway", "--language", "fr", "--reason", "asked for by letter").ShouldBe(0);
        line.Run("audit", "list", "--kind", "donors").ShouldBe(0);
        line.Output.ShouldContain("donor NOR, language: en → fr");
        line.Output.ShouldContain("asked for by letter");
    }

    [OnEachEngine]
    public void Reports_that_drifted_are_listed_with_old_and_new_figures()
    {
        using var line = new Commandline().WithLedger();
        using (var ledger = Ledger.Open(line.Ledger, line.Clock).Value)
        {
            var basis = ledger.Basis(new DateOnly(2025, 12, 31), ledger.Journal.Known().Value);
            ledger.Reports.Issue(new MadeReport("BR-1", "board", "{}", null, null, basis, new byte[32]), new Author("clerk")).ShouldBeDone();
        }

        Drift(line).ShouldContain("would say the same today");
        Promise(line);
        Drift(line).ShouldContain("Report BR-1 (board) as at 2025-12-31, issued 2026-03-02 by clerk");
        Drift(line).ShouldContain("outstanding");
    }

    static string Drift(Commandline line)
    {
        using var output = new StringWriter();
        var shell = new Shell(output, output, line.Clock) { DefaultLedger = line.Ledger };
        ReportDriftCommand.Build(shell).Parse([]).Invoke();
        return output.ToString();
    }

    [OnEachEngine]
    public void A_backup_is_restored_into_a_new_file_and_both_print_entry_and_seal()
    {
        using var line = new Commandline().WithLedger();
        var backup = Path.Combine(line.Folder, "backup.db");
        var seal = line.Json("backup", backup).GetProperty("seal").GetString();
        line.Json("restore", backup, "--ledger", Path.Combine(line.Folder, "restored.db")).GetProperty("seal").GetString().ShouldBe(seal);
        line.Run("restore", backup).ShouldBe(1);
        line.Error.ShouldContain("exists already");
        line.Run("verify", "--seal", seal!).ShouldBe(0);
    }
}
