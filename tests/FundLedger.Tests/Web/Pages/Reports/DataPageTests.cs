using System.Net;
using FundLedger.Tests.Data;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Web.Pages.Reports;

public sealed class DataPageTests(DeskLedger desk) : IClassFixture<DeskLedger>
{
    [Fact]
    public void Contributions_and_the_journal_are_taken_as_files_within_what_was_asked()
    {
        desk.Test.Ledger.Promise("P-data", "2025-01-10", Euro(950));
        desk.Test.Ledger.Pay("R-data", "2025-03-10", Euro(475), "P-data");
        using var dora = desk.SignedIn("dora");
        dora.Page("/reports").ShouldContain("/reports/data");
        dora.Page("/reports/data").ShouldContain("Data for other programs");

        var contributions = dora.Get("/reports/data?data=contributions&donor=Norway&as=csv");
        contributions.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        Browser.Text(contributions).ShouldContain("pledge,P-data");
        Browser.Text(contributions).ShouldContain("R-data");
        Browser.Text(dora.Get("/reports/data?data=contributions&from=2025-02-01&as=csv")).ShouldNotContain("pledge,P-data");
        var journal = dora.Get("/reports/data?data=journal&fund=VFTC&as=json");
        journal.Content.Headers.ContentDisposition!.FileName.ShouldBe("journal.json");
        Browser.Text(journal).ShouldContain(desk.Test.Ledger.Journal.Head().Seal);
        dora.Get("/reports/data?data=journal&as=xlsx").Content.ReadAsStream().ReadByte().ShouldBe('P');
    }

    [Fact]
    public void What_is_not_known_is_refused_with_its_field()
    {
        using var dora = desk.SignedIn("dora");
        var refused = dora.Get("/reports/data?donor=Atlantis&from=2025-02-31&as=csv");
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Browser.Text(refused).ShouldContain("f-donor");
        Browser.Text(refused).ShouldContain("f-from");
    }
}
