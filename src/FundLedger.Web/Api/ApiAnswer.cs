using System.Text.Json;
using FundLedger.Checks;
using FundLedger.Journal;
using FundLedger.Reporting.Exports;
using Microsoft.AspNetCore.Http;

namespace FundLedger.Web.Api;

/// <summary>One thing that was wrong, as a program reads it.</summary>
sealed record ApiProblem(string Message, string Remedy, string? File, long? Row, string? Column, string? Value)
{
    static readonly Face Face = Face.Plain with { Field = FieldOf };

    internal static ApiProblem Of(Problem problem) => new(problem.Message, problem.In(Face).Remedy, problem.File, problem.Row,
        problem.File is null && problem.Column is { } field ? FieldOf(field) : problem.Column, problem.Value);

    /// <summary>A field as requests name it.</summary>
    static string FieldOf(string field) => field == "key" ? ApiCall.KeyHeader : field.Replace('-', '_');
}

/// <summary>Why a request was refused, as RFC 9457 has it.</summary>
sealed record ApiRefusal(string Type, string Title, int Status, string Detail, IReadOnlyList<ApiProblem> Problems);

/// <summary>Answers of the API: JSON, or problem details.</summary>
static class ApiAnswer
{
    const string ProblemType = "application/problem+json";

    internal static IResult Of<T>(Outcome<T> outcome, string? requestKey = null, int status = StatusCodes.Status200OK) => outcome.IsRefused
        ? Refused(StatusOf(outcome.Problems[0], requestKey), [.. outcome.Problems])
        : Json(outcome.Value, status);

    internal static IResult Json<T>(T value, int status = StatusCodes.Status200OK) =>
        Results.Json(value, AnswerJson.Options, statusCode: status);

    /// <summary>What was recorded; 202 where it waits for a second person.</summary>
    internal static IResult Recorded(Outcome<Recorded> outcome, string? requestKey) => Of(outcome, requestKey,
        outcome is { IsRefused: false, Value.Proposal: not null } ? StatusCodes.Status202Accepted : StatusCodes.Status201Created);

    internal static IResult Refused(int status, params IReadOnlyList<Problem> problems) =>
        Results.Json(Refusal(status, problems), AnswerJson.Options, ProblemType, status);

    internal static Task Write(HttpContext http, int status, params IReadOnlyList<Problem> problems)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(Refusal(status, problems), AnswerJson.Options, ProblemType, http.RequestAborted);
    }

    static ApiRefusal Refusal(int status, IReadOnlyList<Problem> problems)
    {
        ApiProblem[] told = [.. problems.Select(ApiProblem.Of)];
        return new ApiRefusal("about:blank", TitleOf(status), status,
            told.Length == 0 ? TitleOf(status) : $"{told[0].Message}; {told[0].Remedy}", told);
    }

    /// <summary>The same key with another body is a conflict; everything else that a rule refuses is not processable.</summary>
    static int StatusOf(Problem problem, string? requestKey) => requestKey is not null && problem.Value == requestKey
        ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;

    static string TitleOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "The request cannot be read",
        StatusCodes.Status401Unauthorized => "No key, or one that does not work",
        StatusCodes.Status403Forbidden => "Not within the person's roles or funds",
        StatusCodes.Status404NotFound => "Nothing here",
        StatusCodes.Status405MethodNotAllowed => "Not with this method",
        StatusCodes.Status409Conflict => "The key was used for another request",
        StatusCodes.Status413PayloadTooLarge => "Too large",
        StatusCodes.Status415UnsupportedMediaType => "Not of a type that is read here",
        StatusCodes.Status422UnprocessableEntity => "Refused",
        StatusCodes.Status503ServiceUnavailable => "Not at this moment",
        >= 500 => "A fault of the program",
        _ => "Not possible",
    };
}
