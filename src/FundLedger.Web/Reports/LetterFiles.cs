using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text.Encodings.Web;
using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Data.Letters;
using FundLedger.Money;
using FundLedger.Pdf;
using FundLedger.Reports;
using FundLedger.Reports.Letters;
using FundLedger.Web.Lists;
using FundLedger.Web.Wording;

namespace FundLedger.Web.Reports;

/// <summary>Letters to donors: on the screen, and as the files that are kept with the ledger.</summary>
static class LetterFiles
{
    internal static Outcome<string> ShowThanks(Ledger ledger, ReportAsked asked) =>
        Material(ledger, asked).Then(AcknowledgementLetter.Compose).Then(ReportKind.Shown);

    internal static Outcome<MadeFile> Thanks(Ledger ledger, ReportAsked asked) => Material(ledger, asked).Then(material =>
        AcknowledgementLetter.Compose(material).Then<MadeFile>(document =>
        {
            var letter = MadeLetter.Of(material, document.Face.Id, PdfWriter.Write(document));
            return new MadeFile(letter.FileName, new MemoryStream(letter.Bytes, writable: false),
                (kept, author) => kept.Letters.Keep(letter, author));
        }));

    const int MostShown = 20;

    /// <summary>The letters that are due, one after the other; of many the first, and how many more there are.</summary>
    internal static Outcome<string> ShowReminders(Ledger ledger, ReportAsked asked) => Due(ledger, asked).Then(all =>
        Composed([.. all.Take(MostShown)]).Then<string>(shown =>
            string.Concat(shown.Select(one => ReportKind.Shown(one.Document).Value)) + More(all.Length - shown.Length, asked.Language)));

    static string More(int letters, string language) => letters == 0 ? "" : $"<p class=\"muted\">{HtmlEncoder.Default.Encode(
        Words.In(language).Say("report.more-letters", ("count", letters.ToString(CultureInfo.InvariantCulture))))}</p>";

    /// <summary>
    /// The letters that are due, together in one file. Each is put on record by itself, so that no instalment is reminded of twice
    /// at the same step.
    /// </summary>
    internal static Outcome<MadeFile> Reminders(Ledger ledger, ReportAsked asked) => Due(ledger, asked).Then(Composed).Then<MadeFile>(due =>
    {
        MadeLetter[] letters = [.. due.Select(one => MadeLetter.Of(one.Material, one.Document.Face.Id, PdfWriter.Write(one.Document)))];
        return new MadeFile($"reminders-{asked.Fund ?? "all"}-{DayText.Iso(asked.AsAt)}.zip",
            PassingFile.Of(stream => Pack(letters, asked.AsAt, stream)), (kept, author) =>
            letters.Aggregate((Outcome<bool>)true, (before, letter) => before.Then(_ => kept.Letters.Keep(letter, author))));
    });

    static Outcome<AcknowledgementMaterial> Material(Ledger ledger, ReportAsked asked) =>
        ledger.Letters.Acknowledgement(asked.Given.Payment ?? "", asked.Given.Language, asked.AsAt, asked.Known);

    static Outcome<ImmutableArray<ReminderMaterial>> Due(Ledger ledger, ReportAsked asked) =>
        ledger.Letters.Reminders(asked.Fund, asked.AsAt, asked.Known, asked.Given.KnownOn)
            .Then<ImmutableArray<ReminderMaterial>>(due => due.IsEmpty
                ? new Problem("no reminder is due", "choose a later day, or another fund") : due);

    static Outcome<ImmutableArray<(ReminderMaterial Material, Document Document)>> Composed(ImmutableArray<ReminderMaterial> due)
    {
        var composed = ImmutableArray.CreateBuilder<(ReminderMaterial, Document)>(due.Length);
        foreach (var material in due)
        {
            var document = ReminderLetter.Compose(material);
            if (document.IsRefused) return new Refusal(document.Problems);
            composed.Add((material, document.Value));
        }

        return composed.ToImmutable();
    }

    /// <summary>The day of the letters is that of the files too: the same letters give the same bytes.</summary>
    static void Pack(IEnumerable<MadeLetter> letters, DateOnly day, Stream stream)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var letter in letters)
        {
            var entry = archive.CreateEntry(letter.FileName);
            entry.LastWriteTime = new DateTimeOffset(day.ToDateTime(default), TimeSpan.Zero);
            using var file = entry.Open();
            file.Write(letter.Bytes);
        }
    }
}
