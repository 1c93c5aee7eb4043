using System.Collections.Immutable;
using FundLedger.Data.Journal;
using FundLedger.Donors;
using FundLedger.Money;
using FundLedger.Names;
using FundLedger.Reports;

namespace FundLedger.Data.Donors;

/// <summary>Which donors a list shows.</summary>
public enum DonorStanding
{
    /// <summary>Money or goods were received.</summary>
    Gave,

    /// <summary>Nothing was ever received or promised.</summary>
    Never,

    /// <summary>Something of what was pledged is outstanding.</summary>
    Owes,

    /// <summary>Something outstanding fell due.</summary>
    Overdue,
}

/// <summary>Which donors are asked for; nothing where a part is not given.</summary>
public sealed record DonorFilter
{
    /// <summary>A part of a name or code, however it is written.</summary>
    public string? Text { get; init; }

    public DonorKind? Kind { get; init; }

    public RegionalGroup? Region { get; init; }

    /// <summary>Only what concerns this fund.</summary>
    public string? Fund { get; init; }

    public DonorStanding? Standing { get; init; }
}

/// <summary>A donor and where he stands, in US$: everything up to the day.</summary>
public sealed record DonorLine(Donor Donor, string Name, Position Position, Amount Overdue)
{
    public string Code => Donor.Code;
}

/// <summary>The donors that a filter finds, and what they come to together.</summary>
public sealed record FoundDonors(ImmutableArray<DonorLine> Lines, Position Total, Amount Overdue);

/// <summary>Donors with what became of their promises.</summary>
public sealed class DonorLineStore(Ledger ledger)
{
    /// <summary>The donors that a filter finds, by name in a language.</summary>
    public FoundDonors List(DonorFilter filter, DateOnly asAt, Knowledge known, string language = "en")
    {
        var figures = ledger.Figures.ByDonor(asAt, known, filter.Fund);
        var positions = figures.By(figure => figure.Donor);
        var overdue = Overdue(filter.Fund, asAt);
        var folded = filter.Text is { } text ? FoldedName.Of(text) : "";
        ImmutableArray<DonorLine> lines =
        [
            .. ledger.Standing.Donors.All.Where(donor => Matches(donor, filter, folded))
                .Select(donor => new DonorLine(donor, donor.NameOn(asAt, language),
                    positions.GetValueOrDefault(donor.Code) ?? new Position(), Amount.Usd(overdue.GetValueOrDefault(donor.Code))))
                .Where(line => IsStanding(line, filter.Standing))
                .OrderBy(PlaceOf, StringComparer.Ordinal),
        ];
        var codes = lines.Select(line => line.Code).ToHashSet(StringComparer.Ordinal);
        return new FoundDonors(lines, figures.Where(figure => codes.Contains(figure.Donor)).Total(),
            Amount.Usd(lines.Sum(line => line.Overdue.MinorUnits)));
    }

    /// <summary>Where a donor stands in the list: places as texts are in its order, and no two donors have the same.</summary>
    public static string PlaceOf(DonorLine line) => $"{FoldedName.Of(line.Name)}\n{line.Code}";

    static bool Matches(Donor donor, DonorFilter filter, string folded) =>
        (filter.Kind is null || donor.Kind == filter.Kind) && (filter.Region is null || donor.Region == filter.Region)
        && (folded.Length == 0 || donor.Code.Contains(filter.Text!.Trim(), StringComparison.OrdinalIgnoreCase)
            || donor.AllNames().Any(name => FoldedName.Of(name).Contains(folded, StringComparison.Ordinal)));

    static bool IsStanding(DonorLine line, DonorStanding? standing) => standing switch
    {
        null => true,
        DonorStanding.Gave => !line.Position.Received.IsZero,
        DonorStanding.Never => line.Position.IsEmpty,
        DonorStanding.Owes => !line.Position.Outstanding.IsZero,
        DonorStanding.Overdue => !line.Overdue.IsZero,
        _ => throw new ArgumentOutOfRangeException(nameof(standing)),
    };

    Dictionary<string, long> Overdue(string? fund, DateOnly asAt) => ledger.Query<(string Donor, long Usd)>($"""
        SELECT donor, SUM(usd) FROM claim
        WHERE amount <> 0 AND due < @asAt AND account IN ('pledged', 'receivable')
          AND (@fund IS NULL OR fund = @fund) AND {ledger.InScope("fund")}
        GROUP BY donor
        """, new { fund, asAt, scope = ledger.ScopeCodes }).ToDictionary(row => row.Donor, row => row.Usd, StringComparer.Ordinal);
}
