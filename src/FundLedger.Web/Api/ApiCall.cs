using System.Buffers.Text;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Data.Journal;
using FundLedger.Data.Lists;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Web.Visits;
using Microsoft.AspNetCore.Http;

namespace FundLedger.Web.Api;

/// <summary>One request of a program: whose it is, what its address says, and its key that makes sending it twice harmless.</summary>
sealed class ApiCall(HttpContext http, Visit visit)
{
    /// <summary>The header with the key by which a request sent twice has one effect.</summary>
    internal const string KeyHeader = "Idempotency-Key";

    const int MostRows = 500;
    const int UsualRows = 50;
    const int LongestKey = 100;
    const int LongestCursor = 2000;

    internal Ledger Ledger => visit.Ledger;

    internal Visit Visit => visit;

    internal HttpContext Http => http;

    internal string? this[string name] => http.Request.Query[name].ToString() is { Length: > 0 } text ? text : null;

    /// <summary>The key as the ledger keeps it: one person's keys are not another's.</summary>
    internal string? RequestKey => GivenKey.Length > 0 ? $"api:{visit.Name}:{GivenKey}" : null;

    string GivenKey => http.Request.Headers[KeyHeader].ToString();

    internal Author Author => new(visit.Name) { RequestKey = RequestKey };

    internal string Route(string name) => http.Request.RouteValues[name]?.ToString() ?? "";

    internal bool Is(string name) => this[name] is "true" or "yes" or "1";

    internal int Take => int.TryParse(this["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
        ? Math.Clamp(limit, 1, MostRows) : UsualRows;

    /// <summary>
    /// The place of the row before the page, as the list itself writes it; none on the first page. Programs hand back what they were
    /// given and read nothing into it. Rows that come or go meanwhile move no place.
    /// </summary>
    string? Cursor => this["cursor"] is { } cursor && TryRead(cursor, out var place) ? place : null;

    internal Outcome<ApiCall> Checked()
    {
        if (this["cursor"] is not null && Cursor is null) return NoCursor;
        return GivenKey.Length <= LongestKey ? this
            : new Problem($"the {KeyHeader} is longer than {LongestKey} letters", "send a shorter one") { Column = KeyHeader };
    }

    /// <summary>A page of a list whose rows are found by their entries: they are read from after the one that the cursor names.</summary>
    internal Outcome<ApiPage<T>> PageOf<T>(Func<ListPlace?, LinePage<T>> pageAt, Func<T, long> entryOf)
    {
        long entry = 0;
        if (Cursor is { } cursor && !long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out entry)) return NoCursor;
        var page = pageAt(entry == 0 ? null : new ListPlace(entry));
        return new ApiPage<T>(page.Rows,
            page.HasNext ? Written(entryOf(page.Rows[^1]).ToString(CultureInfo.InvariantCulture)) : null);
    }

    /// <summary>A page of rows that are all in hand, in the order of their places as texts.</summary>
    internal ApiPage<T> PageOf<T>(IEnumerable<T> rows, Func<T, string> placeOf)
    {
        var read = rows.SkipWhile(row => Cursor is { } cursor && string.CompareOrdinal(placeOf(row), cursor) <= 0)
            .Take(Take + 1).ToImmutableArray();
        var shown = read.Length > Take ? read[..Take] : read;
        return new ApiPage<T>(shown, read.Length > Take ? Written(placeOf(shown[^1])) : null);
    }

    Problem NoCursor => new("this is no cursor of the list", "take the one of the page before, or leave it out")
    { Column = "cursor", Value = this["cursor"] };

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

    static string Written(string place) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(place));

    static bool TryRead(string cursor, [NotNullWhen(true)] out string? place)
    {
        place = cursor.Length <= LongestCursor && Base64Url.IsValid(cursor)
            ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)) : null;
        return place is not null;
    }
}

/// <summary>A page of a list, and the cursor of the next; none on the last.</summary>
sealed record ApiPage<T>(ImmutableArray<T> Items, string? Next);
