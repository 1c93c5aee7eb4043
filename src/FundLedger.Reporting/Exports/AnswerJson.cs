using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FundLedger.Journal;
using FundLedger.Money;

namespace FundLedger.Reporting.Exports;

/// <summary>
/// What commands and the API answer as JSON with stable names: <c>snake_case</c> names, ISO days, enumerations by their words,
/// and amounts as exact decimal numbers with their currency's digits.
/// </summary>
public static class AnswerJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        // Names keep their accents; the text is not put into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        Converters = { new AmountConverter(), new CurrencyConverter(), new WordConverter() },
    };

    sealed class AmountConverter : JsonConverter<Amount>
    {
        public override Amount Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Amounts are only written.");

        public override void Write(Utf8JsonWriter writer, Amount value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.ToPlainText());
    }
}
