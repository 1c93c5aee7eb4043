using System.Collections.Immutable;
using FundLedger.Journal;
using FundLedger.Reference;

namespace FundLedger.Donors;

/// <summary>
/// The donors that a new ledger starts with: every Member State and observer State (<c>data/states.csv</c> with the
/// dated names of <c>data/names.csv</c>) and some organizations (<c>data/organizations.csv</c>).
/// </summary>
public static class DonorReference
{
    const string Government = "C01";

    public static ImmutableArray<Donor> States { get; } = ReadStates();

    public static ImmutableArray<Donor> Organizations { get; } =
    [
        .. ReferenceTable.Read("organizations.csv")
            .Select(row => Read(row) with { ContributorType = row["contributor_type"] }),
    ];

    public static ImmutableArray<Donor> All => [.. States, .. Organizations];

    static ImmutableArray<Donor> ReadStates()
    {
        var former = ReferenceTable.Read("names.csv").ToLookup(row => row["code"], ReadFormerName);
        return
        [
            .. ReferenceTable.Read("states.csv").Select(row => Read(row) with
            {
                Iso2 = row["iso2"],
                M49 = row["m49"],
                ContributorType = Government,
                Region = row["region"] is { Length: > 0 } region ? Word.Parse<RegionalGroup>(region) : null,
                FormerNames = FormerName.ToText(former[row["code"]].OrderBy(name => name.Until)),
                MemberSince = row.Day("member_since"),
                LdcSince = row.Day("ldc_since"),
                LdcUntil = row.Day("ldc_until"),
                Sids = row["sids"] == "y",
            }),
        ];
    }

    static Donor Read(ReferenceRow row) => new(row["code"], row["name"], Word.Parse<DonorKind>(row["kind"]))
    {
        NameFr = row["name_fr"],
        NameEs = row["name_es"],
        Aliases = row["aliases"],
        Language = row["language"],
    };

    static FormerName ReadFormerName(ReferenceRow row) =>
        new(row.Day("until")!.Value, row["name"], row["name_fr"], row["name_es"]);
}
