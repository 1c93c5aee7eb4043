using System.Collections.Immutable;
using System.Globalization;
using FundLedger.Checks;
using FundLedger.Journal;
using FundLedger.Money;

namespace FundLedger.Bank;

/// <summary>Reads a profile's lines one by one and says what is wrong with them.</summary>
sealed class CsvProfileParser(string fileName)
{
    const string Settings =
        "name, account, currency, delimiter, decimal-mark, date-format, skip, headings, debit-word";

    readonly string _file = Path.GetFileName(fileName);
    readonly ImmutableArray<Problem>.Builder _problems = ImmutableArray.CreateBuilder<Problem>();
    CsvProfile _profile = new();

    public void Take(string line, long row)
    {
        var text = line.Trim();
        if (text.Length == 0 || text.StartsWith('#')) return;
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
            Refuse(row, null, text, "the line is not of the form key = value", "write for example: delimiter = ;");
        else
            Set(text[..equals].Trim(), text[(equals + 1)..].Trim(), row);
    }

    public Outcome<CsvProfile> Finish()
    {
        if (!_profile.Has(CsvField.Booked)) Missing("booked", "the column with the booking date");
        if (!_profile.Has(CsvField.Amount) && !(_profile.Has(CsvField.Debit) && _profile.Has(CsvField.Credit)))
            Missing("amount", "the column with the amount, or both of debit and credit");
        if (_profile.Account.Length == 0 && !_profile.Has(CsvField.AccountColumn))
            Missing("account", "the account number, or account-column");
        if (_profile.Currency is null && !_profile.Has(CsvField.CurrencyColumn))
            Missing("currency", "the currency, or currency-column");
        return _problems.Count > 0 ? new Refusal(_problems.ToImmutable()) : _profile;
    }

    void Set(string key, string value, long row)
    {
        switch (key)
        {
            case "name":
                _profile = _profile with { Name = value };
                break;
            case "account":
                _profile = _profile with { Account = value };
                break;
            case "currency" when Currency.TryFind(value, out var currency):
                _profile = _profile with { Currency = currency };
                break;
            case "delimiter" when value == "tab" || value.Length == 1:
                _profile = _profile with { Delimiter = value == "tab" ? '\t' : value[0] };
                break;
            case "decimal-mark" when value is "," or ".":
                _profile = _profile with { DecimalMark = value[0] };
                break;
            case "date-format" when IsDateFormat(value):
                _profile = _profile with { DateFormat = value };
                break;
            case "skip" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var lines):
                _profile = _profile with { Skip = lines };
                break;
            case "headings" when value is "yes" or "no":
                _profile = _profile with { HasHeadings = value == "yes" };
                break;
            case "debit-word" when value.Length > 0:
                _profile = _profile with { DebitWord = value };
                break;
            default:
                SetColumn(key, value, row);
                break;
        }
    }

    void SetColumn(string key, string value, long row)
    {
        if (Settings.Split(", ").Contains(key))
            Refuse(row, key, value, $"'{value}' is not a value that {key} can have", "see the example profile");
        else if (!Word.TryParse<CsvField>(key, out var field))
            Refuse(row, key, value, $"there is no setting '{key}'", $"use one of: {Settings}, {Word.List<CsvField>()}");
        else
            _profile = _profile with { Columns = _profile.Columns.SetItem(field, Names(value)) };
    }

    static ImmutableArray<string> Names(string columns) =>
        [.. columns.Split('+', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    // A format that writes a day and reads the same day back names day, month and year in full.
    static bool IsDateFormat(string format)
    {
        var day = new DateOnly(2026, 11, 25);
        try
        {
            return DateOnly.TryParseExact(
                day.ToString(format, CultureInfo.InvariantCulture), format, CultureInfo.InvariantCulture,
                DateTimeStyles.None, out var again) && again == day;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    void Missing(string key, string what) =>
        Refuse(null, key, null, $"the profile does not name {what}", $"add a line: {key} = …");

    void Refuse(long? row, string? column, string? value, string message, string remedy) =>
        _problems.Add(new Problem(message, remedy) { File = _file, Row = row, Column = column, Value = value });
}
