using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace FundLedger.Tests.Web.Access;

/// <summary>
/// A sign-in server of an organization on a free port of this computer: whoever is sent to it comes back as the account that it
/// pretends is signed in. As most servers, it names the account only at its user-info address.
/// </summary>
sealed class PretendedServer : IDisposable
{
    internal const string Secret = "secret of the desk";

    readonly WebApplication _server;
    readonly RSA _key = RSA.Create(2048);
    string _nonce = "";

    internal PretendedServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _server = builder.Build();
        _server.MapGet("/.well-known/openid-configuration", Describe);
        _server.MapGet("/keys", () => new { keys = new[] { PublicKey() } });
        _server.MapGet("/authorize", SendBack);
        _server.MapPost("/token", GiveToken);
        _server.MapGet("/person", () => new { sub = "1", preferred_username = Account });
        _server.StartAsync().GetAwaiter().GetResult();
        Address = _server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Issuer = Address;
    }

    internal string Address { get; }

    /// <summary>The account that is signed in there; one that is none refuses.</summary>
    internal string? Account { get; set; } = "clerk";

    /// <summary>Who its tokens say made them.</summary>
    internal string Issuer { get; set; }

    public void Dispose()
    {
        _server.StopAsync().GetAwaiter().GetResult();
        ((IDisposable)_server).Dispose();
        _key.Dispose();
    }

    IResult Describe() => Results.Json(new
    {
        issuer = Address,
        authorization_endpoint = Address + "/authorize",
        token_endpoint = Address + "/token",
        userinfo_endpoint = Address + "/person",
        jwks_uri = Address + "/keys",
    });

    IResult SendBack(HttpRequest request)
    {
        _nonce = request.Query["nonce"].ToString();
        var answer = Account is null ? "error=access_denied" : "code=1";
        return Results.Redirect($"{request.Query["redirect_uri"]}?{answer}&state={Uri.EscapeDataString(request.Query["state"].ToString())}");
    }

    async Task<IResult> GiveToken(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (form["client_secret"] != Secret) return Results.Json(new { error = "invalid_client" }, statusCode: StatusCodes.Status401Unauthorized);
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = "fundledger",
            Subject = new ClaimsIdentity([new Claim("sub", "1"), new Claim("nonce", _nonce)]),
            Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(5),
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(_key) { KeyId = "1" }, SecurityAlgorithms.RsaSha256),
        });
        return Results.Json(new { access_token = "1", token_type = "Bearer", id_token = token });
    }

    object PublicKey()
    {
        var key = _key.ExportParameters(includePrivateParameters: false);
        return new { kty = "RSA", kid = "1", n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent) };
    }
}
