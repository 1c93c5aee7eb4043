using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using FundLedger.Tests.Data;
using FundLedger.Web.Access;
using FundLedger.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FundLedger.Tests.Web;

/// <summary>
/// A desk on a free port of this computer, before a ledger with the persons of <see cref="TestLedgers.WithPersons"/>, one
/// limited to a fund, and a password for each. One for each class of tests.
/// </summary>
public sealed class DeskLedger : IDisposable
{
    public const string Password = "seven violet 9 engines";

    readonly WebApplication _desk;
    readonly Dictionary<string, CookieCollection> _sessions = [];

    public DeskLedger() : this(test =>
    {
        test.WithPersons();
        test.Ledger.Users.Add(new FundLedger.Users.Person("vera", [FundLedger.Users.Role.Recorder], ["VFTC"]), TestLedgers.Anna).ShouldBeDone();
        foreach (var name in new[] { "anna", "ben", "clerk", "cleo", "dora", "vera" })
            Passwords.Set(test.Ledger, name, Password).ShouldBeDone();
    })
    {
    }

    internal DeskLedger(Action<TestLedger> prepare, Func<DeskOptions, DeskOptions>? change = null)
    {
        prepare(Test);
        var options = new DeskOptions(Test.Address, ["http://127.0.0.1:0"], Test.Clock) { SignInsAMinute = 1000, KeepsSessionKeys = false };
        _desk = DeskHost.Build(change?.Invoke(options) ?? options).ShouldBeDone();
        _desk.StartAsync().GetAwaiter().GetResult();
        Address = new Uri(_desk.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    internal TestLedger Test { get; } = new();

    public Uri Address { get; }

    /// <summary>Every page and route that the desk answers.</summary>
    public IEnumerable<RouteEndpoint> Routes => _desk.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    /// <summary>A key by which a program acts for a person.</summary>
    public string KeyOf(string person)
    {
        var key = ApiKeyHandler.NewKey();
        Test.Ledger.Access.AddKey(ApiKeyHandler.HashOf(key), person, "test", person);
        return key;
    }

    /// <summary>A program that asks the API for a person.</summary>
    public HttpClient ProgramOf(string person)
    {
        var client = new HttpClient { BaseAddress = new Uri(Address, "/api/v1/") };
        client.DefaultRequestHeaders.Add("Authorization", "Bearer " + KeyOf(person));
        return client;
    }

    /// <summary>A browser that follows nothing by itself and has signed in nowhere.</summary>
    public Browser Stranger() => new(Address);

    /// <summary>A browser in which a person has signed in, once for all tests of the class: hashing takes its time.</summary>
    public Browser SignedIn(string name)
    {
        if (!_sessions.TryGetValue(name, out var session) || Stranger(session).Get("/funds").StatusCode != HttpStatusCode.OK)
        {
            using var browser = Stranger();
            var answer = browser.Post("/sign-in", ("name", name), ("password", Password));
            if (answer.StatusCode != HttpStatusCode.Found) throw new InvalidOperationException($"{name} could not sign in: {answer.StatusCode}");
            _sessions[name] = session = browser.Cookies;
        }

        return Stranger(session);
    }

    Browser Stranger(CookieCollection session)
    {
        var browser = Stranger();
        browser.Keep(session);
        return browser;
    }

    public void Dispose()
    {
        _desk.StopAsync().GetAwaiter().GetResult();
        ((IDisposable)_desk).Dispose();
        Test.Dispose();
    }
}

/// <summary>Sends what a browser sends: cookies, and the token of the form on the page.</summary>
public sealed partial class Browser : IDisposable
{
    readonly CookieContainer _cookies = new();
    readonly HttpClient _client;

    public Browser(Uri address) => _client = new HttpClient(
        new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = _cookies })
    { BaseAddress = address };

    public CookieCollection Cookies => _cookies.GetAllCookies();

    public void Keep(CookieCollection cookies) => _cookies.Add(cookies);

    public HttpHeaders Headers => _client.DefaultRequestHeaders;

    public HttpResponseMessage Get(string path) => _client.GetAsync(path).GetAwaiter().GetResult();

    /// <summary>The text of a page that must be shown.</summary>
    public string Page(string path)
    {
        var answer = Get(path);
        return answer.StatusCode == HttpStatusCode.OK ? Text(answer)
            : throw new InvalidOperationException($"{path} answered {answer.StatusCode} {answer.Headers.Location}");
    }

    /// <summary>Fills the form of a page and sends it, with the token that the page gave.</summary>
    public HttpResponseMessage Post(string path, params (string Name, string Value)[] fields) => Send(path, path, fields);

    public HttpResponseMessage Send(string from, string to, params (string Name, string Value)[] fields)
    {
        var token = TokenOf(Text(Get(from)));
        return PostRaw(to, [("__RequestVerificationToken", token), .. fields]);
    }

    public HttpResponseMessage PostRaw(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return _client.PostAsync(path, content).GetAwaiter().GetResult();
    }

    /// <summary>Sends nothing by a method, as programs may.</summary>
    public HttpResponseMessage SendRaw(string method, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), path) { Content = new FormUrlEncodedContent([]) };
        return _client.SendAsync(request).GetAwaiter().GetResult();
    }

    /// <summary>Sends a file with the form of a page.</summary>
    public HttpResponseMessage Upload(string from, string to, string fileName, byte[] bytes, params (string Name, string Value)[] fields)
    {
        var token = TokenOf(Text(Get(from)));
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Append(("__RequestVerificationToken", token))) content.Add(new StringContent(value), name);
        content.Add(new ByteArrayContent(bytes), "file", fileName);
        return _client.PostAsync(to, content).GetAwaiter().GetResult();
    }

    public static string Text(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync().GetAwaiter().GetResult();

    public void Dispose() => _client.Dispose();

    static string TokenOf(string page) => Token().Match(page).Groups[1].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
