namespace FundLedger.Money;

/// <summary>The one rounding rule of the ledger: half away from zero, on exact integers.</summary>
public static class Rounding
{
    /// <summary>numerator ÷ denominator, rounded half away from zero. The denominator must not be zero.</summary>
    public static long HalfAwayFromZero(Int128 numerator, Int128 denominator)
    {
        if (denominator < 0) (numerator, denominator) = (-numerator, -denominator);
        var quotient = numerator / denominator;
        var remainder = numerator % denominator;
        if (remainder < 0) remainder = -remainder;
        if (remainder * 2 >= denominator) quotient += numerator < 0 ? -1 : 1;
        return checked((long)quotient);
    }
}
