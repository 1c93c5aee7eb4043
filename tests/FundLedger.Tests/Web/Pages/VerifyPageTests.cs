using FundLedger.Tests.Data;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Web.Pages;

public sealed class VerifyPageTests : IDisposable
{
    readonly DeskLedger _desk = new();

    [Fact]
    public void An_auditor_checks_the_whole_ledger_and_what_is_wrong_is_named()
    {
        var entry = _desk.Test.Ledger.Promise("P-1", "2025-01-10", Euro(950)).Entry;
        using var dora = _desk.SignedIn("dora");
        var seal = _desk.Test.Ledger.Journal.Head().Seal;
        Checked(dora, seal).ShouldContain(FormattableString.Invariant($"All well, up to entry {entry}"));
        Checked(dora, new string('0', 64)).ShouldContain("no entry has the seal");

        using (var foreign = new ForeignProgram(_desk.Test.Address))
            foreign.Keep("UPDATE claim SET usd = usd + 1");
        var wrong = Checked(dora, "");
        wrong.ShouldContain("Something is wrong");
        wrong.ShouldContain(FormattableString.Invariant($"instalment 1 of pledge entry {entry} is out by 0 and 1 cents"));
        _desk.Test.Ledger.Journal.Head().Entry.ShouldBe(entry);
    }

    public void Dispose() => _desk.Dispose();

    static string Checked(Browser browser, string seal)
    {
        browser.Post("/audit/verify", ("seal", seal)).Headers.Location!.OriginalString.ShouldBe("/audit/verify");
        HttpResponseMessage? answer = null;
        SpinWait.SpinUntil(() => !(answer = browser.Get("/audit/verify")).Headers.Contains("Refresh"), TimeSpan.FromSeconds(60)).ShouldBeTrue();
        return Browser.Text(answer!);
    }
}
