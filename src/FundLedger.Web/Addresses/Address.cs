using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;

namespace FundLedger.Web.Addresses;

/// <summary>
/// The address of a page with what its query says: the filter, the order, the place in a list. A list keeps all its state
/// here, so that an address can be kept, sent and gone back to.
/// </summary>
public sealed class Address
{
    readonly ImmutableSortedDictionary<string, string> _query;

    Address(string path, ImmutableSortedDictionary<string, string> query) => (Path, _query) = (path, query);

    public string Path { get; }

    /// <summary>The value of a part of the query without spaces around it; none where it is empty.</summary>
    public string? this[string name] => _query.TryGetValue(name, out var value) && value.Trim() is { Length: > 0 } text ? text : null;

    public IEnumerable<KeyValuePair<string, string>> Query => _query;

    public static Address To(string path) => new(path, ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    /// <summary>The address that was asked for. Where a name is given twice the last counts.</summary>
    public static Address Of(HttpRequest request) => new(request.Path.ToString(), request.Query
        .Where(pair => pair.Value.Any(value => !string.IsNullOrWhiteSpace(value)))
        .ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value[^1] ?? "", StringComparer.Ordinal));

    public Address With(string name, string? value) =>
        new(Path, value is { Length: > 0 } ? _query.SetItem(name, value) : _query.Remove(name));

    public Address Without(params ReadOnlySpan<string> names)
    {
        var query = _query.ToBuilder();
        foreach (var name in names) query.Remove(name);
        return new Address(Path, query.ToImmutable());
    }

    public override string ToString() =>
        Path + QueryString.Create(_query.Select(pair => KeyValuePair.Create<string, string?>(pair.Key, pair.Value)));
}
