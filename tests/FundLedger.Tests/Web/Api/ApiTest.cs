using System.Text;
using System.Text.Json;
using Xunit;

namespace FundLedger.Tests.Web.Api;

/// <summary>Tests of the API as a program sees it that acts for the clerk, or for another person.</summary>
public abstract class ApiTest(DeskLedger desk) : IClassFixture<DeskLedger>, IDisposable
{
    readonly HttpClient _client = desk.ProgramOf("clerk");

    protected DeskLedger Desk { get; } = desk;

    public void Dispose()
    {
        _client.Dispose();
        GC.SuppressFinalize(this);
    }

    protected HttpClient Client(string person) => Desk.ProgramOf(person);

    protected HttpResponseMessage Get(string path, HttpClient? client = null) => (client ?? _client).GetAsync(path).GetAwaiter().GetResult();

    protected HttpResponseMessage Send(HttpMethod method, string path, string body, string? key = null, HttpClient? client = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return (client ?? _client).SendAsync(request).GetAwaiter().GetResult();
    }

    protected HttpResponseMessage Post(string path, string body, string? key = null, HttpClient? client = null) =>
        Send(HttpMethod.Post, path, body, key, client);

    /// <summary>Sends a spreadsheet as it is.</summary>
    protected HttpResponseMessage Send(string path, string csv)
    {
        using var content = new StringContent(csv, Encoding.UTF8, "text/csv");
        return _client.PostAsync(path, content).GetAwaiter().GetResult();
    }

    protected static string Text(HttpResponseMessage answer) => Browser.Text(answer);

    protected static JsonElement Json(HttpResponseMessage answer) => JsonDocument.Parse(Text(answer)).RootElement;
}
