using System.Globalization;
using System.Text;

namespace FundLedger.Cli.Demo;

/// <summary>Invented income and expenditure of the four funds, as the CSV that the finance system would send.</summary>
static class SampleStatement
{
    static readonly (string Class, int PerCent)[] Classes =
    [
        ("Staff and other personnel costs", 58), ("Travel", 7), ("Contractual services", 9), ("Operating and other direct costs", 11),
        ("Transfers and grants issued to implementing partners", 12), ("Equipment, vehicles and furniture", 3),
    ];

    static readonly (string Fund, int Thousands, int Growth, int Opening)[] Funds =
    [
        ("VFTC", 14_900, 3, 9_400), ("UPR-P", 95, 2, 320), ("LDC-SIDS", 118, 3, 510), ("UPR-I", 132, 3, 640),
    ];

    internal static string Invent(Random random)
    {
        var csv = new StringBuilder("fund,year,class,amount,note\n");
        foreach (var (fund, thousands, growth, opening) in Funds)
        {
            Add(csv, fund, SampleDonor.FirstYear - 1, "opening-balance", opening * 1000L, "invented");
            var usual = thousands * 1000L;
            for (var year = SampleDonor.FirstYear; year <= SampleDonor.LastYear; year++)
            {
                var spent = usual * random.Next(86, 112) / 100;
                long direct = 0;
                foreach (var (name, perCent) in Classes)
                {
                    var amount = spent * perCent * random.Next(92, 109) / 10_000;
                    direct += amount;
                    Add(csv, fund, year, name, amount, "");
                }

                Add(csv, fund, year, "support-costs", Money.Rounding.HalfAwayFromZero(direct * 13L, 100), "13 per cent of expenditure");
                Add(csv, fund, year, "interest", usual * random.Next(4, 19) / 1000, "");
                if (random.Next(3) == 0) Add(csv, fund, year, "miscellaneous", usual * random.Next(1, 4) / 1000, "");
                usual += usual * growth / 100;
            }
        }

        return csv.ToString();
    }

    static void Add(StringBuilder csv, string fund, int year, string name, long dollars, string note) =>
        csv.Append(CultureInfo.InvariantCulture, $"{fund},{year},\"{name}\",{dollars}.00,{note}\n");
}
