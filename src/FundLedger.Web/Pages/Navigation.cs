using System.Collections.Immutable;
using FundLedger.Web.Access;
using FundLedger.Web.Visits;

namespace FundLedger.Web.Pages;

/// <summary>A place of the desk: the text <c>nav.KEY</c>, its address and icon, and the key that follows g.</summary>
public sealed record Place(string Key, string Address, string Icon, string Shortcut = "")
{
    public Right Right { get; init; } = Right.Read;

    /// <summary>Whether only those see it who see all funds.</summary>
    public bool AllFunds { get; init; }
}

/// <summary>The places of the desk, in groups, as the side of every page lists them.</summary>
public static class Navigation
{
    static readonly ImmutableArray<ImmutableArray<Place>> Groups =
    [
        [
            new("home", "/", "overview", "h"),
        ],
        [
            new("donors", "/donors", "donors", "d"), new("pledges", "/pledges", "pledges", "p"),
            new("payments", "/payments", "payments", "r"), new("funds", "/funds", "funds", "f"),
        ],
        [
            new("bank", "/bank", "bank", "b") { AllFunds = true }, new("imports", "/imports", "import", "i") { AllFunds = true },
            new("reports", "/reports", "reports", "t"), new("rates", "/rates", "rates", "x"),
        ],
        [
            new("approvals", "/approvals", "approvals", "a"),
            new("closing", "/closing", "closing", "c") { AllFunds = true }, new("audit", "/audit", "audit", "u") { AllFunds = true },
            new("users", "/users", "users") { Right = Right.Administer }, new("settings", "/settings", "settings") { AllFunds = true },
        ],
    ];

    /// <summary>The groups of places that the person of a visit may go to.</summary>
    public static IEnumerable<ImmutableArray<Place>> For(Visit visit) => Groups
        .Select(group => group.Where(place => visit.May(place.Right) && (visit.SeesAllFunds || !place.AllFunds)).ToImmutableArray())
        .Where(group => group.Length > 0);

    /// <summary>The place that a list belongs to; none where it is in none.</summary>
    public static Place? Of(string list) => Groups.SelectMany(group => group).FirstOrDefault(place => IsAt(place, list));

    /// <summary>The key of the place where the desk does what a command does; none where it does not.</summary>
    public static string? OfCommand(string command) => command.Split(' ')[0] switch
    {
        "reopen" or "close" or "revalue" => "closing",
        "import" or "statement" => "imports",
        "entries" or "verify" => "audit",
        "proposals" => "approvals",
        "letters" => "reports",
        var noun => Groups.SelectMany(group => group).FirstOrDefault(place => place.Key == noun)?.Key,
    };

    public static string IconOf(string list) => Of(list)?.Icon ?? "search";

    public static bool IsAt(Place place, string path) => path.Equals(place.Address, StringComparison.OrdinalIgnoreCase)
        || (place.Address.Length > 1 && path.StartsWith(place.Address + "/", StringComparison.OrdinalIgnoreCase));
}
