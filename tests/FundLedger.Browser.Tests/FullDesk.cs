using System.Text;
using FundLedger.Data.Bank;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Payments;
using FundLedger.Pledges;
using FundLedger.Tests.Bank;
using FundLedger.Tests.Data;
using FundLedger.Tests.Web;
using FundLedger.Web.Access;
using Microsoft.Playwright;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Screens;

/// <summary>A desk before a ledger in which something of everything stands, named and explained by a text of the test.</summary>
public sealed class FullDesk : IDisposable
{
    readonly string _text;

    public FullDesk() : this("as agreed with the donor")
    {
    }

    internal FullDesk(string text)
    {
        _text = text;
        Desk = new DeskLedger(Fill);
    }

    internal DeskLedger Desk { get; }

    internal AddressBook Book { get; private set; } = null!;

    public void Dispose() => Desk.Dispose();

    /// <summary>Uploads a table and rates on a screen; the addresses where they wait.</summary>
    internal async Task<string[]> Upload(Screen screen)
    {
        await screen.GoTo("Import");
        var rows = $"kind,donor,fund,date,currency,amount,note\npledge,NOR,VFTC,2026-02-01,EUR,70.00,\"{_text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n";
        await Send(screen, "File", "rows.csv", rows);
        await screen.Arrives("**/imports/*");
        var import = screen.Page.Url;
        await screen.GoTo("Rates", "Rates of exchange");
        await screen.Page.GetByText("Add or correct rates").ClickAsync();
        await Send(screen, "or a file: the UN list (XML, Excel) or CSV", "rates.csv", "currency,effective_date,rate\nSEK,2025-01-01,10.5\n");
        await screen.Arrives("**/rates/import/*");
        return [new Uri(import).PathAndQuery, new Uri(screen.Page.Url).PathAndQuery];
    }

    static async Task Send(Screen screen, string label, string name, string text)
    {
        await screen.Field(label).SetInputFilesAsync(
            new FilePayload { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
        await screen.Press("Check the file");
    }

    void Fill(TestLedger test)
    {
        var ledger = test.FilledWithEveryKindOfRow().Ledger;
        foreach (var name in new[] { "anna", "clerk", "cleo", "dora" }) Passwords.Set(ledger, name, DeskLedger.Password).ShouldBeDone();
        test.Clock.Now = test.Clock.Now.AddDays(30);
        var donor = new FundLedger.Donors.Donor("HOST", _text, FundLedger.Donors.DonorKind.Ngo) { Aliases = _text, NameFr = _text };
        ledger.Donors.AddOne(donor, evenIfSimilar: true, Clerk).ShouldBeDone();
        ledger.Contacts.Add("HOST", new FundLedger.Donors.ContactDetails(_text) { Position = _text, Phone = "1", Address = _text }, Clerk).ShouldBeDone();
        var pledge = ledger.Pledges.Add(
            new NewPledge("HOST", "VFTC", Day("2026-01-10"), Euro(900)) { Reference = _text, Note = _text, Earmarking = _text, Status = Rung.Signed },
            Clerk).ShouldBeDone();
        ledger.Pledges.WriteOff(_text, Euro(100), Day("2026-02-01"), _text, TestLedgers.Anna).ShouldBeDone();
        var payment = ledger.Payments.Add(
            new NewPayment("HOST", "VFTC", Day("2026-01-20"), Euro(400)) { Reference = _text, Note = _text, Earmarking = _text }, [], Clerk)
            .ShouldBeDone();
        ledger.Settings.Set("banner", _text, _text, Clerk).ShouldBeDone();
        ledger.Access.AddKey(ApiKeyHandler.HashOf(ApiKeyHandler.NewKey()), "anna", _text, "anna");
        var account = BankFile(test);
        Book = BookOf(test, pledge.Entry, payment.Entry, account);
    }

    string BankFile(TestLedger test)
    {
        var file = new CamtFile(8);
        var text = System.Security.SecurityElement.Escape(_text);
        file.Statement("100.00", "12165.00", file.Entry("5000.00", file.Payment(text, text)), file.Entry("7000.00", file.Payment("NORWAY", "gift")),
            file.Entry("100.00", file.Payment("UNKNOWN", text)), file.Entry("-35.00", file.Payment("BANK", "fee")));
        test.Ledger.Pledges.Add(new NewPledge("NOR", "VFTC", Day("2026-01-10"), new Amount(700_000, Currency.Of("CHF")))
        { Reference = "N-1", Status = Rung.Signed }, Clerk).ShouldBeDone();
        test.Ledger.Bank.Import(test.File("statement.xml", file.ToString()), new BankImportOptions(), Clerk).ShouldBeDone();
        return test.Ledger.Bank.Accounts().Single().Account;
    }

    static AddressBook BookOf(TestLedger test, long pledge, long payment, string account)
    {
        var headers = Enumerable.Range(1, (int)test.Ledger.Journal.Head().Entry).Select(number => test.Ledger.Journal.Header(number)!).ToArray();
        long Newest(EntryKind kind) => headers.Last(header => header.Kind == kind).Number;
        return new AddressBook("HOST", Newest(EntryKind.Contact), pledge, payment, Newest(EntryKind.Import), Newest(EntryKind.Report), Newest(EntryKind.BankStatement), account)
        { Entries = [.. headers.GroupBy(header => header.Kind).Select(kind => kind.Last().Number)] };
    }
}
