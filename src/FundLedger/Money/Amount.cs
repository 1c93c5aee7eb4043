using System.Globalization;

namespace FundLedger.Money;

/// <summary>
/// An amount of money: whole minor units of one currency (cents of a dollar, yen, fils of a dinar).
/// Arithmetic is checked and two currencies never meet: both raise an exception, since either is a fault of the program.
/// </summary>
public readonly record struct Amount(long MinorUnits, Currency Currency) : IComparable<Amount>
{
    public bool IsZero => MinorUnits == 0;

    public bool IsPositive => MinorUnits > 0;

    public bool IsNegative => MinorUnits < 0;

    public static Amount Zero(Currency currency) => new(0, currency);

    /// <summary>An amount in US$ from cents.</summary>
    public static Amount Usd(long cents) => new(cents, Currency.Usd);

    public static Amount operator +(Amount a, Amount b) => new(a.MinorUnits + b.In(a.Currency), a.Currency);

    public static Amount operator -(Amount a, Amount b) => new(a.MinorUnits - b.In(a.Currency), a.Currency);

    public static Amount operator -(Amount a) => new(-a.MinorUnits, a.Currency);

    public static bool operator <(Amount a, Amount b) => a.CompareTo(b) < 0;

    public static bool operator >(Amount a, Amount b) => a.CompareTo(b) > 0;

    public static bool operator <=(Amount a, Amount b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Amount a, Amount b) => a.CompareTo(b) >= 0;

    public static Amount Min(Amount a, Amount b) => a <= b ? a : b;

    public int CompareTo(Amount other) => MinorUnits.CompareTo(other.In(Currency));

    /// <summary>
    /// The part of this amount that <paramref name="part"/> is of <paramref name="whole"/>, rounded half away from
    /// zero. When part and whole are equal it is exactly this amount, so that what is released in parts ends at zero.
    /// </summary>
    public Amount Share(long part, long whole) =>
        part == whole ? this : new(Rounding.HalfAwayFromZero((Int128)MinorUnits * part, whole), Currency);

    /// <summary>The amount as a decimal number of whole units, exactly.</summary>
    public decimal ToDecimal() => new decimal(MinorUnits) / Currency.UnitsPerWhole;

    /// <summary>Whole units with the currency's digits and a point, no separators: <c>12500.00</c>.</summary>
    public string ToPlainText() =>
        ToDecimal().ToString("F" + Currency.Exponent.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>For messages: <c>12,500.00 EUR</c>.</summary>
    public override string ToString() =>
        ToDecimal().ToString("N" + (Currency?.Exponent ?? 0).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        + " " + Currency;

    long In(Currency expected) => ReferenceEquals(Currency, expected)
        ? MinorUnits
        : throw new InvalidOperationException($"An amount in {Currency} met an amount in {expected}.");
}
