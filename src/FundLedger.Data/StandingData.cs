using FundLedger.Donors;
using FundLedger.Funds;
using FundLedger.Rates;

namespace FundLedger.Data;

/// <summary>
/// Funds, donors, rates and settings as the ledger knew them at an entry, read when first asked for. The newest version
/// of each stands.
/// </summary>
public sealed class StandingData
{
    /// <summary>No entry will ever have this number: everything is known.</summary>
    public const long Everything = long.MaxValue;

    readonly Ledger _ledger;
    readonly long _knownUpTo;
    readonly long _newest;
    readonly Lazy<FundList> _funds;
    readonly Lazy<DonorDirectory> _donors;
    readonly Lazy<RateTable> _rates;
    readonly Lazy<Dictionary<string, string?>> _settings;

    internal StandingData(Ledger ledger, long knownUpTo = Everything)
    {
        (_ledger, _knownUpTo, _newest) = (ledger, knownUpTo, Newest(ledger));
        _funds = new(() => new FundList(ledger.Funds.Read(knownUpTo)));
        _donors = new(() => new DonorDirectory(ledger.Donors.Read(knownUpTo)));
        _rates = new(() => new RateTable(ledger.Rates.Read(knownUpTo)));
        _settings = new(() => ledger.Settings.Read(knownUpTo));
    }

    public FundList Funds => _funds.Value;

    public DonorDirectory Donors => _donors.Value;

    public RateTable Rates => _rates.Value;

    /// <summary>The value of a setting; none where it was never set.</summary>
    public string? Setting(string name) => _settings.Value.GetValueOrDefault(name);

    /// <summary>Whether nothing was added since this was read, by this program or another.</summary>
    internal bool IsCurrent() => _knownUpTo != Everything || Newest(_ledger) == _newest;

    static long Newest(Ledger ledger) => ledger.Single<long>("""
        SELECT COALESCE((SELECT MAX(entry) FROM fund), 0) + COALESCE((SELECT MAX(entry) FROM donor), 0)
             + COALESCE((SELECT MAX(entry) FROM rate), 0) + COALESCE((SELECT MAX(entry) FROM setting), 0)
        """);
}
