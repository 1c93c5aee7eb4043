using System.Net;
using System.Text.RegularExpressions;
using FundLedger.Checks;
using FundLedger.Tests.Cli;
using FundLedger.Tests.House;
using FundLedger.Web.Api;
using FundLedger.Web.Forms;
using FundLedger.Web.Pages;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Web.Pages;

/// <summary>A problem names a field; how it is called is said by the command line, the desk and the API, each for itself.</summary>
public sealed partial class RemedyTests : IDisposable
{
    readonly DeskLedger _desk = new();

    [Fact]
    public void No_problem_names_an_option_of_the_command_line()
    {
        var files = Repository.Sources("src/FundLedger").Concat(Repository.Sources("src/FundLedger.Data"));
        files.SelectMany(file => File.ReadLines(file).Where(line => Named().IsMatch(line) && !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
            .Select(line => $"{Repository.Relative(file)}: {line.Trim()}")).ShouldBeEmpty();
    }

    [Fact]
    public void Each_face_says_how_the_field_is_called_there()
    {
        var problem = new Problem("an approver is missing", "name one with ‹approved-by› or ‹key›");
        problem.In(Face.Plain with { Field = field => "--" + field }).Remedy.ShouldBe("name one with --approved-by or --key");
        problem.ToText().ShouldBe("an approver is missing; name one with approved by or key");
    }

    [Fact]
    public void A_program_is_told_the_field_of_a_request()
    {
        using var client = _desk.ProgramOf("clerk");
        var answer = Sent(client, "donors", """{"name": "Norway", "kind": "ngo"}""");
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var refused = System.Text.Json.JsonDocument.Parse(Browser.Text(answer)).RootElement;
        refused.GetProperty("problems")[0].GetProperty("remedy").GetString()
            .ShouldBe("use that one, or say that this is another with even_if_similar");
    }

    [Fact]
    public void A_program_is_told_the_header_that_holds_its_key() =>
        ApiProblem.Of(new Problem("the connection was lost", "send it again with the same ‹key›")).Remedy
            .ShouldBe("send it again with the same Idempotency-Key");

    [Fact]
    public void The_desk_says_a_field_by_its_label()
    {
        var form = new DeskForm { Face = Face.Plain with { Field = field => field == "payment" ? "“Payment”" : Face.Plain.Field(field) } };
        form.Refuse([new Problem("it is a debit", "name what it is with ‹payment› or ‹to-fund›")]);
        form.Problems.Single().Remedy.ShouldBe("name what it is with “Payment” or to fund");
    }

    public static TheoryData<string> Commands => [.. Repository.Sources("src/FundLedger").Concat(Repository.Sources("src/FundLedger.Data"))
        .Where(file => !Repository.Relative(file).Contains("/Checks/", StringComparison.Ordinal))
        .SelectMany(file => Command().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Distinct()];

    /// <summary>The command line has the command, and the desk a place where the same is done.</summary>
    [Theory, MemberData(nameof(Commands))]
    public void Every_command_that_a_problem_names_is_found(string command)
    {
        using var line = new Commandline();
        string[] words = [.. command.Split(' ').TakeWhile(word => word[0] != '{')];
        line.Run([.. words, "--help"]).ShouldBe(0);
        Navigation.OfCommand(command).ShouldNotBeNull();
    }

    [Fact]
    public void A_command_is_said_by_each_face_in_its_own_way()
    {
        new Problem("there is no payment X", "see «payments list» for the references").ToText()
            .ShouldBe("there is no payment X; see 'fundledger payments list' for the references");
        using var clerk = _desk.SignedIn("clerk");
        var refused = clerk.Post("/payments/batch", ("donor-1", "NOR"), ("amount-1", "10"), ("currency-1", "USD"), ("date-1", "2026-01-05"),
            ("fund-1", "VFTC"), ("pledge-1", "P-404"));
        WebUtility.HtmlDecode(Browser.Text(refused)).ShouldContain("see “Pledges” for the references");
    }

    static HttpResponseMessage Sent(HttpClient client, string path, string json)
    {
        using var body = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        return client.PostAsync(path, body).GetAwaiter().GetResult();
    }

    public void Dispose() => _desk.Dispose();

    [GeneratedRegex("«([^»]+)»")]
    private static partial Regex Command();

    [GeneratedRegex("\"[^\"]*(?<![-!])--[a-z]")]
    private static partial Regex Named();
}
