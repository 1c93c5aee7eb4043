using System.CommandLine;
using FundLedger.Checks;
using FundLedger.Data;

namespace FundLedger.Cli.Commands;

static class InitCommand
{
    internal static Command Build(Shell shell) => Described.Command("init",
        "Make an empty ledger with the four funds, the Member States and the observers.",
        "fundledger init\nfundledger --ledger /books/funds.db init")
        .Does(parse =>
        {
            var address = shell.LedgerAddress(parse);
            var made = Ledger.Create(address, shell.Clock, shell.Author(parse)).Then<Made>(ledger =>
            {
                using (ledger)
                    return new Made(ledger.Place, ledger.Standing.Funds.All.Length, ledger.Standing.Donors.All.Length);
            });
            return shell.Answer(parse, made, done => shell.Terminal.Say(
                $"Made {done.Ledger} with {done.Funds} funds and {done.Donors} donors. Next: load rates with 'fundledger rates import'."));
        });

    sealed record Made(string Ledger, int Funds, int Donors);
}
