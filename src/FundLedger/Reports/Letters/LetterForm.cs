using System.Collections.Immutable;
using FundLedger.Donors;
using FundLedger.Letters;
using FundLedger.Reports.Wording;

namespace FundLedger.Reports.Letters;

/// <summary>What every letter has around its text: head, salutation, closing and the place to sign.</summary>
static class LetterForm
{
    internal static Document Compose(
        string id, string subject, Donor donor, ReportBasis basis, LetterSettings settings, Phrases phrases, IEnumerable<Block> text)
    {
        var office = phrases["letter.sender"].Split('|');
        ImmutableArray<string> sender = settings.Sender.IsEmpty ? [.. office] : settings.Sender;
        return new Document(FrameWording.FaceOf(id, subject, basis, phrases),
        [
            new Paragraph(phrases[donor.IsState ? "letter.salutation.state" : "letter.salutation"]),
            .. text,
            new Paragraph(phrases[donor.IsState ? "letter.closing.state" : "letter.closing"]),
            new Signatures([new Signature(settings.Capacity ?? phrases["letter.capacity"], settings.Signatory, "")]),
        ])
        {
            Letter = new LetterHead(sender, [NameOf(donor, basis, phrases)], settings.Place, phrases.Say("letter.reference", ("id", id))),
        };
    }

    internal static string NameOf(Donor donor, ReportBasis basis, Phrases phrases) => donor.NameOn(basis.AsAt, phrases.Language);
}
