using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Data.Files;
using FundLedger.Donors;
using FundLedger.Journal;

namespace FundLedger.Data.Donors;

/// <summary>Donors and what is known of each; the newest version of a donor stands.</summary>
public sealed class DonorStore(Ledger ledger)
{
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
