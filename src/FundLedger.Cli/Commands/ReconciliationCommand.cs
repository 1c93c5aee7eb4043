using System.CommandLine;
using FundLedger.Bank.Reconciling;
using FundLedger.Money;

namespace FundLedger.Cli.Commands;

static class ReconciliationCommand
{
    internal static Command Build(Shell shell)
    {
        var account = Described.Needed("--account", "the bank account", "ACCOUNT");
        var knowledge = new KnowledgeOptions();
        var options = new DocumentOptions();
        return Described.Command("reconciliation",
            "The bank's balance and the ledger's, and all that explains the difference.",
            "fundledger report reconciliation --account CH9300762011623852957 --as-at 2025-12-31",
            [account, .. knowledge.All, .. options.All])
            .Does(parse => shell.Do(parse, ledger => knowledge.Read(parse, ledger, null)
                .Then(at => ledger.Bank.Reconciliation(parse.GetRequiredValue(account), at.AsAt, at.Known))
                .Then<Shown>(material =>
                {
                    var one = Reconciliation.Of(material);
                    var saved = options.Save(parse, $"reconciliation-{material.Account}-{DayText.Iso(material.Basis.AsAt)}",
                        () => ReconciliationReport.Document(one), () => ReconciliationReport.Workbook(one));
                    return new Shown(saved.File, saved.Document, material.Account, material.Currency, one.BankBalance, one.LedgerBalance,
                        one.OnlyAtBank, one.OnlyInLedger, material.Lines.Count, material.Entries.Count, one.Difference);
                }), shown => Print(shell, shown)));
    }

    static void Print(Shell shell, Shown shown)
    {
        shell.Terminal.Say($"Bank balance                        {shown.BankBalance}");
        shell.Terminal.Say($"Ledger balance                      {shown.LedgerBalance}");
        shell.Terminal.Say($"At the bank and not in the ledger   {shown.OnlyAtBank}, with {shown.UnexplainedLines} lines");
        shell.Terminal.Say($"In the ledger and not at the bank   {shown.OnlyInLedger}, with {shown.UnexplainedEntries} entries");
        shell.Terminal.Say($"Difference that nothing explains    {shown.Difference}");
        shell.Terminal.Say($"Wrote {shown.File} ({shown.Document}).");
    }

    sealed record Shown(
        string File, string Document, string Account, Currency Currency, Amount BankBalance, Amount LedgerBalance, Amount OnlyAtBank,
        Amount OnlyInLedger, long UnexplainedLines, long UnexplainedEntries, Amount Difference);
}
