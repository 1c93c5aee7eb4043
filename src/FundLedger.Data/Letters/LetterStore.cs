using System.Collections.Immutable;
using System.Security.Cryptography;
using FundLedger.Checks;
using FundLedger.Data.Journal;
using FundLedger.Donors;
using FundLedger.Journal;
using FundLedger.Letters;
using FundLedger.Money;
using FundLedger.Reports;
using FundLedger.Reports.Letters;

namespace FundLedger.Data.Letters;

/// <summary>A letter that was composed and is to be put on record: its id, what it is about, and its bytes.</summary>
public sealed record MadeLetter(
    string Id, LetterKind Kind, string Donor, string Language, ReportBasis Basis, string FileName, byte[] Bytes)
{
    /// <summary>The entry of the payment that it thanks for, else zero.</summary>
    public long Payment { get; init; }

    public ImmutableArray<DueReminder> Reminders { get; init; } = [];

    /// <summary>The letter of thanks that was composed of this material, under its id and as PDF.</summary>
    public static MadeLetter Of(AcknowledgementMaterial material, string id, byte[] pdf) => new(id,
        LetterKind.Acknowledgement, material.Donor.Code, material.Language, material.Basis,
        FileNames.Safe($"letter-{material.Payment.Reference}{FileNames.Tag(material.Language)}") + ".pdf", pdf)
    { Payment = material.Payment.Number };

    /// <summary>The reminder that was composed of this material, under its id and as PDF.</summary>
    public static MadeLetter Of(ReminderMaterial material, string id, byte[] pdf) => new(id,
        LetterKind.Reminder, material.Donor.Code, material.Language, material.Basis,
        FileNames.Safe($"reminder-{material.Donor.Code}-{DayText.Iso(material.Basis.AsAt)}{FileNames.Tag(material.Language)}") + ".pdf",
        pdf)
    { Reminders = material.Due };
}

/// <summary>A letter as it was put on record: when and by whom, and the name and hash of the file that is kept.</summary>
public sealed record LetterOnRecord(
    long Entry, DateTimeOffset WrittenAt, string WrittenBy, string Id, LetterKind Kind, string Donor, string Language, DateOnly AsAt,
    string File, string Hash);

/// <summary>Letters to donors: what they are made from, and which were written. Each is kept with its bytes.</summary>
public sealed class LetterStore(Ledger ledger)
{
    /// <summary>
    /// What a letter of thanks for the payment of this reference is made from; in the donor's language if none is asked
    /// for.
    /// </summary>
    public Outcome<AcknowledgementMaterial> Acknowledgement(string payment, string? language, DateOnly asAt, Knowledge known) =>
        ledger.Payments.Find(payment).Then(found =>
        {
            if (found.Number > known.Entry || found.Date > asAt)
                return new Problem($"payment {found.Reference} was not known or not made at {asAt:yyyy-MM-dd}", "give a later day")
                { Column = "payment", Value = payment };
            if (ReversedBy(found.Number, known) is var reversal and not 0)
                return new Problem($"payment {found.Reference} was reversed by entry {reversal}", "thank for a payment that stands")
                { Column = "payment", Value = payment };
            var standing = ledger.StandingAt(known);
            return standing.Donors.Find(found.Donor).Then<AcknowledgementMaterial>(donor => new AcknowledgementMaterial(
                ledger.Basis(asAt, known), donor, standing.Funds.All, found, [.. ledger.ContributionLines.OfEntry(found.Number, known)],
                ledger.Figures.Read(asAt, known, null, donor.Code), LetterSettings.Of(standing.Setting))
            { Language = language ?? donor.Language });
        });

    /// <summary>
    /// What reminders would be made from, one a donor of whom a reminder is due. A reminder written after the moment given is
    /// not seen; all are where none is given. The rules are those of the settings unless others are given.
    /// </summary>
    public Outcome<ImmutableArray<ReminderMaterial>> Reminders(
        string? fund, DateOnly asAt, Knowledge known, DateTimeOffset? writtenUpTo = null, Func<ReminderRules, ReminderRules>? with = null)
    {
        var standing = ledger.StandingAt(known);
        var rules = ReminderRules.Of(standing.Setting);
        rules = with is null ? rules : with(rules);
        if (rules.Objection() is { } problem) return problem;
        var claims = ledger.Receivables.Claims(fund, null, asAt, known, withUnsigned: true);
        var basis = ledger.Basis(asAt, known);
        return ReminderPlan.Of(claims, Sent(writtenUpTo), rules, asAt).Select(donor =>
        {
            var addressee = standing.Donors.Find(donor.Donor).Value;
            return new ReminderMaterial(basis, addressee, standing.Funds.All, donor.Due, LetterSettings.Of(standing.Setting))
            { Language = addressee.Language };
        }).ToImmutableArray();
    }

