using System.Net;
using System.Text.RegularExpressions;
using FundLedger.Tests.Data;
using FundLedger.Users;
using Microsoft.AspNetCore.Routing;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Web.Access;

/// <summary>Role by route by fund, over every route that the running desk has: what is not in the table fails.</summary>
public sealed partial class RouteMatrixTests : IClassFixture<DeskLedger>
{
    static readonly string[] Persons = ["anna", "clerk", "ben", "cleo", "dora", "vera"];

    readonly DeskLedger _desk;

    public RouteMatrixTests(DeskLedger desk)
    {
        _desk = desk;
        if (!desk.Test.Ledger.Pledges.Find("P-1").IsRefused) return;
        desk.Test.Ledger.Promise("P-1", "2025-01-10", TestLedger.Euro(1000));
        desk.Test.Ledger.Pay("R-1", "2025-03-10", TestLedger.Euro(400), "P-1");
    }

    public static TheoryData<string> Everybody => [.. Persons];

    [Fact]
    public void Every_route_has_its_rights_in_the_table() =>
        Patterns().Where(pattern => RouteTable.Find(pattern) is null).ShouldBeEmpty();

    [Theory, MemberData(nameof(Everybody))]
    public void Looking_is_for_those_whom_the_table_lets_look_and_changes_nothing(string name)
    {
        using var browser = _desk.SignedIn(name);
        using var program = Program(name);
        var person = _desk.Test.Ledger.Users.List().Find(name).ShouldBeDone();
        foreach (var (pattern, path) in Looked())
        {
            var before = _desk.Test.Ledger.Journal.Head().Entry;
            var answer = (IsApi(path) ? program : browser).Get(path);
            ShouldBe(answer, Table(pattern).Allows(person, isLooking: true, Table(pattern).AllFunds), $"{name} GET {path}");
            ShouldForbidTheBrowser(answer, path);
            _desk.Test.Ledger.Journal.Head().Entry.ShouldBe(before, path);
        }
    }

    [Theory, MemberData(nameof(Everybody))]
    public void Changing_is_for_those_whom_the_table_lets_change_and_never_without_the_token_of_a_form(string name)
    {
        using var browser = _desk.SignedIn(name);
        var person = _desk.Test.Ledger.Users.List().Find(name).ShouldBeDone();
        var before = _desk.Test.Ledger.Journal.Head().Entry;
        foreach (var (pattern, path) in Looked().Where(one => !IsApi(one.Path) && IsPage(one.Pattern)))
        {
            var answer = browser.PostRaw(path, ("reason", "x"), ("do", "record"));
            var allowed = Table(pattern).Allows(person, isLooking: false, Table(pattern).AllFunds);
            if (IsWithoutToken(path)) continue;
            answer.StatusCode.ShouldBe(allowed ? HttpStatusCode.BadRequest : HttpStatusCode.Forbidden, $"{name} POST {path}");
        }

        _desk.Test.Ledger.Journal.Head().Entry.ShouldBe(before);
    }

    [Theory, MemberData(nameof(Everybody))]
    public void A_key_changes_only_what_its_person_may(string name)
    {
        using var program = Program(name);
        var person = _desk.Test.Ledger.Users.List().Find(name).ShouldBeDone();
        foreach (var route in _desk.Routes.Where(route => IsApi("/" + PatternOf(route)) && Methods(route).Any(IsChange)))
        {
            var answer = program.SendRaw(Methods(route).First(IsChange), PathOf(PatternOf(route)));
            var asked = Table(PatternOf(route));
            if (asked.Allows(person, isLooking: false, asked.AllFunds)) answer.StatusCode.ShouldNotBe(HttpStatusCode.Forbidden, PatternOf(route));
            else answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{name} POST {PatternOf(route)}");
            ((int)answer.StatusCode).ShouldBeLessThan(500, PatternOf(route));
        }
    }

    [Fact]
    public void Strangers_are_led_to_sign_in_and_programs_without_a_key_are_told()
    {
        using var stranger = _desk.Stranger();
        foreach (var (pattern, path) in Looked().Where(one => Table(one.Pattern).ToSee != FundLedger.Web.Access.Right.None))
        {
            var answer = stranger.Get(path);
            answer.StatusCode.ShouldBe(IsApi(path) ? HttpStatusCode.Unauthorized : HttpStatusCode.Found, path);
            if (IsApi(path)) answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json", pattern);
            else answer.Headers.Location!.PathAndQuery.ShouldStartWith("/sign-in");
        }
    }

    [Fact]
    public void A_session_opens_no_route_of_the_API_and_a_key_no_page()
    {
        using var browser = _desk.SignedIn("anna");
        browser.Get("/api/v1/status").StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var program = Program("anna");
        program.Get("/audit").StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    static void ShouldBe(HttpResponseMessage answer, bool allowed, string what)
    {
        ((int)answer.StatusCode).ShouldBeLessThan(500, what);
        if (allowed) answer.StatusCode.ShouldNotBe(HttpStatusCode.Forbidden, what);
        else answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, what);
        answer.StatusCode.ShouldNotBe(HttpStatusCode.Unauthorized, what);
    }

    static void ShouldForbidTheBrowser(HttpResponseMessage answer, string path)
    {
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("default-src 'none'", Case.Sensitive, path);
        answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff", path);
        answer.Headers.GetValues("X-Frame-Options").Single().ShouldBe("DENY", path);
        answer.Headers.Contains("Server").ShouldBeFalse(path);
    }

    Browser Program(string name)
    {
        var program = _desk.Stranger();
        program.Headers.Add("Authorization", "Bearer " + _desk.KeyOf(name));
        return program;
    }

    IEnumerable<string> Patterns() => _desk.Routes.Select(PatternOf).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Every route that can be looked at, with an address of it.</summary>
    IEnumerable<(string Pattern, string Path)> Looked() => _desk.Routes
        .Where(route => Methods(route) is var methods && (methods.Count == 0 || methods.Contains("GET")))
        .Select(PatternOf).Distinct().Where(pattern => pattern != "api/{**rest}").Select(pattern => (pattern, PathOf(pattern)));

    bool IsPage(string pattern) => _desk.Routes.Any(route => PatternOf(route) == pattern && Methods(route).Count == 0);

    static IReadOnlyList<string> Methods(RouteEndpoint route) => route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];

    static bool IsChange(string method) => method is "POST" or "PUT";

    static string PatternOf(RouteEndpoint route) => route.RoutePattern.RawText!.Trim('/') is { Length: > 0 } text ? text : "/";

    static Asked Table(string pattern) => RouteTable.Find(pattern) ?? throw new InvalidOperationException($"{pattern} is not in the table.");

    static bool IsApi(string path) => path.StartsWith("/api/", StringComparison.Ordinal);

    /// <summary>Pages to which the desk itself leads when something went wrong.</summary>
    static bool IsWithoutToken(string path) => path is "/fault" || path.StartsWith("/refused", StringComparison.Ordinal);

    static string PathOf(string pattern) => "/" + Parameter().Replace(pattern, match => match.Groups[1].Value switch
    {
        "code" => match.Value.Contains("int", StringComparison.Ordinal) ? "404" : "NOR",
        "reference" => "P-1",
        "number" or "entry" => "1",
        "line" => "1.1",
        "year" => "2024",
        "data" => "journal",
        "kind" => "board",
        "name" => "vera",
        _ => "none",
    }).TrimStart('/');

    [GeneratedRegex(@"\{\*{0,2}(\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
