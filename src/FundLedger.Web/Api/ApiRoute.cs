using System.Collections.Immutable;
using FundLedger.Web.Access;
using FundLedger.Web.Visits;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FundLedger.Web.Api;

/// <summary>What the document says of a route; stands at the route itself.</summary>
sealed record ApiRoute(string Method, string Summary)
{
    internal ApiShape? Takes { get; init; }

    /// <summary>The type of file that is sent as the body, where it is none of our fields.</summary>
    internal string? TakesFile { get; init; }

    /// <summary>The parts of the query, separated by spaces.</summary>
    internal string Query { get; init; } = "";

    internal Type? Gives { get; init; }

    internal ImmutableArray<string> Parameters => [.. Query.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}

/// <summary>Adds routes to the API; each says what right it asks.</summary>
static class ApiRouting
{
    internal static void Get(
        this IEndpointRouteBuilder api, string pattern, ApiRoute route, Func<ApiCall, IResult> answer, bool allFunds = false) =>
        api.Add(pattern, route, call => Task.FromResult(answer(call)), new AsksAttribute { AllFunds = allFunds });

    internal static void Post(
        this IEndpointRouteBuilder api, string pattern, ApiRoute route, Func<ApiCall, ApiBody, IResult> answer,
        AsksAttribute? asks = null) =>
        api.Add(pattern, route, async call =>
        {
            var body = await call.Body(route.Takes!);
            return body.IsRefused ? ApiAnswer.Refused(StatusCodes.Status422UnprocessableEntity, body.Refusal.Problems)
                : answer(call, body);
        }, asks ?? new AsksAttribute());

    internal static void Put(
        this IEndpointRouteBuilder api, string pattern, ApiRoute route, Func<ApiCall, ApiBody, IResult> answer) =>
        api.Post(pattern, route, answer);

    internal static void Add(
        this IEndpointRouteBuilder api, string pattern, ApiRoute route, Func<ApiCall, Task<IResult>> answer, params object[] metadata)
    {
        async Task Answer(HttpContext http, Visit visit)
        {
            var call = new ApiCall(http, visit);
            var result = call.Checked() is { IsRefused: true } refused
                ? ApiAnswer.Refused(StatusCodes.Status422UnprocessableEntity, refused.Problems) : await answer(call);
            await result.ExecuteAsync(http);
        }

        // One handler for all, so that what is asked of the person is asked by the gate and nowhere else.
        api.MapMethods(pattern, [route.Method], (RequestDelegate)(http =>
            Answer(http, (Visit)http.RequestServices.GetService(typeof(Visit))!))).WithMetadata(route).WithMetadata(metadata);
    }
}
