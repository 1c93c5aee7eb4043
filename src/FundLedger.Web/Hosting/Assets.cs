using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using FundLedger.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace FundLedger.Web.Hosting;

/// <summary>
/// Style sheets, script and icons. They are inside the program, and their address changes with their content, so that a
/// browser asks for each once.
/// </summary>
public static class Assets
{
    const string Prefix = "asset:";

    static readonly FrozenDictionary<string, Asset> ByName = Read().ToFrozenDictionary(asset => asset.Name, StringComparer.Ordinal);

    /// <summary>The address of an asset, with what tells this content from another.</summary>
    public static string Address(string name) => $"/assets/{name}?v={ByName[name].Version}";

    internal static void Map(WebApplication desk) => desk.MapGet("/assets/{name}", (string name, HttpResponse response) =>
    {
        if (!ByName.TryGetValue(name, out var asset)) return Results.NotFound();
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(asset.Bytes, asset.ContentType, entityTag: new EntityTagHeaderValue($"\"{asset.Version}\""));
    }).WithMetadata(new AsksAttribute { ToSee = Right.None });

    static IEnumerable<Asset> Read()
    {
        var here = Assembly.GetExecutingAssembly();
        foreach (var resource in here.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = here.GetManifestResourceStream(resource)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            yield return new Asset(resource[Prefix.Length..], bytes);
        }

        // The typeface of the documents.
        foreach (var weight in new[] { "Regular", "SemiBold" })
        {
            using var font = typeof(Html.StyleSheet).Assembly.GetManifestResourceStream($"Fonts/NotoSans-{weight}.ttf")!;
            var bytes = new byte[font.Length];
            font.ReadExactly(bytes);
            yield return new Asset($"noto-sans-{weight.ToLowerInvariant()}.ttf", bytes);
        }

        yield return new Asset("palette.css", Encoding.UTF8.GetBytes(PaletteSheet.Text));
    }

    sealed record Asset(string Name, byte[] Bytes)
    {
        internal string Version { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes))[..12];

        internal string ContentType => Path.GetExtension(Name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".ttf" => "font/ttf",
            _ => "image/svg+xml",
        };
    }
}
