using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Pledges;

namespace FundLedger.Cli;

/// <summary>Reads what people type behind options: days, amounts and words, each with a problem that names the option.</summary>
static class Input
{
    internal static Outcome<DateOnly> Day(string? text, DateOnly fallback, string option)
    {
        if (text is null) return fallback;
        return DayText.TryParse(text, out var day, out var why) ? day
            : new Problem($"{option} '{text}' is not a day: {why}", "write it as year-month-day, such as 2025-03-31")
            { Column = option, Value = text };
    }

    internal static Outcome<DateTimeOffset?> Moment(string? text, string option)
    {
        if (text is null) return (DateTimeOffset?)null;
        return DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.AssumeUniversal, out var moment) ? moment
            : new Problem($"{option} '{text}' is not a moment", "write it like 2025-03-31T12:00:00Z") { Column = option, Value = text };
    }

    internal static Outcome<Currency> Currency(string text) => Money.Currency.TryFind(text, out var currency) ? currency
        : new Problem($"there is no currency '{text}'", "give the three letters of ISO 4217, such as USD, EUR or NOK")
        { Column = "--currency", Value = text };

    internal static Outcome<Amount> Amount(string text, Currency currency, string option) =>
        AmountText.TryParseTyped(text, currency, out var amount, out var why) ? amount
            : new Problem($"{option} '{text}' cannot be read: {why}", $"write it like 12500.00, in {currency}")
            { Column = option, Value = text };

    internal static Outcome<Amount?> OptionalAmount(string? text, Currency currency, string option) =>
        text is null ? (Amount?)null : Amount(text, currency, option).Then<Amount?>(amount => amount);

    internal static Outcome<T> OneOf<T>(string? text, T fallback, string option) where T : struct, Enum
    {
        if (text is null) return fallback;
        return Word.TryParse<T>(text, out var member) ? member
            : new Problem($"{option} '{text}' is not a word it knows", $"write one of: {Word.List<T>()}") { Column = option, Value = text };
    }

    /// <summary>
    /// Instalments as given: each as <c>2025-03-31=500.00</c>, or a number of equal ones from a first day on. None where
    /// nothing is given.
    /// </summary>
    internal static Outcome<InstalmentPlan?> Plan(string[] each, int? count, string? first, int every, Currency currency, DateOnly fallback)
    {
        if (each.Length == 0 && count is null && first is null) return (InstalmentPlan?)null;
        if (each.Length == 0)
            return Day(first, fallback, "--due").Then<InstalmentPlan?>(day =>
                new InstalmentPlan { Count = count ?? 1, First = day, MonthsApart = every });
        var parts = ImmutableArray.CreateBuilder<PlannedInstalment>();
        foreach (var text in each)
        {
            var sides = text.Split('=', 2);
            if (sides.Length != 2)
                return new Problem($"the instalment '{text}' has no amount", "write it like 2025-03-31=500.00")
                {
                    Column = "--instalment",
                    Value = text
                };
            var part = Day(sides[0], default, "--instalment").Then(due => Amount(sides[1], currency, "--instalment")
                .Then<PlannedInstalment>(amount => new PlannedInstalment(due, amount)));
            if (part.IsRefused) return new Refusal(part.Problems);
            parts.Add(part.Value);
        }

        return new InstalmentPlan { Each = parts.ToImmutable() };
    }
}
