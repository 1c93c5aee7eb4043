using System.Net;
using FundLedger.Checks;
using FundLedger.Tests.House;
using FundLedger.Web.Forms;
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
        // The address of a ledger is given when a program is started, by whoever starts it.
        var files = Repository.Sources("src/FundLedger").Concat(Repository.Sources("src/FundLedger.Data"))
            .Where(file => !Repository.Relative(file).Contains("/Engines/", StringComparison.Ordinal));
        files.SelectMany(file => File.ReadLines(file).Where(line => Named().IsMatch(line) && !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
            .Select(line => $"{Repository.Relative(file)}: {line.Trim()}")).ShouldBeEmpty();
    }

    [Fact]
    public void Each_face_says_how_the_field_is_called_there()
    {
        var problem = new Problem("an approver is missing", "name one with ‹approved-by› or ‹key›");
        problem.In(field => "--" + field).Remedy.ShouldBe("name one with --approved-by or --key");
        problem.ToText().ShouldBe("an approver is missing; name one with approved by or key");
    }

    [Fact]
    public void A_program_is_told_the_field_of_a_request()
    {
        using var client = new HttpClient { BaseAddress = new Uri(_desk.Address, "/api/v1/") };
        client.DefaultRequestHeaders.Add("Authorization", "Bearer " + _desk.KeyOf("clerk"));
        var answer = Sent(client, "donors", """{"name": "Norway", "kind": "ngo"}""");
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var refused = System.Text.Json.JsonDocument.Parse(Browser.Text(answer)).RootElement;
        refused.GetProperty("problems")[0].GetProperty("remedy").GetString()
            .ShouldBe("use that one, or say that this is another with even_if_similar");
    }

    [Fact]
    public void The_desk_says_a_field_by_its_label()
    {
        var form = new DeskForm { NameOf = field => field == "payment" ? "“Payment”" : Problem.Plain(field) };
        form.Refuse([new Problem("it is a debit", "name what it is with ‹payment› or ‹to-fund›")]);
        form.Problems.Single().Remedy.ShouldBe("name what it is with “Payment” or to fund");
    }

    static HttpResponseMessage Sent(HttpClient client, string path, string json)
    {
        using var body = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        return client.PostAsync(path, body).GetAwaiter().GetResult();
    }

    public void Dispose() => _desk.Dispose();

    [System.Text.RegularExpressions.GeneratedRegex("\"[^\"]*(?<![-!])--[a-z]")]
    private static partial System.Text.RegularExpressions.Regex Named();
}
