using System.Globalization;

namespace FundLedger.Benchmarks;

/// <summary>
/// Invented contributions from a seed, as an import file for us and as a journal for the peers: pledges of 200 donors to the
/// four funds in 7 currencies over 20 years, and for each one a payment of all, half or a little more of it.
/// </summary>
sealed class Workload
{
    const int Donors = 200;
    const int FirstYear = 2006;
    const int Years = 20;

    static readonly string[] Funds = ["VFTC", "UPR-P", "LDC-SIDS", "UPR-I"];
    static readonly string[] Rungs = ["pledged", "signed", "signed"];

    static readonly (string Code, decimal Rate, int Decimals)[] Currencies =
    [
        ("USD", 1m, 2), ("EUR", 0.9m, 2), ("NOK", 9.1m, 2), ("CHF", 0.95m, 2), ("JPY", 115m, 0), ("GBP", 0.77m, 2), ("CAD", 1.3m, 2),
    ];

    Workload(string folder, int contributions) =>
        (Folder, Contributions, Ledger) = (folder, contributions, Path.Combine(folder, "ledger.db"));

    internal string Folder { get; }

    internal int Contributions { get; }

    internal string Rates => Path.Combine(Folder, "rates.csv");

    internal string File => Path.Combine(Folder, "contributions.csv");

    internal string Journal => Path.Combine(Folder, "contributions.journal");

    internal string Ledger { get; private init; }

    /// <summary>The same contributions for another ledger.</summary>
    internal Workload For(string ledger) => new(Folder, Contributions) { Ledger = ledger };

    internal static Workload Make(string folder, int contributions, int seed)
    {
        Directory.CreateDirectory(folder);
        var workload = new Workload(folder, contributions);
        var random = new Random(seed);
        workload.WriteRates(random);
        workload.WriteContributions(random);
        return workload;
    }

    void WriteRates(Random random)
    {
        using var rates = new StreamWriter(Rates);
        rates.WriteLine("currency,effective_date,rate");
        for (var year = FirstYear - 1; year <= FirstYear + Years; year++)
            for (var month = 1; month <= 12; month++)
                foreach (var (code, rate, _) in Currencies.Skip(1))
                    rates.WriteLine(Text($"{code},{year}-{month:D2}-01,{rate * random.Next(900, 1100) / 1000m}"));
    }

    void WriteContributions(Random random)
    {
        var donors = DonorCodes();
        using var rows = new StreamWriter(File);
        using var journal = new StreamWriter(Journal);
        rows.WriteLine("kind,reference,pledge,donor,fund,date,currency,amount,status");
        for (var i = 0; i < Contributions / 2; i++)
        {
            var (donor, fund, currency) = (donors[random.Next(donors.Length)], Funds[random.Next(4)], Currencies[random.Next(7)]);
            var day = new DateOnly(FirstYear, 1, 1).AddDays(random.Next(365 * Years - 320));
            var amount = random.Next(500, 5_000_000) + (currency.Decimals == 0 ? 0m : random.Next(100) / 100m);
            var paid = random.Next(10) switch { < 7 => amount, < 9 => decimal.Round(amount / 2, currency.Decimals), _ => amount + 100 };
            var paidOn = day.AddDays(random.Next(300));
            rows.WriteLine(Text($"pledge,PL-{i},,{donor},{fund},{day:yyyy-MM-dd},{currency.Code},{amount},{Rungs[random.Next(3)]}"));
            rows.WriteLine(Text($"payment,PM-{i},PL-{i},{donor},{fund},{paidOn:yyyy-MM-dd},{currency.Code},{paid},"));
            WriteEntry(journal, day, $"PL-{i}", $"Pledges:{fund}:{donor}", $"Income:{fund}:{donor}", amount, currency.Code);
            WriteEntry(journal, paidOn, $"PM-{i}", $"Bank:{fund}:{donor}", $"Pledges:{fund}:{donor}", paid, currency.Code);
        }
    }

    /// <summary>By account a peer's one balance report gives what our status gives: by fund, donor and year.</summary>
    static void WriteEntry(StreamWriter journal, DateOnly day, string text, string debit, string credit, decimal amount, string currency)
    {
        journal.WriteLine(Text($"{day:yyyy-MM-dd} {text}"));
        journal.WriteLine(Text($"    {debit}:{day.Year}  {amount} {currency}"));
        journal.WriteLine(Text($"    {credit}:{day.Year}"));
        journal.WriteLine();
    }

    static string[] DonorCodes() => [.. new[] { "data/states.csv", "data/organizations.csv" }
        .SelectMany(file => System.IO.File.ReadLines(Repository.File(file)).Skip(1))
        .Select(line => line[..line.IndexOf(',', StringComparison.Ordinal)]).Take(Donors)];

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
