using System.Collections.Immutable;
using System.Security.Cryptography;
using FundLedger.Checks;
using FundLedger.Data.Files;
using FundLedger.Data.Journal;
using FundLedger.Donors;
using FundLedger.Journal;

namespace FundLedger.Data.Donors;

/// <summary>Donors and what is known of each; the newest version of a donor stands.</summary>
public sealed class DonorStore(Ledger ledger)
{
    /// <summary>Adds donors whose codes are new, all or none.</summary>
    public Outcome<Recorded> Add(ImmutableArray<Donor> donors, Author author, bool dryRun = false) =>
        ledger.Write(author, new AddDonors(donors), dryRun);

    /// <summary>
    /// Adds one donor, with a code made from its name where it has none. A donor with a similar name stops it, unless the
    /// two are said to be different.
    /// </summary>
    public Outcome<Recorded> AddOne(Donor donor, bool evenIfSimilar, Author author) =>
        ledger.Write(author, new AddDonor(donor, evenIfSimilar));

    /// <summary>Gives the donor of this code a new version; one that changes nothing is not recorded.</summary>
    public Outcome<Recorded> Change(Donor donor, string? reason, Author author) =>
        ledger.Write(author, new ChangeDonor(donor, reason));

    /// <summary>Adds the donors of a spreadsheet, all or none.</summary>
    public Outcome<Recorded> Import(
        string path, Author author, bool dryRun = false, string? fileName = null, FileLimits? limits = null) =>
        TableFile.Open(path, limits ?? FileLimits.Import, ledger.Clock, name: fileName).Then(file =>
            ledger.Write(author, new { donors = Convert.ToHexString(HashOf(path)) }, writing =>
                new DonorFile(file, code => IsTaken(ledger.Standing.Donors, code)).Read()
                    .Then(donors => Add(donors, writing)), dryRun));

    /// <summary>The entries that added or changed a donor, in the order in which they were recorded.</summary>
    public ImmutableArray<EntryHeader> History(string code) => [.. ledger.Query<EntryRow>("""
        SELECT * FROM entry WHERE number IN (SELECT entry FROM donor WHERE code = @code) ORDER BY number
        """, new { code }).Select(row => row.ToHeader())];

    internal Outcome<Recorded> AddOne(AddDonor request, Writing writing)
    {
        var (donor, directory) = (request.Donor, ledger.Standing.Donors);
        if (!request.EvenIfSimilar && directory.Duplicates(donor.Name) is [var similar, ..])
            return new Problem($"there is a donor with a similar name: {similar.Name} ({similar.Code})",
                "use that one, or say that this is another with ‹even-if-similar›")
            { Column = "name", Value = donor.Name };
        var code = donor.Code.Length > 0 ? donor.Code : DonorCode.For(donor.Name, taken => IsTaken(directory, taken));
        return Add([donor with { Code = code }], writing);
    }

    internal Outcome<Recorded> Add(ImmutableArray<Donor> donors, Writing writing)
    {
        var known = ledger.Standing.Donors.All.Select(donor => donor.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var donor in donors)
        {
            var accepted = DonorRules.Accept(donor);
            if (accepted.IsRefused) return new Refusal(accepted.Problems);
            if (!known.Add(donor.Code))
                return new Problem($"there is a donor {donor.Code} already", "give the new donor another code")
                { Column = "code", Value = donor.Code };
        }

        var draft = new EntryDraft(EntryKind.Donors, ledger.Today,
            donors.Length == 1 ? $"Donor {donors[0].Code}: {donors[0].Name}" : $"{donors.Length} donors")
        { Records = [.. donors] };
        return writing.Post(draft).Then<Recorded>(number =>
            new Recorded(number, donors.Length == 1 ? donors[0].Code : "donors", draft.Text));
    }

    internal Outcome<Recorded> Change(ChangeDonor request, Writing writing)
    {
        var before = ledger.Standing.Donors.All.FirstOrDefault(donor => donor.Code == request.Donor.Code);
        if (before is null)
            return new Problem($"there is no donor {request.Donor.Code}", "add the donor first")
            { Column = "code", Value = request.Donor.Code };
        if (before == request.Donor) return new Recorded(0, before.Code, $"Nothing of donor {before.Code} changes");
        return DonorRules.Accept(request.Donor).Then(donor => writing.Post(
                new EntryDraft(EntryKind.Donors, ledger.Today, $"Donor {donor.Code} changed")
                { Reason = request.Reason, Records = [donor] }))
            .Then<Recorded>(number => new Recorded(number, before.Code, $"Donor {before.Code} changed"));
    }

    static bool IsTaken(DonorDirectory directory, string code) => directory.All.Any(donor => donor.Code == code);

    static byte[] HashOf(string path)
    {
        using var stream = File.OpenRead(path);
        return SHA256.HashData(stream);
    }

    internal IEnumerable<Donor> Read(long knownUpTo) => ledger.Query<DonorRow>("""
        SELECT * FROM donor d WHERE d.entry =
            (SELECT MAX(v.entry) FROM donor v WHERE v.code = d.code AND v.entry <= @knownUpTo)
        ORDER BY d.code
        """, new { knownUpTo }).Select(row => row.ToDonor());

    sealed class DonorRow
    {
        public string Code { get; init; } = "";
        public string Name { get; init; } = "";
        public string Kind { get; init; } = "";
        public string Region { get; init; } = "";
        public string Iso2 { get; init; } = "";
        public string M49 { get; init; } = "";
        public string ContributorType { get; init; } = "";
        public string NameFr { get; init; } = "";
        public string NameEs { get; init; } = "";
        public string Aliases { get; init; } = "";
        public string FormerNames { get; init; } = "";
        public DateOnly? MemberSince { get; init; }
        public DateOnly? LdcSince { get; init; }
        public DateOnly? LdcUntil { get; init; }
        public long Sids { get; init; }
        public string Language { get; init; } = "";

        internal Donor ToDonor() => new(Code, Name, Word.Parse<DonorKind>(Kind))
        {
            Region = Region.Length == 0 ? null : Word.Parse<RegionalGroup>(Region),
            Iso2 = Iso2,
            M49 = M49,
            ContributorType = ContributorType,
            NameFr = NameFr,
            NameEs = NameEs,
            Aliases = Aliases,
            FormerNames = FormerNames,
            MemberSince = MemberSince,
            LdcSince = LdcSince,
            LdcUntil = LdcUntil,
            Sids = Sids == 1,
            Language = Language,
        };
    }
}
