using System.Text.Json;
using FundLedger.Reporting.Exports;

namespace FundLedger.Cli;

/// <summary>The answers of commands as JSON, indented for people who look at it.</summary>
static class JsonText
{
    static readonly JsonSerializerOptions Options = new(AnswerJson.Options) { WriteIndented = true };

    internal static string Of<T>(T value) => JsonSerializer.Serialize(value, Options);
}
