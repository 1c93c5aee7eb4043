using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Letters;
using FundLedger.Reports.Iati;
using FundLedger.Reports.Receivables;
using FundLedger.Statements;

namespace FundLedger.Settings;

/// <summary>A setting that people may change: what it means, and what stands in the way of a value.</summary>
public sealed record KnownSetting(string Name, string Meaning, string Example, Func<string, Problem?> Objection)
{
    public static ImmutableArray<KnownSetting> All { get; } =
    [
        new(AllowanceTable.SettingName, "percentages for doubtful receivables by days overdue", "181-365=25 over-365=50",
            value => ProblemOf(AllowanceTable.Parse(value))),
        new(LetterSettings.SenderName, "the sender's lines in letters, joined by |", "Office of the Treasurer|Geneva", _ => null),
        new(LetterSettings.PlaceName, "the place in the date line of letters", "Geneva", _ => null),
        new(LetterSettings.SignatoryName, "who signs letters, and in what capacity, joined by |", "A. Person|Treasurer", _ => null),
        new(SupportCosts.AgreementsSetting, "rates of programme support costs of single agreements, in per cent", "NOR-2022=7 DEU-2024=0",
            value => ProblemOf(SupportCosts.Agreements(value))),
        new(PlannedExpenditure.SettingName, "planned expenditure by fund and year, in US$", "VFTC:2026=22000000",
            value => ProblemOf(PlannedExpenditure.Parse(value))),
        new(IatiPublisher.ReferenceSetting, "the publisher's identifier in IATI files", "XM-DAC-41313", _ => null),
        new(IatiPublisher.NameSetting, "the publisher's name in IATI files", "Office of the High Commissioner", _ => null),
        new(IatiPublisher.TypeSetting, "the publisher's code of organisation type in IATI files", "40", _ => null),
        Days(ReminderRules.FirstAfterName, "days overdue after which a first reminder is due; usually 30"),
        Days(ReminderRules.EveryName, "days between two reminders; usually 30"),
        Days(ReminderRules.AtMostName, "how often an instalment is reminded of at most; usually 3"),
    ];

    public static Outcome<KnownSetting> Find(string name) => All.FirstOrDefault(setting => setting.Name == name) is { } found
        ? found
        : new Problem($"there is no setting '{Quoted.Short(name)}'",
            $"use one of: {string.Join(", ", All.Select(setting => setting.Name))}")
        { Column = "setting", Value = name };

    static KnownSetting Days(string name, string meaning) =>
        new(name, meaning, "30", value => ReminderRules.Objection(name, value));

    static Problem? ProblemOf<T>(Outcome<T> outcome) => outcome.IsRefused ? outcome.Problems[0] : null;
}
