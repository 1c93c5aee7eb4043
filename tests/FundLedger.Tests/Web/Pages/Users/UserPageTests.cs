using System.Net;
using System.Text.RegularExpressions;
using FundLedger.Tests.Data;
using FundLedger.Users;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Web.Pages.Users;

public sealed partial class UserPageTests : IDisposable
{
    readonly DeskLedger _desk = new();

    [Fact]
    public void An_administrator_adds_a_person_who_can_sign_in_and_gives_other_roles()
    {
        using var anna = _desk.SignedIn("anna");
        anna.Post("/users", ("name", "finn"), ("password", DeskLedger.Password), ("roles", "recorder"), ("funds", "VFTC"))
            .StatusCode.ShouldBe(HttpStatusCode.Found);
        using var finn = _desk.SignedIn("finn");
        finn.Page("/donors");
        anna.Post("/users/finn", ("do", "change"), ("roles", "approver"), ("reason", "moved")).StatusCode.ShouldBe(HttpStatusCode.Found);
        var person = _desk.Test.Ledger.Users.List().Find("finn").ShouldBeDone();
        (person.Has(Role.Approver), person.Has(Role.Recorder), person.IsLimited).ShouldBe((true, false, false));
        anna.Post("/users/finn", ("do", "leave"), ("roles", "approver")).StatusCode.ShouldBe(HttpStatusCode.Found);
        finn.Get("/donors").StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public void A_weak_password_adds_nobody()
    {
        using var anna = _desk.SignedIn("anna");
        anna.Post("/users", ("name", "finn"), ("password", "short"), ("roles", "recorder")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        _desk.Test.Ledger.Users.List().Find("finn").IsRefused.ShouldBeTrue();
    }

    [Fact]
    public void A_password_that_is_set_anew_ends_the_sessions_of_the_old_one()
    {
        using var anna = _desk.SignedIn("anna");
        using var clerk = _desk.SignedIn("clerk");
        _desk.Test.Clock.Now = _desk.Test.Clock.Now.AddSeconds(1);
        anna.Post("/users/clerk", ("do", "password"), ("password", "another long sentence 7")).StatusCode.ShouldBe(HttpStatusCode.Found);
        clerk.Get("/donors").StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public void A_key_is_shown_once_works_and_can_be_revoked()
    {
        using var clerk = _desk.SignedIn("clerk");
        var page = Browser.Text(clerk.Post("/account", ("do", "key"), ("label", "nightly")));
        var key = Key().Match(page).Value;
        clerk.Page("/account").ShouldNotContain(key);
        using var program = _desk.Stranger();
        program.Headers.Add("Authorization", "Bearer " + key);
        program.Get("/api/v1/status").StatusCode.ShouldBe(HttpStatusCode.OK);
        var id = _desk.Test.Ledger.Access.Keys().Single(one => one.Person == "clerk").Id;
        clerk.Post("/account", ("do", "revoke"), ("key", id)).StatusCode.ShouldBe(HttpStatusCode.Found);
        program.Get("/api/v1/status").StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public void Nobody_revokes_the_key_of_another_on_his_own_page()
    {
        _desk.KeyOf("ben");
        var id = _desk.Test.Ledger.Access.Keys().Single().Id;
        using var clerk = _desk.SignedIn("clerk");
        clerk.Post("/account", ("do", "revoke"), ("key", id)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        _desk.Test.Ledger.Access.Keys().Single().RevokedAt.ShouldBeNull();
    }

    [Fact]
    public void Changing_ones_password_needs_the_one_now_and_keeps_this_session()
    {
        using var clerk = _desk.SignedIn("clerk");
        clerk.Post("/account", ("do", "password"), ("now", "wrong"), ("password", "another long sentence 7"), ("again", "another long sentence 7"))
            .StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        _desk.Test.Clock.Now = _desk.Test.Clock.Now.AddSeconds(1);
        clerk.Post("/account", ("do", "password"), ("now", DeskLedger.Password), ("password", "another long sentence 7"),
            ("again", "another long sentence 7")).StatusCode.ShouldBe(HttpStatusCode.Found);
        clerk.Page("/account");
    }

    public void Dispose() => _desk.Dispose();

    [GeneratedRegex("fl_[0-9a-f]{48}")]
    private static partial Regex Key();
}
