using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace FundLedger.Money;

/// <summary>
/// A currency of ISO 4217. The exponent is the number of decimal digits of its minor unit: 2 for USD, 0 for JPY,
/// 3 for KWD, 4 for CLF. The list is <c>data/currencies.csv</c>.
/// </summary>
public sealed class Currency : IEquatable<Currency>
{
    static readonly Dictionary<string, Currency> ByCode = Load();

    Currency(string code, int exponent, string name, DateOnly? withdrawn) =>
        (Code, Exponent, Name, Withdrawn) = (code, exponent, name, withdrawn);

    /// <summary>The currency in which the journal is kept.</summary>
    public static Currency Usd { get; } = Of("USD");

    public static IReadOnlyCollection<Currency> All => ByCode.Values;

    public string Code { get; }

    public int Exponent { get; }

    public string Name { get; }

    /// <summary>The month in which the currency ceased to be used, as its first day; none while it is in use.</summary>
    public DateOnly? Withdrawn { get; }

    /// <summary>How many minor units make one unit: 100 for USD, 1 for JPY.</summary>
    public long UnitsPerWhole => PowerOfTen(Exponent);

    /// <summary>The currency with this code. Throws when there is none: use <see cref="TryFind"/> for input.</summary>
    public static Currency Of(string code) =>
        ByCode.TryGetValue(code, out var currency)
            ? currency
            : throw new ArgumentException($"There is no currency {code} in ISO 4217.", nameof(code));

    /// <summary>Looks a code up as people type it: any case, spaces around it.</summary>
    public static bool TryFind(string? code, [NotNullWhen(true)] out Currency? currency) =>
        ByCode.TryGetValue((code ?? "").Trim().ToUpperInvariant(), out currency);

    public bool Equals(Currency? other) => ReferenceEquals(this, other);

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Code;

    internal static long PowerOfTen(int exponent)
    {
        var power = 1L;
        for (var i = 0; i < exponent; i++) power *= 10;
        return power;
    }

    static Dictionary<string, Currency> Load()
    {
        using var stream = typeof(Currency).Assembly.GetManifestResourceStream("currencies.csv")!;
        using var reader = new StreamReader(stream);
        var all = new Dictionary<string, Currency>(StringComparer.Ordinal);
        reader.ReadLine();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            // code,number,exponent,withdrawn,name: the name is last, so that it may hold a comma.
            var parts = line.Split(',', 5);
            var exponent = int.Parse(parts[2], CultureInfo.InvariantCulture);
            DateOnly? withdrawn = parts[3].Length == 0 ? null : DateOnly.Parse(parts[3], CultureInfo.InvariantCulture);
            all.Add(parts[0], new Currency(parts[0], exponent, parts[4], withdrawn));
        }

        return all;
    }
}
