using System.Collections.Immutable;
using System.CommandLine;
using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Data.Letters;
using FundLedger.Letters;
using FundLedger.Pdf;
using FundLedger.Reporting;
using FundLedger.Reports.Letters;

namespace FundLedger.Cli.Commands;

static class LetterCommands
{
    internal static Command Acknowledgement(Shell shell)
    {
        var payment = Described.Needed("--payment", "the payment's reference", "REF");
        var language = Described.Text("--lang", "the language: en, fr or es; the donor's where none is given", "LANG");
        var folder = Described.Usual("--out", "the folder to write to", "DIR", ".");
        var knowledge = new KnowledgeOptions();
        return Described.Command("letter",
            "Thank a donor for a payment, with what the year has come to. The letter is kept in the ledger.",
            "fundledger report letter --payment CHASE-117 --lang fr", [payment, language, folder, .. knowledge.All])
            .Does(parse => shell.Do(parse, ledger => knowledge.Read(parse, ledger, null).Then(at => ledger.Letters
                .Acknowledgement(parse.GetRequiredValue(payment), parse.GetValue(language), at.AsAt, at.Known)
                .Then(material => AcknowledgementLetter.Compose(material).Then(document =>
                    Keep(shell, parse, ledger, MadeLetter.Of(material, document.Face.Id, PdfWriter.Write(document))).Then<Saved>(file =>
                        ReportOptions.Save(parse.GetRequiredValue(folder), file))))),
                saved => shell.Terminal.Say($"Wrote {saved.File} ({saved.Document}).")));
    }

    internal static Command Reminders(Shell shell)
    {
        var scope = new FundOptions();
        var folder = Described.Usual("--out", "the folder to write to", "DIR", ".");
        var dryRun = Described.Flag("--dry-run", "say what would be written and write nothing");
        var rules = new ReminderOptions();
        return Described.Command("reminders",
            "Remind donors of overdue instalments: one letter a donor in its language, and never twice for the same instalment and step.",
            "fundledger report reminders --first-after 30 --every 30 --at-most 3 --dry-run",
            [.. scope.AllButLanguage, .. rules.All, folder, dryRun])
            .Does(parse => shell.Do(parse, ledger => scope.Read(parse, ledger).Then(asked =>
                ledger.Letters.Reminders(asked.Fund, asked.AsAt, asked.Known, asked.Moment, usual => rules.Read(parse, usual))
                    .Then(materials => Write(shell, parse, ledger, materials, parse.GetRequiredValue(folder), parse.GetValue(dryRun)))),
                shown => Print(shell, shown)));
    }

    static Outcome<RemindersShown> Write(
        Shell shell, ParseResult parse, Ledger ledger, ImmutableArray<ReminderMaterial> materials, string folder, bool dryRun)
    {
        var written = ImmutableArray.CreateBuilder<ReminderShown>();
        foreach (var material in materials)
        {
            var composed = ReminderLetter.Compose(material);
            if (composed.IsRefused) return new Refusal(composed.Problems);
            var letter = MadeLetter.Of(material, composed.Value.Face.Id, PdfWriter.Write(composed.Value));
            var file = letter.FileName;
            if (!dryRun)
            {
                // On record first: a file that could not be written is had again from the ledger.
                var kept = ledger.Letters.Record(letter, shell.Author(parse) with { RequestKey = null });
                if (kept.IsRefused) return new Refusal(kept.Problems);
                file = ReportOptions.Save(folder, new ReportFile(letter.FileName, letter.Id, letter.Bytes)).File;
            }

            written.Add(new ReminderShown(material.Donor.Code, material.Language, letter.Id, file,
                [.. material.Due.Select(StepOf)]));
        }

        return new RemindersShown(dryRun, written.ToImmutable());
    }

    static StepShown StepOf(DueReminder one) =>
        new(one.Claim.Fund, one.Claim.Reference, one.Claim.Instalment, one.Claim.Due, one.Step);

    static void Print(Shell shell, RemindersShown shown)
    {
        foreach (var letter in shown.Letters)
            shell.Terminal.Say($"{(shown.DryRun ? "Would write" : "Wrote")} {letter.File} to {letter.Donor}: "
                + string.Join(", ", letter.Instalments.Select(one =>
                    $"{one.Reference} instalment {one.Instalment}, reminder {one.Step}")));
        if (shown.Letters.IsEmpty) shell.Terminal.Say("No reminder is due.");
    }

    static Outcome<ReportFile> Keep(Shell shell, ParseResult parse, Ledger ledger, MadeLetter letter) =>
        ledger.Letters.Keep(letter, shell.Author(parse) with { RequestKey = null })
            .Then<ReportFile>(_ => new ReportFile(letter.FileName, letter.Id, letter.Bytes));

    sealed record RemindersShown(bool DryRun, ImmutableArray<ReminderShown> Letters);

    sealed record ReminderShown(string Donor, string Language, string Document, string File, ImmutableArray<StepShown> Instalments);

    sealed record StepShown(string Fund, string Reference, int Instalment, DateOnly Due, int Step);
}

/// <summary>How often donors are reminded; what is not given is as the ledger is set.</summary>
sealed class ReminderOptions
{
    readonly Option<int?> _firstAfter = Number("--first-after", "days overdue after which a first reminder is due");
    readonly Option<int?> _every = Number("--every", "days between two reminders");
    readonly Option<int?> _atMost = Number("--at-most", "how often an instalment is reminded of at most");

    internal IEnumerable<Symbol> All => [_firstAfter, _every, _atMost];

    internal ReminderRules Read(ParseResult parse, ReminderRules usual) => new(
        parse.GetValue(_firstAfter) ?? usual.FirstAfter, parse.GetValue(_every) ?? usual.Every, parse.GetValue(_atMost) ?? usual.AtMost);

    static Option<int?> Number(string name, string what) => new(name) { Description = what, HelpName = "N" };
}
