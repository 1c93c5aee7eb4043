using System.Collections.Immutable;

namespace FundLedger.Cli.Demo;

/// <summary>
/// A donor of the sample ledger: its currency, what it gives in a usual year in thousands of US$, how often, and in
/// which years. States are real, everything said of their giving is invented.
/// </summary>
sealed record SampleDonor(string Code, string Currency, int Thousands, int ChancePerCent, int From = 2015, int To = 2025)
{
    internal const int FirstYear = 2015;
    internal const int LastYear = 2025;

    internal static ImmutableArray<SampleDonor> All { get; } =
    [
        new("NOR", "NOK", 3400, 100), new("USA", "USD", 2900, 90), new("SWE", "SEK", 2100, 100), new("DEU", "EUR", 1900, 100),
        new("NLD", "EUR", 1500, 95), new("DNK", "DKK", 1100, 95), new("CAN", "CAD", 1000, 95), new("GBR", "GBP", 1200, 85),
        new("CHE", "CHF", 900, 100), new("FIN", "EUR", 700, 90), new("AUS", "AUD", 600, 85), new("IRL", "EUR", 550, 95),
        new("FRA", "EUR", 500, 90), new("JPN", "JPY", 420, 90), new("ESP", "EUR", 300, 80), new("BEL", "EUR", 320, 85),
        new("AUT", "EUR", 160, 75), new("NZL", "USD", 140, 75), new("ITA", "EUR", 180, 70), new("LUX", "EUR", 120, 90),
        new("KOR", "KRW", 260, 85), new("KWT", "KWD", 130, 65), new("SAU", "USD", 210, 60), new("QAT", "USD", 150, 60),
        new("ARE", "USD", 120, 55), new("IND", "USD", 60, 80), new("CHN", "USD", 190, 60), new("RUS", "USD", 110, 45, 2015, 2021),
        new("LIE", "CHF", 70, 85), new("MCO", "EUR", 22, 85), new("POL", "EUR", 45, 65), new("CZE", "EUR", 32, 70),
        new("EST", "EUR", 18, 75), new("LVA", "EUR", 9, 60), new("HUN", "EUR", 16, 45), new("PRT", "EUR", 40, 60),
        new("MEX", "USD", 35, 45), new("CHL", "USD", 18, 50), new("ARG", "USD", 15, 35), new("URY", "USD", 8, 40),
        new("MAR", "USD", 25, 45), new("SGP", "USD", 20, 70), new("THA", "USD", 14, 55), new("PHL", "USD", 12, 45),
        new("KAZ", "USD", 22, 40), new("MDV", "USD", 4, 60, 2025, 2025), new("BTN", "USD", 3, 100, 2024, 2025),
        new("FJI", "USD", 5, 70, 2019, 2025), new("RWA", "USD", 6, 60, 2022, 2025), new("FORD-EX", "USD", 160, 55),
        new("EU", "EUR", 1300, 70), new("HARBOUR", "GBP", 45, 60, 2016, 2022), new("LANTERN", "USD", 30, 65, 2018, 2025),
    ];
}
