using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Serialization;
using FundLedger.Approvals;
using FundLedger.Closing;
using FundLedger.Data.Approvals;
using FundLedger.Data.Closing;
using FundLedger.Data.Donors;
using FundLedger.Data.Funds;
using FundLedger.Data.Journal;
using FundLedger.Data.Payments;
using FundLedger.Data.Pledges;
using FundLedger.Data.Rates;
using FundLedger.Data.Reports;
using FundLedger.Data.Requests;
using FundLedger.Data.Users;
using FundLedger.Donors;
using FundLedger.Funds;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Payments;
using FundLedger.Pledges;
using FundLedger.Reports;
using FundLedger.Users;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Data.Requests;

/// <summary>Proposals wait in the ledger as JSON, perhaps for years: what is read back is what was asked.</summary>
public class RequestJsonTests
{
    static readonly DateOnly Date = Day("2025-03-31");

    static ImmutableArray<Request> One { get; } =
    [
        new AddPledge(new NewPledge("NOR", "VFTC", Date, Euro(12.5m))
        {
            Status = Rung.Signed, Note = "“é”",
            Plan = new InstalmentPlan { Each = [new PlannedInstalment(Date, Euro(12.5m))] },
        }),
        new ClimbPledge("P-1", Rung.Signed, Date, null),
        new AmendPledge("P-1", new Amount(5_000, Currency.Of("JPY")), new InstalmentPlan { Count = 3, First = Date }, Date, "letter"),
        new CancelPledge("P-1", Date, "withdrawn"), new WriteOffPledge("P-1", new Amount(1_234, Currency.Of("KWD")), Date, "lost"),
        new AddPayment(new NewPayment("NOR", "VFTC", Date, Amount.Usd(long.MaxValue)) { Form = ContributionForm.InKind },
            [new AllocationRequest { Pledge = "P-1", Instalment = 2, Amount = Amount.Usd(-5) }]),
        new AddPayments([new AddPayment(new NewPayment("NOR", "VFTC", Date, Amount.Usd(1)), [])]),
        new AllocatePayment("R-1", [new AllocationRequest { Fund = "VFTC" }], Date), new RefundPayment("R-1", null, Date, "back"),
        new ReversePayment("R-1", Date, "slip"), new ReverseEntry(17, Date, "slip"), new UndoImport(17, Date, "slip"),
        new AddRates([Rate("EUR", "2025-03-31", 0.91234m)], "feed"), new SetSetting("banner", null, "over"),
        new AddDonors([new Donor("FORD", "Ford", DonorKind.Foundation) { LdcSince = Date }]),
        new AddDonor(new Donor("", "Ford", DonorKind.Company), true),
        new ChangeDonor(new Donor("NOR", "Norway", DonorKind.MemberState) { Region = RegionalGroup.Weog }, "why"),
        new EraseContact("FRA", 57, "left the ministry"),
        new ChangeFund(new Fund("VFTC", "Fund") { SupportCostRate = 1300 }, "why"),
        new CloseBooks(2025, ImmutableSortedDictionary<FindingKind, string>.Empty.Add(FindingKind.MissingRates, "none published")),
        new ReopenBooks(2025, "late"), new AddPerson(new Person("anna", [Role.Recorder, Role.Approver], ["VFTC"])),
        new ChangePerson("anna", [Role.Auditor], [], false, null), new ChangePerson("anna", null, null, null, "why"),
        new SetApprovalRule(new ApprovalRule(EntryKind.Payment, Amount.Usd(100_000_00)), null),
        new ApproveProposal(17), new RejectProposal(17, "no"),
        new IssueReport(new MadeReport("BR-1", "board", "{\"year\":2025}", "VFTC", null,
            new ReportBasis(Date, 17, new DateTimeOffset(2025, 4, 1, 0, 0, 0, TimeSpan.Zero), "ab"), new byte[] { 1, 2 })),
    ];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, One.Length)];

    [Theory, MemberData(nameof(Numbers))]
    public void A_request_read_back_asks_the_same(int number)
    {
        var json = RequestJson.Of(One[number]);
        var back = RequestJson.Read<Request>(json);
        back.GetType().ShouldBe(One[number].GetType());
        RequestJson.Of(back).ShouldBe(json);
        json.ShouldNotContain("reader");
    }

    [Fact]
    public void Every_request_is_among_those_tested()
    {
        var all = typeof(Request).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(attribute => attribute.DerivedType).ToArray();
        all.ShouldBe(typeof(Request).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Request)) && !type.IsAbstract), ignoreOrder: true);
        One.Select(request => request.GetType()).Distinct().ShouldBe(all, ignoreOrder: true);
    }

    [Theory, MemberData(nameof(InCulture.Names), MemberType = typeof(InCulture))]
    public void Amounts_are_exact_texts_in_every_culture(string culture) => InCulture.Run(culture, () =>
        RequestJson.Of<Request>(new WriteOffPledge("P-1", Euro(12_500.5m), Date, "lost")).ShouldBe("""
            {"request":"write-off-pledge","reference":"P-1","amount":"12500.50 EUR","date":"2025-03-31","reason":"lost"}
            """));
}
