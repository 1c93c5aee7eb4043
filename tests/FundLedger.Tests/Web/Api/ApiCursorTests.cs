using System.Collections.Immutable;
using System.Net;
using FundLedger.Bank.Matching;
using FundLedger.Data.Bank;
using FundLedger.Donors;
using FundLedger.Tests.Bank;
using FundLedger.Tests.Data;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Web.Api;

/// <summary>Programs read long lists page after page while others record.</summary>
public sealed class ApiCursorTests(DeskLedger desk) : ApiTest(desk)
{
    /// <summary>A word that no donor of the world has in its name.</summary>
    const string Own = "zeph";

    [Fact]
    public void Payments_that_arrive_meanwhile_are_neither_doubled_nor_hide_others()
    {
        string[] known = [.. Enumerable.Range(1, 7).Select(number => $"R{Own}-{number}")];
        foreach (var reference in known) Desk.Test.Ledger.Pay(reference, "2025-02-01", Euro(10));
        var read = Read("payments?donor=NOR&from=2025-02-01&to=2025-02-28", "reference",
            page => Desk.Test.Ledger.Pay($"N{Own}-{page}", "2025-02-20", Euro(1)));
        read.ShouldBe(known.Reverse());
    }

    [Fact]
    public void Pledges_that_arrive_meanwhile_are_neither_doubled_nor_hide_others()
    {
        string[] known = [.. Enumerable.Range(1, 7).Select(number => $"P{Own}-{number}")];
        foreach (var reference in known) Desk.Test.Ledger.Promise(reference, "2025-03-01", Euro(10));
        var read = Read("pledges?donor=NOR&from=2025-03-01&to=2025-03-28", "reference",
            page => Desk.Test.Ledger.Promise($"NP{Own}-{page}", "2025-03-20", Euro(1)));
        read.ShouldBe(known.Reverse());
    }

    [Fact]
    public void Donors_that_are_added_meanwhile_are_neither_doubled_nor_hide_others()
    {
        void Add(string code, string name) => Desk.Test.Ledger.Donors.AddOne(new Donor(code, name, DonorKind.Ngo), true, Clerk).ShouldBeDone();
        string[] names = ["bell", "cedar", "dune", "elm", "fern", "glen", "hill"];
        foreach (var name in names) Add($"{name}-{Own}".ToUpperInvariant(), $"{Own} {name}");
        var read = Read($"donors?text={Own}", "name", page => Add($"A{page}-{Own}".ToUpperInvariant(), $"{Own} a{page}"));
        read.ShouldBe(names.Select(name => $"{Own} {name}"));
    }

    [Fact]
    public void Bank_lines_that_are_explained_meanwhile_hide_no_others()
    {
        Desk.Test.Clock.Now = Desk.Test.Clock.Now.AddDays(30);
        var file = new CamtFile(8);
        file.Statement("0.00", "28.00", [.. Enumerable.Range(1, 7).Select(number =>
            file.Entry($"{number}.00", file.Payment("SOMEBODY", $"gift {number}")))]);
        Desk.Test.Ledger.Bank.Import(Desk.Test.File("lines.xml", file.ToString()), new BankImportOptions(), Clerk).ShouldBeDone();
        var all = Desk.Test.Ledger.Matches.Candidates().Select(one => one.Line.Id).ToArray();
        var read = Read("bank/lines", "line", page =>
            Desk.Test.Ledger.Matches.Confirm([all[page]], new Confirmation("NOR", "VFTC"), false, [], Clerk).ShouldBeDone());
        read.Length.ShouldBe(all.Length);
        read.Distinct().Count().ShouldBe(all.Length);
    }

    [Fact]
    public void A_cursor_of_another_list_or_of_nobody_is_refused_and_no_fault()
    {
        var next = Json(Get("donors?limit=1")).GetProperty("next").GetString();
        foreach (var path in new[] { "payments", "pledges", "entries" })
        {
            Status($"{path}?cursor={next}").ShouldBe(HttpStatusCode.UnprocessableEntity, path);
            Status($"{path}?cursor=zz!").ShouldBe(HttpStatusCode.UnprocessableEntity, path);
        }
    }

    /// <summary>Reads a list two rows a page; after each page something happens.</summary>
    ImmutableArray<string> Read(string list, string field, Action<int> meanwhile)
    {
        var read = ImmutableArray.CreateBuilder<string>();
        string? next = null;
        var pages = 0;
        do
        {
            var page = Json(Get($"{list}{(list.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit=2"
                + (next is null ? "" : "&cursor=" + next)));
            read.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty(field).ToString()));
            next = page.GetProperty("next").GetString();
            if (next is not null) meanwhile(pages++);
        }
        while (next is not null);
        return read.ToImmutable();
    }

    HttpStatusCode Status(string path) => Get(path).StatusCode;
}
