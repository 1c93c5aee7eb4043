using System.Globalization;
using FundLedger.Checks;

namespace FundLedger.Letters;

/// <summary>When an overdue instalment is reminded of: first after so many days, again after so many, at most so often.</summary>
public sealed record ReminderRules(int FirstAfter = 30, int Every = 30, int AtMost = 3)
{
    public const string FirstAfterName = "reminders.first-after";
    public const string EveryName = "reminders.every";
    public const string AtMostName = "reminders.at-most";

    const int LongestInDays = 3650;

    /// <summary>The rules that the settings give, and what is usual where they give none.</summary>
    public static ReminderRules Of(Func<string, string?> setting)
    {
        var usual = new ReminderRules();
        int Days(string name, int otherwise) => setting(name) is { } text ? Read(text) ?? otherwise : otherwise;
        return new ReminderRules(
            Days(FirstAfterName, usual.FirstAfter), Days(EveryName, usual.Every), Days(AtMostName, usual.AtMost));
    }

    /// <summary>The next step for an instalment, or none while no reminder is due.</summary>
    /// <param name="due">The day the instalment fell due.</param>
    /// <param name="last">The last reminder: its step and its day; none where there was none.</param>
    /// <param name="day">The day of writing.</param>
    public int? NextStep(DateOnly due, (int Step, DateOnly Day)? last, DateOnly day)
    {
        if (day.DayNumber - due.DayNumber < Math.Max(1, FirstAfter)) return null;
        if (last is not { } sent) return AtMost > 0 ? 1 : null;
        return sent.Step < AtMost && day.DayNumber - sent.Day.DayNumber >= Every ? sent.Step + 1 : null;
    }

    /// <summary>What is wrong with these rules; none where they can be followed.</summary>
    public Problem? Objection() =>
        FirstAfter is < 1 or > LongestInDays ? Odd("first-after", FirstAfter, $"give 1 to {LongestInDays} days")
        : Every is < 1 or > LongestInDays ? Odd("every", Every, $"give 1 to {LongestInDays} days")
        : AtMost is < 1 or > 20 ? Odd("at-most", AtMost, "give 1 to 20 reminders") : null;

    /// <summary>What is wrong with a setting's value.</summary>
    public static Problem? Objection(string name, string value) => Read(value) is { } number
        ? new ReminderRules(name == FirstAfterName ? number : 1, name == EveryName ? number : 1, name == AtMostName ? number : 1)
            .Objection()
        : new Problem($"'{Quoted.Short(value)}' is not a whole number", "write it like 30") { Column = name, Value = value };

    static int? Read(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    static Problem Odd(string name, int value, string remedy) =>
        new($"{name} is {value}", remedy) { Column = name };
}
