using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Dapper;
using FundLedger.Approvals;
using FundLedger.Donors;
using FundLedger.Funds;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Rates;
using FundLedger.Users;

namespace FundLedger.Data.Audit;

/// <summary>A table of versioned records and what tells one of its records from another.</summary>
sealed record ChangedRecord(RecordShape Shape, params string[] Key)
{
    const int MostNew = 20;

    static readonly ImmutableDictionary<EntryKind, ChangedRecord[]> ByKind = new Dictionary<EntryKind, ChangedRecord[]>
    {
        [EntryKind.Donors] = [new(Donor.Shape, "code")],
        [EntryKind.Funds] = [new(Fund.Shape, "code")],
        [EntryKind.Rates] = [new(Rate.Shape, "currency", "effective")],
        [EntryKind.Settings] = [new(Setting.Shape, "name")],
        [EntryKind.Users] = [new(Person.Shape, "name"), new(ApprovalRule.Shape, "kind")],
        [EntryKind.ApprovalRules] = [new(ApprovalRule.Shape, "kind")],
    }.ToImmutableDictionary();

    /// <summary>The real differences that an entry made; records that are new are named, the first twenty of them.</summary>
    internal static IEnumerable<Change> ChangesOf(Ledger ledger, EntryHeader entry) =>
        ByKind.GetValueOrDefault(entry.Kind, []).SelectMany(table => table.Changes(ledger, entry.Number));

    List<Change> Changes(Ledger ledger, long entry)
    {
        var changes = new List<Change>();
        var added = 0;
        using var rows = ledger.Reader(Sql(), new { entry });
        while (rows.Read())
        {
            var name = Shape.Table + " " + string.Join(' ', Key.Select(key => Text(key, rows["new_" + key])));
            if (!rows.IsDBNull(rows.GetOrdinal("before"))) changes.AddRange(Differences(name, rows));
            else if (++added <= MostNew) changes.Add(new Change(name, null, null, "added"));
        }

        if (added > MostNew)
            changes.Add(new Change(Shape.Table, null, null, FormattableString.Invariant($"and {added - MostNew} more added")));
        return changes;
    }

    IEnumerable<Change> Differences(string name, DbDataReader rows)
    {
        foreach (var field in Shape.Fields)
        {
            var (before, after) = (rows["old_" + field.Name], rows["new_" + field.Name]);
            if (!before.Equals(after)) yield return new Change(name, field.Name, Text(field.Name, before), Text(field.Name, after));
        }
    }

    /// <summary>The records of the entry, each beside the version before it.</summary>
    string Sql() => $"""
        SELECT {string.Join(", ", Shape.Fields.Select(field => $"n.{field.Name} AS new_{field.Name}, o.{field.Name} AS old_{field.Name}"))},
               o.entry AS before
        FROM {Shape.Table} n
        LEFT JOIN {Shape.Table} o ON {SameKey("o")}
             AND o.entry = (SELECT MAX(v.entry) FROM {Shape.Table} v WHERE {SameKey("v")} AND v.entry < n.entry)
        WHERE n.entry = @entry ORDER BY n.line
        """;

    string SameKey(string alias) => string.Join(" AND ", Key.Select(key => $"{alias}.{key} = n.{key}"));

    /// <summary>A value as people read it.</summary>
    string? Text(string field, object value) => value switch
    {
        DBNull => null,
        long number when Shape == Rate.Shape => Rate.UnitsOf(number).ToString("0.########", CultureInfo.InvariantCulture),
        long number when Shape == ApprovalRule.Shape => Amount.Usd(number).ToPlainText(),
        long number when Shape == Person.Shape => number == 1 ? "yes" : "no",
        long number when field is "support_cost_rate" or "reserve_rate" =>
            (new decimal(number) / 100).ToString("0.## '%'", CultureInfo.InvariantCulture),
        DateOnly day => DayText.Iso(day),
        DateTime day => DayText.Iso(DateOnly.FromDateTime(day)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
