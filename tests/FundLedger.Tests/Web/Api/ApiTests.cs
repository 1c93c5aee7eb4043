using System.Net;
using FundLedger.Tests.Data;
using FundLedger.Web.Api;
using Microsoft.AspNetCore.Routing;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Web.Api;

public sealed class ApiTests(DeskLedger desk) : ApiTest(desk)
{
    [Fact]
    public void The_same_key_and_body_have_one_effect_and_the_same_answer()
    {
        const string body = """{"donor": "NOR", "fund": "VFTC", "date": "2025-02-01", "currency": "NOK", "amount": "100.00"}""";
        var first = Post("pledges", body, "k-1");
        first.StatusCode.ShouldBe(HttpStatusCode.Created);
        var head = Head;
        Text(Post("pledges", body, "k-1")).ShouldBe(Text(first));
        Head.ShouldBe(head);
    }

    [Fact]
    public void The_same_key_with_another_body_is_refused_with_no_effect()
    {
        Post("pledges", Pledge("K-2", "100.00"), "k-2").StatusCode.ShouldBe(HttpStatusCode.Created);
        var head = Head;
        var refused = Post("pledges", Pledge("K-2", "200.00"), "k-2");
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        refused.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        Head.ShouldBe(head);
    }

    [Fact]
    public void One_persons_keys_are_not_anothers()
    {
        Post("pledges", Pledge("K-3", "100.00"), "shared").StatusCode.ShouldBe(HttpStatusCode.Created);
        using var ben = Client("ben");
        Post("pledges", Pledge("K-4", "100.00"), "shared", ben).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public void Every_mistake_of_a_body_is_named_with_its_field_and_remedy()
    {
        var refused = Post("pledges", """{"donor": "NOR", "fund": "VFTC", "date": "2025-02-31", "currency": "EUR", "amount": "1,5x", "colour": "red"}""");
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var problems = Json(refused).GetProperty("problems").EnumerateArray().ToArray();
        problems.Select(problem => problem.GetProperty("column").GetString()).ShouldBe(["colour", "date", "amount"], ignoreOrder: true);
        foreach (var problem in problems) problem.GetProperty("remedy").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void An_entry_is_reversed_once_and_by_who_may_see_all_funds()
    {
        Post("pledges", Pledge("E-1", "100.00")).StatusCode.ShouldBe(HttpStatusCode.Created);
        var path = FormattableString.Invariant($"entries/{Head}/reverse");
        const string body = """{"date": "2025-03-01", "reason": "a slip"}""";
        Post(path, """{"date": "2025-03-01"}""").StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Post("entries/999999/reverse", body).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var dora = Client("dora");
        Post(path, body, client: dora).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        Post(path, body).StatusCode.ShouldBe(HttpStatusCode.Created);
        Text(Post(path, body)).ShouldContain("is reversed already");
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[1]")]
    [InlineData("")]
    public void What_is_no_object_is_refused_in_words(string body) =>
        Json(Post("pledges", body)).GetProperty("detail").GetString()!.ShouldContain("no JSON object");

    [Fact]
    public void An_import_names_file_row_column_value_and_remedy_and_records_nothing()
    {
        var head = Head;
        var refused = Send("imports?name=rows.csv", "kind,reference,donor,fund,date,currency,amount\npledge,I-1,Norway,VFTC,2025-02-01,EUR,plenty\n");
        var problem = Json(refused).GetProperty("problems")[0];
        (problem.GetProperty("file").GetString(), problem.GetProperty("row").GetInt64(), problem.GetProperty("column").GetString(),
            problem.GetProperty("value").GetString()).ShouldBe(("rows.csv", 2, "amount", "plenty"));
        Head.ShouldBe(head);
    }

    [Fact]
    public void A_dry_run_says_what_would_happen_and_keeps_nothing()
    {
        const string rows = "kind,reference,donor,fund,date,currency,amount\npledge,I-2,Norway,VFTC,2025-02-01,EUR,70.00\n";
        var head = Head;
        Json(Send("imports?name=rows.csv&dry_run=true", rows)).GetProperty("pledges").GetInt64().ShouldBe(1);
        Head.ShouldBe(head);
        Json(Send("imports?name=rows.csv", rows)).GetProperty("batch").GetInt64().ShouldBe(head + 1);
    }

    [Fact]
    public void Pages_follow_one_another_by_their_cursor()
    {
        var seen = new List<long>();
        string? next = null;
        do
        {
            var page = Json(Get("entries?limit=3" + (next is null ? "" : "&cursor=" + next)));
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("number").GetInt64()));
            next = page.GetProperty("next").GetString();
        }
        while (next is not null);
        seen.ShouldBe(Enumerable.Range(1, (int)Head).Select(number => (long)number));
        Get("entries?cursor=zzz!").StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public void What_waits_for_a_second_person_is_answered_with_202()
    {
        Post("pledges", Pledge("W-1", "100.00"));
        var waits = Post("pledges/W-1/write-off", """{"date": "2025-12-31", "reason": "lost"}""");
        waits.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        Json(waits).GetProperty("proposal").GetInt64().ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_person_with_one_fund_is_told_of_that_fund_only()
    {
        Post("pledges", Pledge("V-1", "100.00"));
        Post("pledges", Pledge("U-1", "777.00").Replace("VFTC", "UPR-P", StringComparison.Ordinal)).StatusCode.ShouldBe(HttpStatusCode.Created);
        using var vera = Client("vera");
        foreach (var path in new[] { "pledges", "payments", "status", "figures", "donors" })
            Text(Get(path, vera)).ShouldNotContain("777");
        Get("pledges/U-1", vera).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Get("pledges/V-1", vera).StatusCode.ShouldBe(HttpStatusCode.OK);
        Get("reports/board?year=2025&fund=UPR-P", vera).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Get("reports/board?year=2025", vera).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Get("reports/board?year=2025&fund=VFTC", vera).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public void A_report_is_a_file_and_is_put_on_record()
    {
        var made = Post("reports/board", """{"fund": "VFTC", "year": 2025, "as": "pdf"}""");
        made.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        Text(made).ShouldStartWith("%PDF");
        Desk.Test.Ledger.Reports.All()[0].Report.Name.ShouldBe("board");
    }

    [Fact]
    public void A_key_that_was_revoked_or_whose_person_left_works_no_more()
    {
        var key = Desk.KeyOf("ben");
        using var client = new HttpClient { BaseAddress = new Uri(Desk.Address, "/api/v1/") };
        client.DefaultRequestHeaders.Add("Authorization", "Bearer " + key);
        Get("status", client).StatusCode.ShouldBe(HttpStatusCode.OK);
        Desk.Test.Ledger.Access.RevokeKey(Convert.ToHexString(FundLedger.Web.Access.ApiKeyHandler.HashOf(key)));
        var refused = Get("status", client);
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        refused.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
    }

    [Fact]
    public void The_document_describes_every_route()
    {
        var paths = Json(Get("openapi.json")).GetProperty("paths");
        foreach (var route in Desk.Routes.Where(route => route.Metadata.GetMetadata<ApiRoute>() is not null))
        {
            var path = "/" + route.RoutePattern.RawText!.Trim('/').Replace(":long", "", StringComparison.Ordinal)
                .Replace(":int", "", StringComparison.Ordinal);
            paths.GetProperty(path).GetProperty(route.Metadata.GetMetadata<ApiRoute>()!.Method.ToLowerInvariant())
                .GetProperty("summary").GetString().ShouldNotBeNullOrEmpty();
        }
    }

    [Fact]
    public async Task Monitors_are_told_how_theDesk_does_and_no_names()
    {
        using var anybody = new HttpClient { BaseAddress = new Uri(Desk.Address, "/") };
        var text = await anybody.GetStringAsync("metrics");
        text.ShouldContain("\nfundledger_entries ");
        text.ShouldContain("fundledger_requests_total{status=\"2xx\"}");
        text.ShouldNotContain("clerk");
        (await anybody.GetAsync("health")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    long Head => Desk.Test.Ledger.Journal.Head().Entry;

    static string Pledge(string reference, string amount) =>
        $$"""{"donor": "NOR", "fund": "VFTC", "date": "2025-02-01", "currency": "NOK", "amount": "{{amount}}", "reference": "{{reference}}"}""";
}
