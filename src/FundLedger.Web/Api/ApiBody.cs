using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using FundLedger.Checks;
using FundLedger.Journal;
using FundLedger.Money;

namespace FundLedger.Web.Api;

/// <summary>What a program sent, read field by field; every mistake is named with its field, not only the first.</summary>
sealed class ApiBody
{
    readonly JsonElement _object;
    readonly List<Problem> _problems;

    ApiBody(JsonElement given, List<Problem> problems) => (_object, _problems) = (given, problems);

    internal bool IsRefused => _problems.Count > 0;

    internal Refusal Refusal => new([.. _problems]);

    internal static ApiBody Of(JsonElement given, ApiShape shape, List<Problem>? problems = null)
    {
        var body = new ApiBody(given, problems ?? []);
        if (given.ValueKind != JsonValueKind.Object)
        {
            body.Refuse("", "the body is no JSON object", "send one, with Content-Type: application/json");
            return body;
        }

        foreach (var property in given.EnumerateObject().Where(property => shape.Fields.All(field => field.Name != property.Name)))
            body.Refuse(property.Name, $"there is no field '{property.Name}'",
                $"the fields are: {string.Join(", ", shape.Fields.Select(field => field.Name))}");
        foreach (var field in shape.Fields.Where(field => field.IsNeeded && body.Text(field.Name) is null && !body.IsList(field.Name)))
            body.Refuse(field.Name, $"the field '{field.Name}' is missing", "send it too");
        foreach (var field in shape.Fields) body.Judge(field.Name);
        return body;
    }

    /// <summary>Reads a field as what its name says it is, so that all that is wrong is said at once.</summary>
    void Judge(string name)
    {
        switch (name)
        {
            case "date" or "due" or "effective" or "as_at":
                Day(name);
                break;
            case "year" or "from" or "to" or "instalment" or "candidate":
                Number(name);
                break;
            case "currency":
                Currency(name);
                break;
            case "amount" or "charge" when Text("currency") is { } code && Money.Currency.TryFind(code, out var currency):
                Amount(name, currency);
                break;
        }
    }

    /// <summary>A text, or a number as it is written; none where the field is missing, null or empty.</summary>
    internal string? Text(string name) => _object.ValueKind == JsonValueKind.Object && _object.TryGetProperty(name, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : null,
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.True => "true",
            _ => null,
        }
        : null;

    internal string Needed(string name) => Text(name) ?? "";

    internal bool IsTrue(string name) => Text(name) == "true";

    internal Currency? Currency(string name)
    {
        if (Text(name) is not { } code) return null;
        if (Money.Currency.TryFind(code, out var currency)) return currency;
        Refuse(name, $"there is no currency '{Quoted.Short(code)}'", "give the three letters of ISO 4217");
        return null;
    }

    internal Amount? Amount(string name, Currency? currency)
    {
        if (Text(name) is not { } text || currency is null) return null;
        if (AmountText.TryParse(text, currency, out var amount, out var why)) return amount;
        Refuse(name, why, "write it like 12500.00");
        return null;
    }

    internal DateOnly? Day(string name)
    {
        if (Text(name) is not { } text) return null;
        if (DayText.TryParse(text, out var day, out var why)) return day;
        Refuse(name, why, "write it as year-month-day, such as 2025-03-31");
        return null;
    }

    internal int? Number(string name)
    {
        if (Text(name) is not { } text) return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        Refuse(name, $"'{Quoted.Short(text)}' is no whole number", "send a whole number");
        return null;
    }

    internal T WordOr<T>(string name, T usual) where T : struct, Enum
    {
        if (Text(name) is not { } text) return usual;
        if (Word.TryParse<T>(text, out var member)) return member;
        Refuse(name, $"'{Quoted.Short(text)}' is not one of the words for {name}", $"write one of: {Word.List<T>()}");
        return usual;
    }

    /// <summary>The objects of a list.</summary>
    internal ImmutableArray<ApiBody> List(string name, ApiShape shape) => !IsList(name) ? []
        : [.. _object.GetProperty(name).EnumerateArray().Select(one => Of(one, shape, _problems))];

    internal ImmutableArray<long> Numbers(string name) => !IsList(name) ? []
        : [.. _object.GetProperty(name).EnumerateArray().Where(one => one.TryGetInt64(out _)).Select(one => one.GetInt64())];

    internal void Refuse(string field, string message, string remedy) =>
        _problems.Add(new Problem(message, remedy) { Column = field.Length == 0 ? null : field, Value = Text(field) });

    bool IsList(string name) => _object.ValueKind == JsonValueKind.Object
        && _object.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array;
}
