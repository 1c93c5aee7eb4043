using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Data.Files;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Pledges;

namespace FundLedger.Data.Contributions;

/// <summary>
/// Reads one row of the import format. Every mistake in the row is named, not only the first; donors and funds are
/// resolved to their codes.
/// </summary>
sealed class ContributionReader(
    ContributionColumns columns, Func<string, Outcome<string>> donorCode, Func<string, Outcome<string>> fundCode, DateOnly today)
{
    static readonly DateOnly Earliest = new(1945, 10, 24);

    readonly List<Problem> _problems = [];

    /// <summary>The problems of the row read last.</summary>
    internal IReadOnlyList<Problem> Problems => _problems;

    /// <summary>Which of the two kinds a row is; none, with a problem, where it is neither.</summary>
    internal static ContributionKind? KindOf(FileRow row, ContributionColumns columns) => row[columns.Kind].Trim() switch
    {
        var kind when kind.Equals("pledge", StringComparison.OrdinalIgnoreCase) => ContributionKind.Pledge,
        var kind when kind.Equals("payment", StringComparison.OrdinalIgnoreCase) => ContributionKind.Payment,
        _ => null,
    };

    /// <summary>The row, or none where it has <see cref="Problems"/>.</summary>
    internal ContributionRow? Read(FileRow row, ContributionKind kind)
    {
        _problems.Clear();
        var currency = ReadCurrency(row);
        var amount = currency is null ? default : ReadAmount(row, columns.Amount, currency);
        var date = ReadDate(row);
        var donor = Resolve(row, columns.Donor, donorCode, "name the donor by its code or name");
        var fund = Resolve(row, columns.Fund, fundCode, "name the fund: VFTC, UPR-P, LDC-SIDS or UPR-I");
        var status = kind == ContributionKind.Pledge ? ReadWord(row, columns.Status, Rung.Pledged) : ReadPaidStatus(row);
        var form = ReadWord(row, columns.Form, ContributionForm.Monetary);
        var plan = kind == ContributionKind.Pledge && currency is not null ? ReadDue(row, currency) : null;
        if (_problems.Count > 0) return null;
        return new ContributionRow(kind, row.Number, Optional(row, columns.Reference), donor!, fund!, date, amount)
        {
            Pledge = Optional(row, columns.Pledge),
            Status = status,
            Form = form,
            Plan = plan,
            Earmarking = Optional(row, columns.Earmarking),
            Usd = Optional(row, columns.Usd),
            Note = ReadNote(row),
        };
    }

    Currency? ReadCurrency(FileRow row)
    {
        var code = row.Text(columns.Currency);
        if (Currency.TryFind(code, out var currency)) return currency;
        Refuse(row, columns.Currency, code.Length == 0 ? "the currency is missing" : $"there is no currency '{code}'",
            "give the three letters of ISO 4217, such as USD, EUR or NOK");
        return null;
    }

    Amount ReadAmount(FileRow row, int column, Currency currency)
    {
        if (AmountText.TryParse(row[column], currency, out var amount, out var why)) return amount;
        Refuse(row, column, $"the amount cannot be read: {why}", $"write it like 12500.00, in {currency}");
        return default;
    }

    DateOnly ReadDate(FileRow row)
    {
        if (!DayText.TryParse(row[columns.Date], out var date, out var why))
            Refuse(row, columns.Date, $"the date cannot be read: {why}", "write it as year-month-day, such as 2025-03-31");
        else if (date < Earliest || date > today.AddYears(1))
            Refuse(row, columns.Date, $"{DayText.Iso(date)} is not a day on which the funds could have been promised or paid money",
                "check the year");
        return date;
    }

    string? Resolve(FileRow row, int column, Func<string, Outcome<string>> resolve, string remedy)
    {
        var text = row.Text(column);
        if (text.AsSpan().Trim().IsEmpty)
        {
            Refuse(row, column, $"the {columns.NameOf(column)} is missing", remedy);
            return null;
        }

        var found = resolve(text);
        if (!found.IsRefused) return found.Value;
        Refuse(row, column, found.Problems[0].Message, found.Problems[0].Remedy);
        return null;
    }

    T ReadWord<T>(FileRow row, int column, T fallback) where T : struct, Enum
    {
        var word = row.Text(column);
        if (word.Length == 0) return fallback;
        if (Word.TryParse<T>(word.Replace(' ', '-'), out var member)) return member;
        Refuse(row, column, $"'{word}' is not one of the words for {columns.NameOf(column)}", $"write one of: {Word.List<T>()}");
        return fallback;
    }

    /// <summary>A payment has no rung; people write that it is paid, and that is all it can be.</summary>
    Rung ReadPaidStatus(FileRow row)
    {
        var word = row.Text(columns.Status).Trim();
        if (word.Length > 0 && !word.Equals("paid", StringComparison.OrdinalIgnoreCase)
            && !word.Equals("received", StringComparison.OrdinalIgnoreCase))
            Refuse(row, columns.Status, $"a payment cannot have the status '{word}'", "leave the status of a payment empty, or write paid");
        return Rung.Pledged;
    }

    /// <summary>One day, or instalments written as 2025-03-31=500.00; 2026-03-31=500.00.</summary>
    InstalmentPlan? ReadDue(FileRow row, Currency currency)
    {
        var text = row.Text(columns.Due);
        if (text.Length == 0) return null;
        var each = ImmutableArray.CreateBuilder<PlannedInstalment>();
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var sides = part.Split('=', 2);
            if (!DayText.TryParse(sides[0], out var due, out var why))
            {
                Refuse(row, columns.Due, $"the due date cannot be read: {why}",
                    "write one day such as 2025-03-31, or instalments such as 2025-03-31=500.00; 2026-03-31=500.00");
                return null;
            }

            if (sides.Length == 1 && !text.Contains(';', StringComparison.Ordinal)) return InstalmentPlan.Once(due);
            if (sides.Length == 1 || !AmountText.TryParse(sides[1], currency, out var amount, out why))
            {
                Refuse(row, columns.Due, $"the instalment '{part}' has no amount that can be read{(why is null ? "" : ": " + why)}",
                    "write instalments such as 2025-03-31=500.00; 2026-03-31=500.00");
                return null;
            }

            each.Add(new PlannedInstalment(due, amount));
        }

        return new InstalmentPlan { Each = each.ToImmutable() };
    }

    string? ReadNote(FileRow row)
    {
        var note = Optional(row, columns.Note);
        foreach (var column in columns.Notes)
            if (Optional(row, column) is { } extra)
                note = (note is null ? "" : note + "; ") + columns.NameOf(column) + ": " + extra;
        return note;
    }

    static string? Optional(FileRow row, int column)
    {
        var text = column < 0 ? "" : row.Text(column);
        return text.AsSpan().Trim().IsEmpty ? null : text.Trim();
    }

    void Refuse(FileRow row, int column, string message, string remedy) => _problems.Add(row.Refuse(column, message, remedy));
}
