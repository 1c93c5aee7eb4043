using FundLedger.Journal;
using FundLedger.Names;

namespace FundLedger.Donors;

/// <summary>
/// Who gives: a State, an organization, a company or a person, under the code by which pledges and payments call it.
/// A change of any of it is a new version of the whole record. Texts that are not known are empty.
/// </summary>
public sealed record Donor(string Code, string Name, DonorKind Kind) : ILedgerRecord
{
    /// <summary>The regional group, for Member States.</summary>
    public RegionalGroup? Region { get; init; }

    public string Iso2 { get; init; } = "";

    /// <summary>The numeric code of the standard M49, three digits.</summary>
    public string M49 { get; init; } = "";

    /// <summary>The code of the UN data standard, e.g. C01 for a government.</summary>
    public string ContributorType { get; init; } = "";

    public string NameFr { get; init; } = "";

    public string NameEs { get; init; } = "";

    /// <summary>Other names by which letters and statements call the donor, joined by '|'.</summary>
    public string Aliases { get; init; } = "";

    /// <summary>Names that were official until a day, in the form of <see cref="FormerName"/>.</summary>
    public string FormerNames { get; init; } = "";

    /// <summary>The day, or the first day of the year, of admission to the United Nations.</summary>
    public DateOnly? MemberSince { get; init; }

    /// <summary>The day, or the first day of the year, of inclusion among the least developed countries.</summary>
    public DateOnly? LdcSince { get; init; }

    /// <summary>The day of graduation: from it on the donor is no longer a least developed country.</summary>
    public DateOnly? LdcUntil { get; init; }

    /// <summary>Whether the donor is a small island developing State.</summary>
    public bool Sids { get; init; }

    /// <summary>The language in which letters go to the donor.</summary>
    public string Language { get; init; } = NameChoice.English;

    /// <summary>Whether the donor is a State, whose giving the Council asks about.</summary>
    public bool IsState => Kind is DonorKind.MemberState or DonorKind.ObserverState;

    public DonorGroup Group => Kind.Group();

    public static RecordShape Shape { get; } = new("donor",
        "code text, name text, kind text, region text, iso2 text, m49 text, contributor_type text, name_fr text, "
        + "name_es text, aliases text, former_names text, member_since day, ldc_since day, ldc_until day, sids number, "
        + "language text");

    RecordShape ILedgerRecord.Shape => Shape;

    public void WriteTo(FieldSink sink)
    {
        sink.Text(Code);
        sink.Text(Name);
        sink.Text(Word.Of(Kind));
        sink.Text(Region is { } region ? Word.Of(region) : "");
        sink.Text(Iso2);
        sink.Text(M49);
        sink.Text(ContributorType);
        sink.Text(NameFr);
        sink.Text(NameEs);
        sink.Text(Aliases);
        sink.Text(FormerNames);
        sink.Day(MemberSince);
        sink.Day(LdcSince);
        sink.Day(LdcUntil);
        sink.Number(Sids ? 1 : 0);
        sink.Text(Language);
    }

    /// <summary>The official name on the day, in the language or in English where there is none in it.</summary>
    public string NameOn(DateOnly day, string language)
    {
        foreach (var former in FormerName.Parse(FormerNames).Value)
        {
            if (day < former.Until) return former.NameIn(language);
        }

        return NameChoice.In(language, Name, NameFr, NameEs);
    }

    public bool IsLdcOn(DateOnly day) => LdcSince <= day && (LdcUntil is not { } until || day < until);

    /// <summary>Every name by which the donor may be asked for, former ones included.</summary>
    public IEnumerable<string> AllNames() =>
    [
        Name, NameFr, NameEs, .. Aliases.Split('|'),
        .. FormerName.Parse(FormerNames).Value
            .SelectMany(former => new[] { former.Name, former.NameFr, former.NameEs }),
    ];
}
