using FundLedger.Data;
using FundLedger.Data.Payments;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Payments;
using FundLedger.Pledges;

namespace FundLedger.Cli.Demo;

/// <summary>One thing that happens on a day of the sample ledger.</summary>
sealed record SampleEvent(DateOnly Day, Action<Ledger, Author> Happen);

/// <summary>Invents what one donor promises and pays in one year.</summary>
sealed class SampleYear(Random random, List<SampleEvent> events, DateOnly end)
{
    static readonly string[] Themes =
        ["unearmarked", "unearmarked", "field presences", "national human rights institutions", "rule of law", "women's participation"];

    int _number;

    internal void Add(SampleDonor donor, int year)
    {
        if (year < donor.From || year > donor.To || random.Next(100) >= donor.ChancePerCent) return;
        Promise(donor, year, "VFTC", donor.Thousands);
        if (random.Next(100) < 30) Promise(donor, year, "UPR-P", 4 + (donor.Thousands / 110));
        if (random.Next(100) < 32) Promise(donor, year, "LDC-SIDS", 6 + (donor.Thousands / 70));
        if (random.Next(100) < 30) Promise(donor, year, "UPR-I", 6 + (donor.Thousands / 80));
    }

    void Promise(SampleDonor donor, int year, string fund, int thousands)
    {
        var currency = Currency.Of(donor.Currency);
        var amount = Invent(currency, thousands);
        var day = new DateOnly(year, 1, 8).AddDays(random.Next(270));
        var reference = FormattableString.Invariant($"{donor.Code}-{year}-{++_number:D4}");
        // A few give without a promise; the money is then given to the fund directly.
        if (random.Next(100) < 4)
        {
            Pay(donor, fund, amount, day, reference + "-P1", new AllocationRequest { Fund = fund });
            return;
        }

        var instalments = thousands > 100 && random.Next(100) < 12 ? 3 : 1;
        var rung = year == SampleDonor.LastYear && random.Next(100) < 6 ? Rung.Announced : Rung.Pledged;
        var pledge = new NewPledge(donor.Code, fund, day, amount)
        {
            Reference = reference,
            Status = rung,
            Earmarking = Themes[random.Next(Themes.Length)],
            Plan = new InstalmentPlan { Count = instalments, First = day.AddDays(90), MonthsApart = 12 },
        };
        events.Add(new(day, (ledger, author) => Done(ledger.Pledges.Add(pledge, author))));
        if (rung == Rung.Announced) return;
        if (random.Next(100) < 60) Sign(reference, day.AddDays(random.Next(5, 60)));
        PayInstalments(donor, fund, amount, day, reference, instalments);
    }

    void PayInstalments(SampleDonor donor, string fund, Amount amount, DateOnly day, string reference, int instalments)
    {
        var parts = Split.Evenly(amount, instalments);
        for (var i = 0; i < instalments; i++)
        {
            var paid = day.AddDays(60 + random.Next(110)).AddMonths(12 * i);
            var chance = random.Next(100);
            // What is old has been chased and paid; what is recent may still be open.
            if (paid.Year < SampleDonor.LastYear - 1) chance = Math.Max(chance, 22);
            else if (chance < 6) continue;
            var settles = new AllocationRequest { Pledge = reference };
            if (chance < 22)
            {
                var half = Split.InProportion(parts[i], [6, 4]);
                Pay(donor, fund, half[0], paid, $"{reference}-P{i + 1}A", settles);
                if (chance < 19) Pay(donor, fund, half[1], paid.AddDays(random.Next(30, 120)), $"{reference}-P{i + 1}B", settles);
            }
            else
            {
                Pay(donor, fund, parts[i], paid, $"{reference}-P{i + 1}", settles);
            }
        }
    }

    void Sign(string reference, DateOnly day)
    {
        if (day <= end) events.Add(new(day, (ledger, author) => Done(ledger.Pledges.Climb(reference, Rung.Signed, day, null, author))));
    }

    void Pay(SampleDonor donor, string fund, Amount amount, DateOnly day, string reference, AllocationRequest settles)
    {
        if (day > end) return;
        events.Add(new(day, (ledger, author) => Done(ledger.Payments.Add(
            new NewPayment(donor.Code, fund, day, amount) { Reference = reference }, [settles], author))));
    }

    /// <summary>A round amount of about so many thousand US$, in the donor's currency.</summary>
    Amount Invent(Currency currency, int thousands)
    {
        var units = currency.Code switch
        {
            "JPY" => 116_000L,
            "KRW" => 1_190_000L,
            "NOK" or "SEK" => 9_000L,
            "DKK" => 6_700L,
            "KWD" => 304L,
            _ => 1_000L,
        };
        var whole = units * thousands * random.Next(70, 131) / 100;
        var step = whole > 1_000_000 ? 50_000L : whole > 50_000 ? 5_000L : 500L;
        return new Amount(Math.Max(step, whole / step * step) * currency.UnitsPerWhole, currency);
    }

    internal static void Done(Checks.Outcome<Recorded> outcome) => SampleLedger.Required(outcome);
}
