using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.RegularExpressions;
using FundLedger.Reporting.Exports;
using Microsoft.AspNetCore.Routing;

namespace FundLedger.Web.Api;

/// <summary>
/// The API as an OpenAPI 3.1 document, made from the routes themselves: what stands at a route is what is checked and what is
/// described.
/// </summary>
static partial class OpenApiDocument
{
    internal static JsonObject Of(IEnumerable<RouteEndpoint> endpoints)
    {
        var paths = new JsonObject();
        foreach (var endpoint in endpoints.OrderBy(one => one.RoutePattern.RawText, StringComparer.Ordinal))
        {
            if (endpoint.Metadata.GetMetadata<ApiRoute>() is not { } route) continue;
            var path = Constraint().Replace("/" + endpoint.RoutePattern.RawText!.Trim('/'), "{$1}");
            if (paths[path] is not JsonObject item) paths[path] = item = [];
            item[route.Method.ToLowerInvariant()] = Operation(endpoint, route);
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "FundLedger", ["version"] = "1" },
            ["security"] = new JsonArray(new JsonObject { ["key"] = new JsonArray() }),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = new JsonObject { ["key"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer" } },
                ["schemas"] = new JsonObject { ["Refusal"] = Schema(typeof(ApiRefusal)) },
            },
        };
    }

    static JsonObject Operation(RouteEndpoint endpoint, ApiRoute route)
    {
        var parameters = new JsonArray();
        foreach (var part in endpoint.RoutePattern.Parameters) parameters.Add((JsonNode)Parameter(part.Name, "path", isNeeded: true));
        foreach (var name in route.Parameters) parameters.Add((JsonNode)Parameter(name, "query", isNeeded: false));
        if (route.Method != "GET") parameters.Add((JsonNode)Parameter(ApiCall.KeyHeader, "header", isNeeded: false));
        var operation = new JsonObject
        {
            ["summary"] = route.Summary,
            ["parameters"] = parameters,
            ["responses"] = new JsonObject
            {
                [route.Method != "GET" && route.TakesFile is null ? "201" : "200"] = Answer("As asked.", route.Gives),
                ["default"] = new JsonObject
                {
                    ["description"] = "Why it was refused.",
                    ["content"] = new JsonObject
                    {
                        ["application/problem+json"] = new JsonObject
                        { ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/Refusal" } },
                    },
                },
            },
        };
        if (route.Takes is { } shape) operation["requestBody"] = Body("application/json", shape.ToSchema());
        if (route.TakesFile is { } type)
            operation["requestBody"] = Body(type, new JsonObject { ["type"] = "string", ["format"] = "binary" });
        return operation;
    }

    static JsonObject Answer(string description, Type? gives) => gives is null ? new JsonObject { ["description"] = description }
        : new JsonObject
        {
            ["description"] = description,
            ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = Schema(gives) } },
        };

    static JsonObject Body(string type, JsonObject schema) => new()
    {
        ["required"] = true,
        ["content"] = new JsonObject { [type] = new JsonObject { ["schema"] = schema } },
    };

    static JsonObject Parameter(string name, string place, bool isNeeded) => new()
    {
        ["name"] = name,
        ["in"] = place,
        ["required"] = isNeeded,
        ["schema"] = new JsonObject { ["type"] = "string" },
    };

    static JsonNode Schema(Type type) => JsonSchemaExporter.GetJsonSchemaAsNode(AnswerJson.Options, type);

    [GeneratedRegex(@"\{(\w+):[^}]*\}")]
    private static partial Regex Constraint();
}
