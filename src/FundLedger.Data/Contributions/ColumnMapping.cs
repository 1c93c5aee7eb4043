using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FundLedger.Data.Files;

namespace FundLedger.Data.Contributions;

/// <summary>
/// Which columns of a spreadsheet stand for those of the import format, and what holds for every row where it has no column
/// for it. Where no mapping is given the columns are known by their own names.
/// </summary>
public sealed record ColumnMapping
{
    const string Prefix = "import.columns.";

    /// <summary>What some people call our columns, folded.</summary>
    static readonly ImmutableDictionary<string, string[]> OtherNames = new Dictionary<string, string[]>
    {
        ["kind"] = ["type", "transaction_type"],
        ["donor"] = ["contributor", "donor_name", "payer", "country", "from"],
        ["fund"] = ["trust_fund", "fund_code"],
        ["date"] = ["value_date", "day", "date_received", "received_on"],
        ["currency"] = ["ccy", "cur"],
        ["amount"] = ["sum", "value", "amount_in_original_currency", "original_amount"],
        ["reference"] = ["ref", "ref_no", "document"],
        ["usd"] = ["amount_usd", "us_dollars", "us$", "amount_(usd)"],
        ["due"] = ["due_date"],
        ["note"] = ["notes", "remarks", "comment", "comments"],
    }.ToImmutableDictionary();

    /// <summary>Columns of the format that every row needs.</summary>
    public static ImmutableArray<string> Needed => ContributionColumns.Required;

    /// <summary>The other columns that can be told where they stand.</summary>
    public static ImmutableArray<string> Further { get; } =
        ["reference", "pledge", "status", "due", "usd", "form", "earmarking", "note"];

    /// <summary>The file's column for a column of the format.</summary>
    public ImmutableSortedDictionary<string, string> From { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>What a column of the format holds in every row.</summary>
    public ImmutableSortedDictionary<string, string> Fixed { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The setting that keeps the mapping of spreadsheets with these columns.</summary>
    public static string SettingOf(IEnumerable<string> columns)
    {
        var folded = string.Join('\n', columns.Select(TableColumnName.Folded));
        return Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folded)))[..16];
    }

    /// <summary>A first guess: the format's own names, else names that people use for them.</summary>
    public static ColumnMapping Guess(IReadOnlyCollection<string> columns)
    {
        var guess = new ColumnMapping();
        foreach (var ours in Needed.Concat(Further))
        {
            string[] names = [ours, .. OtherNames.GetValueOrDefault(ours, [])];
            var theirs = names.Select(name => columns.FirstOrDefault(column => TableColumnName.Folded(column) == name))
                .FirstOrDefault(column => column is not null);
            if (theirs is not null && !guess.From.ContainsValue(theirs)) guess = guess with { From = guess.From.Add(ours, theirs) };
        }

        return guess;
    }

    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    public static ColumnMapping FromJson(string json) => JsonSerializer.Deserialize<ColumnMapping>(json, JsonSerializerOptions.Web)!;
}
