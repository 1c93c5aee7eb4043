using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using FundLedger.Journal;
using FundLedger.Money;

namespace FundLedger.Data.Requests;

/// <summary>
/// Requests and answers as JSON that the ledger keeps: proposals, and what tells whether a key was used for the same
/// request. Amounts are exact texts with their currency, enumerations their words.
/// </summary>
static class RequestJson
{
    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        // What follows from other properties is not part of a request.
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new AmountConverter(), new CurrencyConverter(), new WordConverter() },
    };

    /// <summary>For anonymous objects, whose properties are all read-only.</summary>
    static readonly JsonSerializerOptions WholeOptions = new(Options) { IgnoreReadOnlyProperties = false };

    internal static string Of<T>(T value) => JsonSerializer.Serialize(value, Options);

    internal static string OfWhole(object value) => JsonSerializer.Serialize(value, value.GetType(), WholeOptions);

    internal static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)!;

    internal static byte[] HashOf(string json) => SHA256.HashData(Encoding.UTF8.GetBytes(json));

    sealed class AmountConverter : JsonConverter<Amount>
    {
        public override Amount Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            var parts = reader.GetString()!.Split(' ');
            var currency = Currency.Of(parts[1]);
            return new Amount(decimal.ToInt64(decimal.Parse(parts[0], CultureInfo.InvariantCulture) * currency.UnitsPerWhole), currency);
        }

        public override void Write(Utf8JsonWriter writer, Amount value, JsonSerializerOptions options) =>
            writer.WriteStringValue($"{value.ToPlainText()} {value.Currency}");
    }
}
