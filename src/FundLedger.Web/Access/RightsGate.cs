using FundLedger.Web.Visits;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace FundLedger.Web.Access;

/// <summary>The one question that stands before every page, export and route.</summary>
sealed class RightsRequirement : IAuthorizationRequirement;

/// <summary>
/// Answers it from what the route asks and the method: looking needs one right, changing another. Which funds are seen
/// behind it is the ledger's scope, set by the visit.
/// </summary>
sealed class RightsGate(Visit visit) : AuthorizationHandler<RightsRequirement>
{
    static readonly AsksAttribute Usual = new();

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RightsRequirement requirement)
    {
        var http = (HttpContext)context.Resource!;
        var asks = http.GetEndpoint()?.Metadata.GetMetadata<AsksAttribute>() ?? Usual;
        var isLooking = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        var right = isLooking ? asks.ToSee : asks.ToChange;
        if (right == Right.None
            || (visit.Person is { } person && person.Holds(right) && !(asks.AllFunds && person.IsLimited)))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
