using System.CommandLine;
using System.Globalization;
using FundLedger.Data.Pledges;
using FundLedger.Reports;

namespace FundLedger.Cli.Commands;

static class RevalueCommand
{
    internal static Command Build(Shell shell)
    {
        var year = new Argument<int>("YEAR") { Description = "the year that ended" };
        var dryRun = Described.Flag("--dry-run", "say what would happen and keep nothing");
        return Described.Command("revalue", """
            Revalue open agreements at the rate of 31 December.

            What a signed agreement still promises in another currency is carried at that day's rate; the difference is an
            exchange gain or loss of the year. Nothing is reversed afterwards: later payments release what is carried. Done
            again it changes nothing.
            """, "fundledger revalue 2025 --dry-run\nfundledger revalue 2025", year, dryRun)
            .Does(parse => shell.Do(parse,
                ledger => ledger.Revaluations.Run(parse.GetValue(year), shell.Author(parse), parse.GetValue(dryRun)),
                done => Print(shell, done)));
    }

    static void Print(Shell shell, Revaluation done)
    {
        shell.Terminal.Print(new Table("revalued", "",
            [
                new("reference", "Pledge", ColumnKind.Text), new("donor", "Donor", ColumnKind.Text), new("fund", "Fund", ColumnKind.Text),
                new("currency", "", ColumnKind.Text), new("outstanding", "Outstanding", ColumnKind.Money),
                new("before", "US$ before", ColumnKind.Dollars), new("after", "US$ after", ColumnKind.Dollars),
                new("gain", "Gain", ColumnKind.Dollars),
            ],
            [.. done.Pledges.Select(one => Row.Detail(one.Reference, one.Donor, one.Fund, one.Currency.Code, one.Outstanding, one.Before,
                one.After, one.Gain))]));
        shell.Terminal.Say(string.Format(CultureInfo.InvariantCulture, "{0} {1:N0} agreements at 31 December {2}: {3} of {4}.",
            done.DryRun ? "Would revalue" : "Revalued", done.Pledges.Length, done.Year, done.Gain.IsNegative ? "a loss" : "a gain",
            done.Gain.IsNegative ? -done.Gain : done.Gain));
    }
}
