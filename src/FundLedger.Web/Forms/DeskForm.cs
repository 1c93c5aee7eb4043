using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Journal;
using FundLedger.Money;
using Microsoft.AspNetCore.Http;

namespace FundLedger.Web.Forms;

/// <summary>
/// What somebody typed into a form and what is wrong with it, field by field. It is shown again as it was typed until all
/// of it is accepted.
/// </summary>
public sealed class DeskForm
{
    /// <summary>The field that makes sending a form twice harmless.</summary>
    public const string RequestKey = "request-key";

    readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> _refusals = new(StringComparer.Ordinal);
    readonly List<Problem> _problems = [];

    public bool IsRefused => _refusals.Count > 0 || _problems.Count > 0;

    /// <summary>How the desk calls what a problem names.</summary>
    public Face Face { get; init; } = Face.Plain;

    /// <summary>Problems that belong to no field of the form.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>The fields that were refused, in the order in which that was found.</summary>
    public IReadOnlyDictionary<string, string> Refusals => _refusals;

    /// <summary>What stands in a field, without spaces around it; empty where nothing does.</summary>
    public string this[string field]
    {
        get => _values.GetValueOrDefault(field, "");
        set => _values[field] = value;
    }

    public static DeskForm Of(IFormCollection posted, Face face)
    {
        var form = new DeskForm { Face = face };
        foreach (var (name, value) in posted) form[name] = string.Join(',', value.ToArray()).Trim();
        return form;
    }

    public bool Has(string field) => _values.ContainsKey(field);

    public string? RefusalOf(string field) => _refusals.GetValueOrDefault(field);

    public void Refuse(string field, string why) => _refusals.TryAdd(field, why);

    /// <summary>
    /// Puts what the ledger refused beside its field, where the problem names one of the form; the column of a file is none.
    /// </summary>
    public void Refuse(IEnumerable<Problem> problems)
    {
        foreach (var problem in problems.Select(one => one.In(Face)))
        {
            var field = problem.Column?.TrimStart('-') ?? "";
            if (problem.Row is null && _values.ContainsKey(field)) Refuse(field, $"{problem.Message}; {problem.Remedy}");
            else _problems.Add(problem);
        }
    }

    /// <summary>The text of a field; none where nothing stands in it.</summary>
    public string? Text(string field) => this[field] is { Length: > 0 } text ? text : null;

    public bool IsTicked(string field) => this[field].Length > 0;

    public Amount? Amount(string field, Currency? currency)
    {
        if (currency is null || this[field] is not { Length: > 0 } text) return null;
        if (AmountText.TryParseTyped(text, currency, out var amount, out var why)) return amount;
        Refuse(field, why);
        return null;
    }

    public DateOnly? Day(string field, DateOnly today)
    {
        if (this[field] is not { Length: > 0 } text) return null;
        if (TypedDay.TryRead(text, today, out var day, out var why)) return day;
        Refuse(field, why);
        return null;
    }

    public Currency? Currency(string field, string unknown)
    {
        if (this[field] is not { Length: > 0 } text) return null;
        if (Money.Currency.TryFind(text, out var currency)) return currency;
        Refuse(field, unknown);
        return null;
    }

    public T? OneOf<T>(string field) where T : struct, Enum => Word.TryParse<T>(this[field], out var member) ? member : null;

    public ImmutableArray<T> Several<T>(string field) where T : struct, Enum =>
        [.. this[field].Split(',').Where(word => Word.TryParse<T>(word, out _)).Select(word => Word.Parse<T>(word.Trim()))];
}
