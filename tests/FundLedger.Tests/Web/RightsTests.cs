using System.Net;
using FundLedger.Data.Payments;
using FundLedger.Payments;
using FundLedger.Pledges;
using FundLedger.Tests.Data;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Web;

/// <summary>A ledger with a pledge and a payment of one fund, and of another that a limited person may not see.</summary>
public sealed class TwoFunds : IDisposable
{
    public DeskLedger Desk { get; } = new();

    public TwoFunds()
    {
        var ledger = Desk.Test.Ledger;
        Pledge = ledger.Promise("P-1", "2025-01-10", Euro(1000)).Entry;
        Payment = ledger.Pay("R-1", "2025-03-10", Euro(400), "P-1").Entry;
        OtherPledge = ledger.Pledges.Add(new NewPledge("SWE", "UPR-P", Day("2025-01-10"), Euro(777)) { Reference = "HIDDEN-P" }, Clerk)
            .ShouldBeDone().Entry;
        OtherPayment = ledger.Payments.Add(new NewPayment("SWE", "UPR-P", Day("2025-02-10"), Euro(333)) { Reference = "HIDDEN-R" }, [], Clerk)
            .ShouldBeDone().Entry;
    }

    public long Pledge { get; }

    public long Payment { get; }

    public long OtherPledge { get; }

    public long OtherPayment { get; }

    public void Dispose() => Desk.Dispose();
}

/// <summary>Role by route by fund: every page, export and form of the desk's books.</summary>
public sealed class RightsTests(TwoFunds funds) : IClassFixture<TwoFunds>
{
    static readonly string[] Readable =
    [
        "/", "/donors", "/donors/NOR", "/donors?export=csv", "/pledges", "/pledges?export=xlsx", "/payments", "/payments?export=csv", "/funds",
        "/funds/VFTC", "/figures?figure=received", "/figures?figure=paid&export=csv", "/search?q=P-1", "/entries/1",
        "/desk/amount?text=12.5k&currency=EUR", "/desk/day?text=t", "/desk/donor?text=Norway", "/pledges/PLEDGE", "/payments/PAYMENT",
    ];

    static readonly string[] Recordable =
        ["/pledges/new", "/payments/new", "/payments/batch", "/pledges/PLEDGE/change?what=amend", "/payments/PAYMENT/change?what=reverse", "/donors/NOR/change"];

    public static TheoryData<string, string> ReadersAndPages() => Pairs(["anna", "clerk", "ben", "cleo", "dora", "vera"], Readable);

    public static TheoryData<string, string> RecordersAndForms() => Pairs(["anna", "clerk", "ben", "vera"], Recordable);

    public static TheoryData<string, string> OthersAndForms() => Pairs(["cleo", "dora"], Recordable);

    public static TheoryData<string> Hidden =>
        ["/pledges/OTHERPLEDGE", "/payments/OTHERPAYMENT", "/entries/OTHERPLEDGE", "/entries/OTHERPAYMENT", "/funds/UPR-P",
            "/pledges/OTHERPLEDGE/change?what=amend", "/payments/OTHERPAYMENT/change?what=refund"];

    public static TheoryData<string> Mixed =>
        ["/", "/donors?standing=gave", "/donors/SWE", "/donors?standing=gave&export=csv", "/pledges", "/pledges?export=csv", "/payments",
            "/payments?export=csv", "/funds", "/figures?figure=received", "/figures?figure=received&export=csv", "/figures?figure=received&fund=UPR-P",
            "/search?q=HIDDEN", "/search?q=333", "/desk/donor?text=SWE", "/payments/new?donor=SWE", "/pledges?donor=SWE"];

    [Theory, MemberData(nameof(ReadersAndPages))]
    public void Every_role_reads(string name, string path)
    {
        using var browser = funds.Desk.SignedIn(name);
        browser.Get(Real(path)).StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.Found);
    }

    [Theory, MemberData(nameof(RecordersAndForms))]
    public void Who_records_is_shown_the_forms(string name, string path)
    {
        using var browser = funds.Desk.SignedIn(name);
        browser.Get(Real(path)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, MemberData(nameof(OthersAndForms))]
    public void Who_does_not_record_is_refused_the_forms_and_what_they_send(string name, string path)
    {
        using var browser = funds.Desk.SignedIn(name);
        browser.Get(Real(path)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var before = funds.Desk.Test.Ledger.Journal.Head().Entry;
        browser.Send("/donors", Real(path), ("do", "record"), ("reason", "x")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        browser.Send("/donors", "/files?about=1", ("to", "/")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        funds.Desk.Test.Ledger.Journal.Head().Entry.ShouldBe(before);
    }

    [Theory, MemberData(nameof(Hidden))]
    public void What_belongs_to_another_fund_is_not_there(string path)
    {
        using var browser = funds.Desk.SignedIn("vera");
        browser.Get(Real(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var other = funds.Desk.SignedIn("clerk");
        other.Get(Real(path)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, MemberData(nameof(Mixed))]
    public void No_list_figure_search_or_file_tells_of_another_fund(string path)
    {
        using var browser = funds.Desk.SignedIn("vera");
        var page = browser.Page(path);
        page.ShouldNotContain("HIDDEN-");
        foreach (var figure in new[] { "777.00", "333.00", "817.89", "350.53", ">818<", ">351<" }) page.ShouldNotContain(figure);
        page.ShouldNotContain(">UPR-P<");
    }

    [Fact]
    public void A_person_with_one_fund_records_nothing_in_another()
    {
        using var browser = funds.Desk.SignedIn("vera");
        var before = funds.Desk.Test.Ledger.Journal.Head().Entry;
        var answer = browser.Post("/payments/new", ("donor", "NOR"), ("fund", "UPR-P"), ("amount", "5"), ("currency", "EUR"), ("do", "record"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Browser.Text(answer).ShouldContain("only VFTC");
        funds.Desk.Test.Ledger.Journal.Head().Entry.ShouldBe(before);
    }

    static TheoryData<string, string> Pairs(string[] names, string[] paths)
    {
        var pairs = new TheoryData<string, string>();
        foreach (var name in names)
            foreach (var path in paths) pairs.Add(name, path);
        return pairs;
    }

    string Real(string path) => path
        .Replace("OTHERPLEDGE", Text(funds.OtherPledge), StringComparison.Ordinal).Replace("OTHERPAYMENT", Text(funds.OtherPayment), StringComparison.Ordinal)
        .Replace("PLEDGE", Text(funds.Pledge), StringComparison.Ordinal).Replace("PAYMENT", Text(funds.Payment), StringComparison.Ordinal);

    static string Text(long number) => FormattableString.Invariant($"{number}");
}
