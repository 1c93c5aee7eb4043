using System.Net;
using System.Text;
using FundLedger.Tests.Data;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Web.Pages.Imports;

public sealed class ImportPageTests : IDisposable
{
    const string Ours = "kind,reference,donor,fund,date,currency,amount\npledge,{0},Sweden,VFTC,2025-02-01,EUR,70.00\n";

    readonly DeskLedger _desk = new();
    readonly Browser _browser;

    public ImportPageTests() => _browser = _desk.SignedIn("clerk");

    [Fact]
    public void A_file_is_checked_then_imported_then_undone()
    {
        var page = Sent("rows.csv", Ours.Replace("{0}", "P-1", StringComparison.Ordinal));
        Settled(page).ShouldContain("1 pledges and 0 payments");
        Entries("P-1").ShouldBe(0);
        _browser.Post(page, ("do", "import")).StatusCode.ShouldBe(HttpStatusCode.Found);
        Settled(page).ShouldContain("Imported");
        Entries("P-1").ShouldBe(1);
        var batch = _desk.Test.Ledger.Batches.List().Single();
        _browser.Page("/imports").ShouldContain("rows.csv");
        var address = $"/imports/batches/{batch.Entry}";
        _browser.Post(address, ("date", "t"), ("reason", ""), ("request-key", "k")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        _browser.Post(address, ("date", "t"), ("reason", "wrong file"), ("request-key", "k")).StatusCode.ShouldBe(HttpStatusCode.Found);
        Settled(address).ShouldContain("1 entry reversed");
        _desk.Test.Ledger.Batches.List().Single().UndoneBy.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Income_and_expenditure_are_looked_at_and_taken_over()
    {
        var page = Sent("costs.csv", "fund,year,class,amount\nVFTC,2025,interest,100.00\nVFTC,2025,Workshops,2500.00\n", ("holds", "statement"));
        _browser.Page(page).ShouldContain("Lines: 2. Statements of one fund and year: 1.");
        _desk.Test.Ledger.Batches.List().ShouldBeEmpty();
        var answer = _browser.Post(page, ("do", "import"));
        _browser.Page(answer.Headers.Location!.OriginalString).ShouldContain("costs.csv");
        _desk.Test.Ledger.Batches.List().ShouldHaveSingleItem();
        _browser.Get(page).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var again = Sent("costs.csv", "fund,year,class,amount\nVFTC,2025,interest,7.00\nVFTC,2o25,x,1\n", ("holds", "statement"));
        var wrong = _browser.Page(again);
        wrong.ShouldContain("is not a year");
        wrong.ShouldContain("costs.csv, row 3, column year &quot;2o25&quot;");
        _browser.Post(again, ("do", "import")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        _browser.Post(again, ("do", "discard")).Headers.Location!.OriginalString.ShouldBe("/imports");
        _desk.Test.Ledger.ShouldVerify();
    }

    [Fact]
    public void Donors_of_a_spreadsheet_are_looked_at_and_added()
    {
        var page = Sent("donors.csv", "name,kind,code\nLighthouse Foundation,foundation,LIGHT\n", ("holds", "donors"));
        _browser.Page(page).ShouldContain("Donor LIGHT: Lighthouse Foundation");
        _desk.Test.Ledger.Standing.Donors.Find("LIGHT").IsRefused.ShouldBeTrue();
        _browser.Post(page, ("do", "import")).Headers.Location!.OriginalString.ShouldBe("/donors");
        _desk.Test.Ledger.Standing.Donors.Find("LIGHT").ShouldBeDone().Name.ShouldBe("Lighthouse Foundation");
    }

    [Fact]
    public void Asking_twice_imports_once()
    {
        var page = Sent("rows.csv", Ours.Replace("{0}", "P-2", StringComparison.Ordinal));
        Settled(page);
        _browser.Post(page, ("do", "import"));
        Settled(page);
        _browser.PostRaw(page, ("do", "import"));
        _browser.Post(page, ("do", "import"));
        Settled(page);
        _desk.Test.Ledger.Batches.List().Length.ShouldBe(1);
    }

    [Fact]
    public void Problems_stand_beside_their_rows_and_nothing_is_recorded()
    {
        var page = Sent("rows.csv", Ours.Replace("{0}", "P-3", StringComparison.Ordinal) + "pledge,P-4,Atlantis,VFTC,2025-02-01,EUR,<b>\n");
        var shown = Settled(page);
        shown.ShouldContain("the amount cannot be read");
        shown.ShouldContain("<td class=\"wrong\">&lt;b&gt;</td>");
        shown.ShouldContain("<td class=\"wrong\">Atlantis</td>");
        Entries("P-3").ShouldBe(0);
    }

    [Fact]
    public void A_spreadsheet_of_other_columns_is_mapped_and_the_mapping_is_remembered()
    {
        const string theirs = "Contributor,Value date,Ccy,Sum\nNorway,2025-03-10,NOK,1000.00\n";
        var page = Sent("theirs.csv", theirs);
        Settled(page).ShouldContain("the file has no column");
        _browser.Post(page, ("do", "check"), ("map-donor", "Contributor"), ("map-date", "Value date"), ("map-currency", "Ccy"),
            ("map-amount", "Sum"), ("fixed-kind", "payment"), ("fixed-fund", "VFTC"), ("remember", "yes")).StatusCode.ShouldBe(HttpStatusCode.Found);
        Settled(page).ShouldContain("0 pledges and 1 payments");
        Settled(Sent("theirs-again.csv", theirs)).ShouldContain("0 pledges and 1 payments");
    }

    [Fact]
    public void Nobody_sees_the_upload_of_another()
    {
        var page = Sent("rows.csv", Ours);
        using var ben = _desk.SignedIn("ben");
        ben.Get(page).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public void A_file_that_is_no_table_is_refused_in_words()
    {
        var answer = Send("picture.xlsx", "PK\u0003\u0004 nothing of a workbook");
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Browser.Text(answer).ShouldContain("workbook");
    }

    public void Dispose()
    {
        _browser.Dispose();
        _desk.Dispose();
    }

    HttpResponseMessage Send(string name, string content, params (string, string)[] fields) =>
        _browser.Upload("/imports", "/imports", name, Encoding.UTF8.GetBytes(content), fields);

    string Sent(string name, string content, params (string, string)[] fields) => Send(name, content, fields).Headers.Location!.OriginalString;

    /// <summary>The page once nothing runs any more.</summary>
    string Settled(string page)
    {
        HttpResponseMessage? answer = null;
        SpinWait.SpinUntil(() => !(answer = _browser.Get(page)).Headers.Contains("Refresh"), TimeSpan.FromSeconds(60)).ShouldBeTrue();
        return Browser.Text(answer!);
    }

    int Entries(string reference) => _desk.Test.Ledger.Pledges.Find(reference).IsRefused ? 0 : 1;
}
