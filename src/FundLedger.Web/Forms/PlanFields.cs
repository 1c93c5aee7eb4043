using System.Collections.Immutable;
using System.Globalization;
using FundLedger.Money;
using FundLedger.Pledges;

namespace FundLedger.Web.Forms;

/// <summary>Reads the fields by which equal instalments are asked for: how many, when the first falls due, how many months apart.</summary>
static class PlanFields
{
    const int UsualMonths = 12;
    const int MostMonths = 120;

    internal static InstalmentPlan? Read(DeskForm form, DateOnly today, DateOnly firstUsually)
    {
        var due = form.Day("due", today);
        if (form["instalments"].Length == 0 && due is null) return null;
        return new InstalmentPlan
        {
            Count = Number(form, "instalments", 1, Schedule.MostInstalments),
            First = due ?? firstUsually,
            MonthsApart = Number(form, "every", UsualMonths, MostMonths),
        };
    }

    /// <summary>Instalments written out, one a line: the day and the amount. None where nothing is written.</summary>
    internal static InstalmentPlan? Each(DeskForm form, Amount? amount, DateOnly today)
    {
        if (amount is not { } whole || form["plan"].Length == 0) return null;
        var parts = ImmutableArray.CreateBuilder<PlannedInstalment>();
        foreach (var line in form["plan"].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var sides = line.Split([' ', '=', '\t'], 2, StringSplitOptions.TrimEntries);
            string? why = null;
            if (sides.Length == 2 && TypedDay.TryRead(sides[0], today, out var due, out why)
                && AmountText.TryParseTyped(sides[1], whole.Currency, out var part, out why))
                parts.Add(new PlannedInstalment(due, part));
            else form.Refuse("plan", $"{line}: {why ?? "2026-03-31 500.00"}");
        }

        return new InstalmentPlan { Each = parts.ToImmutable() };
    }

    static int Number(DeskForm form, string field, int usual, int most)
    {
        if (form[field].Length == 0) return usual;
        if (int.TryParse(form[field], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most)
            return number;
        form.Refuse(field, $"1–{most.ToString(CultureInfo.InvariantCulture)}");
        return usual;
    }
}
