using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Data.Journal;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Web.Visits;
using Microsoft.AspNetCore.Http;

namespace FundLedger.Web.Api;

/// <summary>One request of a program: whose it is, what its address says, and its key that makes sending it twice harmless.</summary>
sealed class ApiCall(HttpContext http, Visit visit)
{
    const int MostRows = 500;
    const int UsualRows = 50;
    const int LongestKey = 100;

    internal Ledger Ledger => visit.Ledger;

    internal Visit Visit => visit;

    internal HttpContext Http => http;

    internal string? this[string name] => http.Request.Query[name].ToString() is { Length: > 0 } text ? text : null;

    /// <summary>The key as the ledger keeps it: one person's keys are not another's.</summary>
    internal string? RequestKey => GivenKey.Length > 0 ? $"api:{visit.Name}:{GivenKey}" : null;

    string GivenKey => http.Request.Headers["Idempotency-Key"].ToString();

    internal Author Author => new(visit.Name) { RequestKey = RequestKey };

    internal string Route(string name) => http.Request.RouteValues[name]?.ToString() ?? "";

    internal bool Is(string name) => this[name] is "true" or "yes" or "1";

    internal int Take => int.TryParse(this["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
        ? Math.Clamp(limit, 1, MostRows) : UsualRows;

    /// <summary>Where the page begins. Programs hand back what they were given and read nothing into it.</summary>
    internal long Cursor => this["cursor"] is { } cursor && TryRead(cursor, out var place) ? place : 0;

    internal Outcome<ApiCall> Checked()
    {
        if (this["cursor"] is { } cursor && !TryRead(cursor, out _))
            return new Problem("this is no cursor", "take the one of the page before, or leave it out")
            { Column = "cursor", Value = cursor };
        return GivenKey.Length <= LongestKey ? this
            : new Problem($"the Idempotency-Key is longer than {LongestKey} letters", "send a shorter one") { Column = "Idempotency-Key" };
    }

    /// <summary>A page of rows read with one more than it shows; <paramref name="placeOf"/> is the place after a row.</summary>
    internal ApiPage<T> PageOf<T>(IEnumerable<T> rows, Func<T, int, long> placeOf)
    {
        var read = rows.Take(Take + 1).ToImmutableArray();
        var shown = read.Length > Take ? read[..Take] : read;
        return new ApiPage<T>(shown, read.Length > Take ? Written(placeOf(shown[^1], shown.Length)) : null);
    }

    internal Outcome<DateOnly?> Day(string name) => this[name] is not { } text ? (DateOnly?)null
        : DayText.TryParse(text, out var day, out var why) ? (DateOnly?)day
        : new Problem(why, "write it as year-month-day") { Column = name, Value = text };

    /// <summary>What the ledger knew at the moment asked for, or knows now.</summary>
    internal Outcome<Knowledge> Known()
    {
        if (this["as_known_on"] is not { } text) return Ledger.Journal.Known();
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? Ledger.Journal.Known(moment)
            : new Problem("the moment cannot be read", "write it like 2026-03-01T12:00:00Z") { Column = "as_known_on", Value = text };
    }

    internal Outcome<string?> Fund(string name = "fund") => this[name] is not { } text ? (string?)null
        : Ledger.Standing.Funds.Find(text).Then<string?>(fund => fund.Code);

    internal Outcome<string?> Donor() => this["donor"] is not { } text ? (string?)null
        : Ledger.Standing.Donors.Find(text).Then<string?>(donor => donor.Code);

    internal async Task<ApiBody> Body(ApiShape shape)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(http.Request.Body, default, http.RequestAborted);
            return ApiBody.Of(document.RootElement.Clone(), shape);
        }
        catch (JsonException)
        {
            return ApiBody.Of(default, shape);
        }
    }

    static string Written(long place) => Convert.ToBase64String(Encoding.ASCII.GetBytes(place.ToString(CultureInfo.InvariantCulture)))
        .TrimEnd('=').Replace('+', '-').Replace('/', '_');

    static bool TryRead(string cursor, out long place)
    {
        place = 0;
        Span<byte> bytes = stackalloc byte[32];
        var padded = cursor.Replace('-', '+').Replace('_', '/') + new string('=', (4 - (cursor.Length % 4)) % 4);
        return padded.Length <= 40 && Convert.TryFromBase64String(padded, bytes, out var length)
            && long.TryParse(Encoding.ASCII.GetString(bytes[..length]), NumberStyles.None, CultureInfo.InvariantCulture, out place);
    }
}

/// <summary>A page of a list, and the cursor of the next; none on the last.</summary>
sealed record ApiPage<T>(ImmutableArray<T> Items, string? Next);
