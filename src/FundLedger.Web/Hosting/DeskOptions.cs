using System.Collections.Immutable;
using FundLedger.Checks;

namespace FundLedger.Web.Hosting;

/// <summary>What a desk needs to know: whose books it shows, and where it listens.</summary>
public sealed record DeskOptions(string Ledger, ImmutableArray<string> Urls, TimeProvider Clock)
{
    /// <summary>A sign-in server of the organization; none where persons have passwords of their own.</summary>
    public OpenIdSettings? OpenId { get; init; }

    /// <summary>How often a minute one address may try to sign in.</summary>
    public int SignInsAMinute { get; init; } = 30;

    /// <summary>Whether the keys of sessions are kept for the next start; tests keep none.</summary>
    public bool KeepsSessionKeys { get; init; } = true;

    /// <summary>Whether other computers can reach it.</summary>
    public bool IsOpenToOthers => Urls.Any(url => !new Uri(url.Replace("*", "any", StringComparison.Ordinal)
        .Replace("+", "any", StringComparison.Ordinal)).IsLoopback);
}

/// <summary>A sign-in server that speaks OpenID Connect, and which of its claims is the name of a person of the ledger.</summary>
public sealed record OpenIdSettings(string Authority, string ClientId, string? ClientSecret, string Claim)
{
    const string UsualClaim = "preferred_username";

    /// <summary>Whether it runs beside the desk, as for trying it out; any other is asked over https only.</summary>
    public bool IsOfThisComputer => Uri.TryCreate(Authority, UriKind.Absolute, out var address) && address.IsLoopback;

    /// <summary>Why a desk cannot use it; none where it can.</summary>
    public Problem? Problem => IsOfThisComputer || Authority.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? null
        : new Problem($"the sign-in server '{Authority}' has no address that begins with https://",
            "give FUNDLEDGER_OIDC_AUTHORITY the https address of its issuer; http is for a server on this computer");

    /// <summary>The settings in the environment; none where no server is named.</summary>
    public static OpenIdSettings? From(Func<string, string?> variable) =>
        variable("FUNDLEDGER_OIDC_AUTHORITY") is { Length: > 0 } authority
            ? new(authority, variable("FUNDLEDGER_OIDC_CLIENT_ID") ?? "fundledger", variable("FUNDLEDGER_OIDC_CLIENT_SECRET"),
                variable("FUNDLEDGER_OIDC_CLAIM") ?? UsualClaim)
            : null;
}