    /// <summary>
    /// Puts a letter on record before it is handed out, and says whether it is: what an auditor makes is on no record, since he
    /// writes nothing, and a standby takes nothing.
    /// </summary>
    public Outcome<bool> Keep(MadeLetter letter, Author author) =>
        ledger.KeepsWhatIsIssuedBy(author.Name) ? Record(letter, author).Then<bool>(_ => true) : false;

    /// <summary>
    /// Puts a letter on record with its bytes. The same letter again is on record already; another reminder of the same
    /// step is refused.
    /// </summary>
    public Outcome<Recorded> Record(MadeLetter letter, Author author)
    {
        var hash = SHA256.HashData(letter.Bytes);
        return RecordedBefore(letter, hash) is { } before ? before
            : ledger.Write(author, new { letter = letter.Id, hash = Convert.ToHexString(hash) },
                writing => Record(letter, hash, writing));
    }

    /// <summary>The letters on record, the newest first.</summary>
    public ImmutableArray<LetterOnRecord> All(string? donor = null) => [.. ledger.Query<LetterRow>("""
        SELECT l.*, e.recorded_at, e.recorded_by, a.name
        FROM letter l JOIN entry e ON e.number = l.entry JOIN attachment a ON a.entry = l.entry AND a.hash = l.hash
        WHERE @donor IS NULL OR l.donor = @donor
        ORDER BY l.entry DESC
        """, new { donor }).Select(row => row.ToLetter())];

    /// <summary>A letter on record by its id, with the bytes that were sent.</summary>
    public Outcome<(LetterOnRecord Letter, byte[] Bytes)> Read(string id) => All().FirstOrDefault(letter => letter.Id == id) is { } found
        ? ledger.Attachments.Read(found.Hash).Then<(LetterOnRecord, byte[])>(bytes => (found, bytes))
        : new Problem($"there is no letter {Quoted.Short(id)}", "see «letters list»") { Column = "letter", Value = id };

    Outcome<Recorded> Record(MadeLetter letter, byte[] hash, Writing writing)
    {
        var draft = new EntryDraft(EntryKind.Letter, ledger.Today, $"Letter {letter.Id} to {letter.Donor}: {Word.Of(letter.Kind)}")
        {
            Records =
            [
                new Letter(letter.Id, letter.Kind, letter.Donor, letter.Language, letter.Payment, letter.Basis.AsAt, letter.Basis.Entry,
                    letter.Basis.Seal, hash),
                ledger.Attachments.Keep(letter.FileName, letter.Bytes),
                .. letter.Reminders.Select(one => one.ToRecord()),
            ],
        };
        return writing.Post(draft).Then<Recorded>(number => new Recorded(number, letter.Id, draft.Text));
    }

    Recorded? RecordedBefore(MadeLetter letter, byte[] hash) => ledger.Single<long?>(
            "SELECT MIN(entry) FROM letter WHERE id = @Id AND hash = @hash", new { letter.Id, hash }) is { } entry
        ? new Recorded(entry, letter.Id, $"Letter {letter.Id} is on record already, by entry {entry}") : null;

    long ReversedBy(long entry, Knowledge known) => ledger.Single<long>(
        "SELECT COALESCE(MAX(number), 0) FROM entry WHERE reverses = @entry AND reverses <> 0 AND number <= @known",
        new { entry, known = known.Entry });

    ImmutableArray<SentReminder> Sent(DateTimeOffset? upTo) =>
    [
        .. ledger.Query<(long Pledge, long Instalment, long Step, DateOnly Day)>("""
            SELECT r.pledge, r.instalment, r.step, l.as_at
            FROM reminder r JOIN letter l ON l.entry = r.entry JOIN entry e ON e.number = r.entry WHERE e.recorded_at <= @upTo
            """, new { upTo = upTo?.ToUnixTimeMilliseconds() ?? long.MaxValue })
            .Select(row => new SentReminder(row.Pledge, (int)row.Instalment, (int)row.Step, row.Day)),
    ];

    sealed class LetterRow
    {
        public long Entry { get; init; }
        public long RecordedAt { get; init; }
        public string RecordedBy { get; init; } = "";
        public string Id { get; init; } = "";
        public string Kind { get; init; } = "";
        public string Donor { get; init; } = "";
        public string Language { get; init; } = "";
        public DateOnly AsAt { get; init; }
        public string Name { get; init; } = "";
        public byte[] Hash { get; init; } = [];

        internal LetterOnRecord ToLetter() => new(Entry, DateTimeOffset.FromUnixTimeMilliseconds(RecordedAt), RecordedBy, Id,
            Word.Parse<LetterKind>(Kind), Donor, Language, AsAt, Name, Convert.ToHexStringLower(Hash));
    }
}
