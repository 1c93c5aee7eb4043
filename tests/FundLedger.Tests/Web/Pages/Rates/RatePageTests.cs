using System.Net;
using System.Text;
using FundLedger.Tests.Data;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Web.Pages.Rates;

public sealed class RatePageTests : IDisposable
{
    readonly DeskLedger _desk = new();

    public RatePageTests() => _desk.Test.Ledger.Promise("P-1", "2025-01-10", Euro(950));

    [Fact]
    public void A_correction_shows_what_it_would_have_changed_before_it_is_recorded_and_then_waits()
    {
        using var clerk = _desk.SignedIn("clerk");
        var head = _desk.Test.Ledger.Journal.Head().Entry;
        (string, string)[] rate = [("currency", "EUR"), ("effective", "2024-12-31"), ("rate", "0.5"), ("source", "UN Treasury")];
        var page = Browser.Text(clerk.Post("/rates", [("do", "check"), .. rate]));
        page.ShouldContain("1 corrected");
        page.ShouldContain("1,900.00");
        _desk.Test.Ledger.Journal.Head().Entry.ShouldBe(head);
        clerk.Post("/rates", [("do", "record"), .. rate]).StatusCode.ShouldBe(HttpStatusCode.Found);
        _desk.Test.Ledger.Proposals.Waiting().Length.ShouldBe(1);
    }

    [Fact]
    public void A_file_is_looked_at_before_it_is_loaded()
    {
        using var clerk = _desk.SignedIn("clerk");
        var sent = clerk.Upload("/rates", "/rates", "rates.csv", Encoding.UTF8.GetBytes("currency,effective_date,rate\nSEK,2025-01-01,10.5\n"), ("do", "upload"));
        var address = sent.Headers.Location!.OriginalString;
        clerk.Page(address).ShouldContain("1 new");
        clerk.Post(address).StatusCode.ShouldBe(HttpStatusCode.Found);
        clerk.Get(address).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        _desk.Test.Ledger.Proposals.Waiting().Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("XXQ", "t", "0.9", "currency")]
    [InlineData("EUR", "never", "0.9", "effective")]
    [InlineData("EUR", "t", "-1", "rate")]
    public void What_is_wrong_stands_beside_its_field(string currency, string day, string rate, string field)
    {
        using var clerk = _desk.SignedIn("clerk");
        var answer = clerk.Post("/rates", ("do", "check"), ("currency", currency), ("effective", day), ("rate", rate), ("source", "x"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Browser.Text(answer).ShouldContain($"id=\"f-{field}-why\"");
    }

    public void Dispose() => _desk.Dispose();
}
