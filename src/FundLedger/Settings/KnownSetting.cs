using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Reports.Receivables;

namespace FundLedger.Settings;

/// <summary>A setting that people may change: what it means, and what stands in the way of a value.</summary>
public sealed record KnownSetting(string Name, string Meaning, string Example, Func<string, Problem?> Objection)
{
    public static ImmutableArray<KnownSetting> All { get; } =
    [
        new(AllowanceTable.SettingName, "percentages for doubtful receivables by days overdue", "181-365=25 over-365=50",
            value => ProblemOf(AllowanceTable.Parse(value))),
    ];

    public static Outcome<KnownSetting> Find(string name) => All.FirstOrDefault(setting => setting.Name == name) is { } found
        ? found
        : new Problem($"there is no setting '{Quoted.Short(name)}'",
            $"use one of: {string.Join(", ", All.Select(setting => setting.Name))}")
        { Column = "setting", Value = name };

    static Problem? ProblemOf<T>(Outcome<T> outcome) => outcome.IsRefused ? outcome.Problems[0] : null;
}
