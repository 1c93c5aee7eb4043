using FundLedger.Data.Payments;
using FundLedger.Money;
using FundLedger.Payments;
using FundLedger.Pledges;

namespace FundLedger.Cli.Demo;

/// <summary>
/// What every ledger meets sooner or later and chance might not bring: an over-payment, a refund, a write-off, an
/// amendment, a cancellation, a payment recorded twice, one in another currency, and help in kind.
/// </summary>
static class SampleScenes
{
    internal static IEnumerable<SampleEvent> All() =>
        [.. OverPayment(), .. WriteOff(), .. Amendment(), .. RecordedTwice(), .. OtherCurrency(), .. InKind(), .. Cancellation()];

    static IEnumerable<SampleEvent> OverPayment()
    {
        yield return Promise("LUX", "UPR-I", Day(2024, 4, 3), Euro(60_000), "LUX-2024-EXTRA", Rung.Signed);
        yield return Pay("LUX", "UPR-I", Day(2024, 6, 20), Euro(61_500), "LUX-2024-EXTRA-P1", "LUX-2024-EXTRA");
        yield return On(Day(2024, 9, 2), (ledger, author) => SampleYear.Done(
            ledger.Payments.Refund("LUX-2024-EXTRA-P1", Euro(1_000), Day(2024, 9, 2), "part of an over-payment, asked back by the donor",
                author)));
    }

    static IEnumerable<SampleEvent> WriteOff()
    {
        yield return Promise("HARBOUR", "VFTC", Day(2021, 5, 11), Of("GBP", 40_000), "HARBOUR-2021-EXTRA", Rung.Signed);
        yield return Pay("HARBOUR", "VFTC", Day(2021, 9, 14), Of("GBP", 25_000), "HARBOUR-2021-EXTRA-P1", "HARBOUR-2021-EXTRA");
        yield return On(Day(2024, 11, 28), (ledger, author) => SampleYear.Done(
            ledger.Pledges.WriteOff("HARBOUR-2021-EXTRA", null, Day(2024, 11, 28), "the foundation was dissolved in 2023", author)));
    }

    static IEnumerable<SampleEvent> Amendment()
    {
        yield return On(Day(2023, 3, 6), (ledger, author) => SampleYear.Done(ledger.Pledges.Add(
            new NewPledge("IRL", "LDC-SIDS", Day(2023, 3, 6), Euro(90_000))
            {
                Reference = "IRL-2023-EXTRA",
                Status = Rung.Signed,
                Plan = new InstalmentPlan { Count = 3, First = Day(2023, 6, 30), MonthsApart = 12 },
            }, author)));
        yield return Pay("IRL", "LDC-SIDS", Day(2023, 7, 12), Euro(30_000), "IRL-2023-EXTRA-P1", "IRL-2023-EXTRA");
        yield return On(Day(2024, 2, 9), (ledger, author) => SampleYear.Done(
            ledger.Pledges.Amend("IRL-2023-EXTRA", Euro(110_000), null, Day(2024, 2, 9), "raised by letter of 5 February 2024", author)));
        yield return Pay("IRL", "LDC-SIDS", Day(2024, 7, 3), Euro(40_000), "IRL-2023-EXTRA-P2", "IRL-2023-EXTRA");
    }

    static IEnumerable<SampleEvent> RecordedTwice()
    {
        yield return Promise("EST", "UPR-P", Day(2025, 2, 17), Euro(15_000), "EST-2025-EXTRA", Rung.Pledged);
        yield return Pay("EST", "UPR-P", Day(2025, 4, 8), Euro(15_000), "EST-2025-EXTRA-P1", "EST-2025-EXTRA");
        yield return On(Day(2025, 4, 9), (ledger, author) => SampleYear.Done(ledger.Payments.Add(
            new NewPayment("EST", "UPR-P", Day(2025, 4, 9), Euro(15_000)) { Reference = "EST-2025-EXTRA-P2" }, [], author)));
        yield return On(Day(2025, 4, 22), (ledger, author) => SampleYear.Done(
            ledger.Payments.Reverse("EST-2025-EXTRA-P2", Day(2025, 4, 22), "the same payment was recorded twice", author)));
    }

    static IEnumerable<SampleEvent> OtherCurrency()
    {
        yield return Promise("POL", "VFTC", Day(2025, 3, 4), Euro(50_000), "POL-2025-EXTRA", Rung.Signed);
        yield return Pay("POL", "VFTC", Day(2025, 8, 19), Of("CHF", 30_000), "POL-2025-EXTRA-P1", "POL-2025-EXTRA");
    }

    static IEnumerable<SampleEvent> InKind()
    {
        yield return On(Day(2025, 5, 6), (ledger, author) => SampleYear.Done(ledger.Payments.Add(
            new NewPayment("CHE", "UPR-P", Day(2025, 5, 6), Of("CHF", 18_000))
            { Reference = "CHE-2025-KIND", Form = ContributionForm.InKind, Note = "meeting rooms and interpretation" }, [], author)));
        yield return On(Day(2025, 12, 3), (ledger, author) => SampleYear.Done(ledger.Payments.Add(
            new NewPayment("SGP", "LDC-SIDS", Day(2025, 12, 3), Of("USD", 12_500)) { Reference = "SGP-2025-EXTRA" }, [], author)));
    }

    static IEnumerable<SampleEvent> Cancellation()
    {
        yield return Promise("LANTERN", "UPR-I", Day(2024, 1, 30), Of("USD", 24_000), "LANTERN-2024-EXTRA", Rung.Pledged);
        yield return On(Day(2025, 6, 12), (ledger, author) => SampleYear.Done(
            ledger.Pledges.Cancel("LANTERN-2024-EXTRA", Day(2025, 6, 12), "withdrawn by letter of 10 June 2025", author)));
    }

    static SampleEvent Promise(string donor, string fund, DateOnly day, Amount amount, string reference, Rung rung) =>
        On(day, (ledger, author) => SampleYear.Done(ledger.Pledges.Add(
            new NewPledge(donor, fund, day, amount) { Reference = reference, Status = rung, Plan = InstalmentPlan.Once(day.AddDays(90)) },
                author)));

    static SampleEvent Pay(string donor, string fund, DateOnly day, Amount amount, string reference, string pledge) =>
        On(day, (ledger, author) => SampleYear.Done(ledger.Payments.Add(
            new NewPayment(donor, fund, day, amount) { Reference = reference }, [new AllocationRequest { Pledge = pledge }], author)));

    static SampleEvent On(DateOnly day, Action<Data.Ledger, Journal.Author> happen) => new(day, happen);

    static DateOnly Day(int year, int month, int day) => new(year, month, day);

    static Amount Euro(long whole) => Of("EUR", whole);

    static Amount Of(string currency, long whole) => new(whole * Currency.Of(currency).UnitsPerWhole, Currency.Of(currency));
}
