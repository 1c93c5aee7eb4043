using FundLedger.Data.Views;
using FundLedger.Tests.Data.Engines;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Data.Views;

public class SavedViewStoreTests
{
    static readonly SavedView Overdue = new("/pledges", "Overdue", "?show=overdue");

    [OnEachEngine]
    public void A_view_is_kept_replaced_renamed_and_deleted_for_its_person_only()
    {
        using var test = new TestLedger();
        var views = test.Ledger.Views;
        views.Keep("clerk", Overdue).ShouldBeDone();
        views.Keep("ben", Overdue with { Query = "?fund=VFTC" }).ShouldBeDone();
        views.Keep("clerk", Overdue with { List = "/payments" }).ShouldBeDone();
        views.Keep("clerk", Overdue with { Query = "?show=overdue&fund=UPR-P" }).ShouldBeDone();
        views.Of("clerk").ShouldBe([Overdue with { List = "/payments" }, Overdue with { Query = "?show=overdue&fund=UPR-P" }]);

        views.Rename("clerk", "/pledges", "Overdue", "Late").ShouldBeDone().Address.ShouldBe("/pledges?show=overdue&fund=UPR-P");
        views.Delete("clerk", "/payments", "Overdue").ShouldBeDone();
        views.Of("clerk").Select(view => view.Name).ShouldBe(["Late"]);
        views.Of("ben").ShouldBe([Overdue with { Query = "?fund=VFTC" }]);
        test.Ledger.ShouldVerify();
    }

    [OnEachEngine]
    public void What_is_no_name_or_is_taken_or_is_gone_is_refused()
    {
        using var test = new TestLedger();
        var views = test.Ledger.Views;
        foreach (var name in new[] { "", "  ", new string('x', SavedViewStore.LongestName + 1), "a\u202Eb" })
            views.Keep("clerk", Overdue with { Name = name }).ShouldBeRefused().Message.ShouldContain("cannot be the name");
        views.Keep("clerk", Overdue with { Query = "?" + new string('x', 2000) }).ShouldBeRefused().Message.ShouldContain("too long");
        views.Keep("clerk", Overdue).ShouldBeDone();
        views.Keep("clerk", Overdue with { Name = "Late" }).ShouldBeDone();
        views.Rename("clerk", "/pledges", "Late", "Overdue").ShouldBeRefused().Message.ShouldContain("already");
        views.Rename("ben", "/pledges", "Late", "Mine").ShouldBeRefused().Message.ShouldContain("any more");
        views.Delete("ben", "/pledges", "Late").ShouldBeRefused();
        views.Of("clerk").Length.ShouldBe(2);
    }

    [OnEachEngine]
    public void A_person_keeps_so_many_and_may_still_replace_one()
    {
        using var test = new TestLedger();
        var views = test.Ledger.Views;
        for (var i = 0; i < SavedViewStore.MostOfOnePerson; i++) views.Keep("clerk", Overdue with { Name = $"V{i}" }).ShouldBeDone();
        views.Keep("clerk", Overdue).ShouldBeRefused().Message.ShouldContain("kept already");
        views.Keep("clerk", Overdue with { Name = "V7", Query = "?x=1" }).ShouldBeDone();
        views.Keep("ben", Overdue).ShouldBeDone();
    }
}
