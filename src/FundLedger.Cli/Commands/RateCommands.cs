using FundLedger.Money;
using System.CommandLine;
using System.Globalization;
using FundLedger.Data.Rates;
using FundLedger.Reports;

namespace FundLedger.Cli.Commands;

static class RateCommands
{
    internal static Command Build(Shell shell) => Described.Command("rates",
        "UN operational rates of exchange.", "fundledger rates import unore-2025.csv", Import(shell), Show(shell));

    static Command Import(Shell shell)
    {
        var file = Described.Name("FILE", "CSV, XLSX, or the UN feed in XML");
        var dryRun = Described.Flag("--dry-run", "say what would happen and keep nothing");
        return Described.Command("import", """
            Load rates: columns currency, effective_date, rate; or the UN list with f_curr_code, eff_date, rate.

            A rate that differs from one loaded before corrects it for what is recorded from now on; what is posted keeps the
            rate it was posted at.
            """, "fundledger rates import unore-2025.csv", file, dryRun)
            .Does(parse => shell.Do(parse,
                ledger => ledger.Rates.Import(parse.GetRequiredValue(file), shell.Author(parse), parse.GetValue(dryRun)),
                loaded => Print(shell, loaded)));
    }

    static void Print(Shell shell, RatesLoaded loaded)
    {
        shell.Terminal.Say(loaded.Text ?? string.Format(CultureInfo.InvariantCulture,
            "{0:N0} rates added, {1:N0} corrected, {2:N0} known already.", loaded.Added, loaded.Corrected, loaded.Unchanged));
        foreach (var skipped in loaded.Skipped)
            shell.Terminal.Say(string.Format(CultureInfo.InvariantCulture,
                "Passed over {0} ({1:N0} rows, first row {2}): not a currency of ISO 4217 in use on that day.",
                skipped.Code, skipped.Rows, skipped.FirstRow));
        if (loaded.Effect.Entries > 0) Print(shell, loaded.Effect);
    }

    static void Print(Shell shell, RateEffect effect)
    {
        shell.Terminal.Say(string.Format(CultureInfo.InvariantCulture,
            "{0:N0} entries were recorded before these rates were known and keep the rate they were posted at. At these rates they "
            + "would differ by {1}; the largest:", effect.Entries, effect.Difference));
        shell.Terminal.Print(new Table("effect", "",
            [
                new("entry", "Entry", ColumnKind.Count), new("date", "Date", ColumnKind.Date), new("text", "What", ColumnKind.Text),
                new("usd", "US$ as posted", ColumnKind.Dollars), new("would_be", "US$ at the new rate", ColumnKind.Dollars),
            ],
            [.. effect.Largest.Select(line => Row.Detail(new CountCell(line.Entry), line.Date, line.Text, line.Usd, line.WouldBe))]));
    }

    static Command Show(Shell shell)
    {
        var currency = Described.Name("CUR", "the currency, e.g. EUR");
        var date = Described.Name("DATE", "the day, e.g. 2025-03-31");
        return Described.Command("show", "Show the rate that applies to a day: the newest one effective on or before it.",
            "fundledger rates show EUR 2025-03-31", currency, date)
            .Does(parse => shell.Do(parse,
                ledger => Input.Currency(parse.GetRequiredValue(currency)).Then(code =>
                    Input.Day(parse.GetRequiredValue(date), default, "DATE").Then(day => ledger.Standing.Rates.On(day, code))
                    .Then<RateShown>(rate => new RateShown(rate.Currency.Code, rate.UnitsPerDollar, rate.Effective, rate.Source))),
                rate => shell.Terminal.Say(string.Format(CultureInfo.InvariantCulture,
                    "{0} {1} for US$ 1, effective {2:yyyy-MM-dd} ({3})", rate.Rate, rate.Currency, rate.EffectiveDate, rate.Source))));
    }

    sealed record RateShown(string Currency, decimal Rate, DateOnly EffectiveDate, string Source);
}
