using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace FundLedger.Web.Api;

/// <summary>
/// The fields that a request has, written once for the check and for the document: <c>donor! amount! note</c>, where ! marks
/// what is needed.
/// </summary>
sealed record ApiShape(ImmutableArray<ApiField> Fields)
{
    internal static ApiShape Of(string fields) =>
        new([.. fields.Split(' ').Select(field => new ApiField(field.TrimEnd('!'), field.EndsWith('!')))]);

    internal JsonObject ToSchema() => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["required"] = new JsonArray([.. Fields.Where(field => field.IsNeeded).Select(field => JsonValue.Create(field.Name))]),
        ["properties"] = new JsonObject(Fields.Select(field => KeyValuePair.Create<string, JsonNode?>(field.Name, field.ToSchema()))),
    };
}

sealed record ApiField(string Name, bool IsNeeded)
{
    internal JsonObject ToSchema() => Name switch
    {
        "date" or "due" or "effective" or "as_at" => new JsonObject { ["type"] = "string", ["format"] = "date" },
        "amount" or "charge" or "settles" or "rate" => new JsonObject
        {
            ["type"] = new JsonArray("string", "number"),
            ["description"] = "an exact decimal, such as 12500.00",
        },
        "year" or "from" or "to" or "instalment" or "candidate" => new JsonObject { ["type"] = "integer" },
        "in_full" or "even_if_similar" => new JsonObject { ["type"] = "boolean" },
        "instalments" => Listed(ApiShape.Of("due! amount!")),
        "allocations" => Listed(ApiShape.Of("pledge instalment fund amount")),
        "explanations" => Listed(ApiShape.Of("finding! text!")),
        "rates" => Listed(ApiShape.Of("currency! effective! rate!")),
        "entries" => new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "integer" } },
        _ => new JsonObject { ["type"] = "string" },
    };

    static JsonObject Listed(ApiShape of) => new() { ["type"] = "array", ["items"] = of.ToSchema() };
}
