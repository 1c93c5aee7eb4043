using FundLedger.Data.Access;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Data.Access;

public sealed class AccessStoreTests : IDisposable
{
    readonly TestLedger _test = new();

    AccessStore Access => _test.Ledger.Access;

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Five_misses_lock_a_person_out_until_a_quarter_of_an_hour_has_passed()
    {
        Access.SetPassword("anna", "hash");
        for (var i = 0; i < AccessStore.MostFailures - 1; i++) Access.Failed("anna");
        Access.SignInOf("anna")!.IsLockedAt(_test.Clock.Now).ShouldBeFalse();
        Access.Failed("anna");
        Access.SignInOf("anna")!.IsLockedAt(_test.Clock.Now.AddMinutes(14)).ShouldBeTrue();
        Access.SignInOf("anna")!.IsLockedAt(_test.Clock.Now.AddMinutes(15)).ShouldBeFalse();
    }

    [Fact]
    public void Coming_in_or_another_password_forgets_the_misses()
    {
        Access.SetPassword("anna", "hash");
        Access.Failed("anna");
        Access.CameIn("anna");
        Access.SignInOf("anna")!.Failures.ShouldBe(0);
        Access.SignInOf("anna")!.LastAt.ShouldBe(_test.Clock.Now);
        for (var i = 0; i < AccessStore.MostFailures; i++) Access.Failed("anna");
        Access.SetPassword("anna", "other");
        Access.SignInOf("anna")!.IsLockedAt(_test.Clock.Now).ShouldBeFalse();
        Access.SignInOf("anna")!.PasswordHash.ShouldBe("other");
    }

    [Fact]
    public void A_key_acts_for_its_person_until_it_is_revoked()
    {
        byte[] hash = [1, 2, 3];
        Access.AddKey(hash, "anna", "nightly export", "anna");
        Access.PersonOfKey(hash).ShouldBe("anna");
        Access.PersonOfKey([9]).ShouldBeNull();
        Access.RevokeKey(Access.Keys().Single().Id);
        Access.PersonOfKey(hash).ShouldBeNull();
        Access.Keys().Single().RevokedAt.ShouldBe(_test.Clock.Now);
    }
}
