using System.Collections.Immutable;
using System.Globalization;
using FundLedger.Journal;
using FundLedger.Money;

namespace FundLedger.Bank;

/// <summary>Where the fields of a profile stand in a file's rows, and how a row becomes a line.</summary>
sealed class CsvColumns
{
    readonly CsvProfile _profile;
    readonly Dictionary<CsvField, ImmutableArray<int>> _places = [];

    CsvColumns(CsvProfile profile) => _profile = profile;

    /// <summary>Finds the columns of the profile; none, with the missing ones among the findings.</summary>
    public static CsvColumns? Of(CsvProfile profile, IReadOnlyList<string> headings, long row, Findings findings)
    {
        var columns = new CsvColumns(profile);
        foreach (var (field, names) in profile.Columns.OrderBy(pair => pair.Key))
            columns._places[field] = [.. names.Select(name => Place(name, field, headings, row, findings))];
        return findings.Any ? null : columns;
    }

    /// <summary>The row as a line; none, with the reasons among the findings, when it cannot be read.</summary>
    public CsvLine? Line(IReadOnlyList<string> fields, long row, Findings findings)
    {
        var reading = new Reading(this, fields, row, findings);
        var currency = _profile.Currency ?? reading.RowCurrency();
        var booked = reading.Day(CsvField.Booked);
        if (currency is null || booked is null || reading.RowAmount(currency) is not { } amount) return null;
        var valued = Text(fields, CsvField.ValueDate).Length > 0 ? reading.Day(CsvField.ValueDate) : booked;
        Amount? balance = Has(CsvField.Balance) ? reading.Signed(CsvField.Balance, currency) : null;
        if (valued is null || (balance is null && Has(CsvField.Balance))) return null;
        var account = Has(CsvField.AccountColumn) ? Text(fields, CsvField.AccountColumn) : _profile.Account;
        var line = new BankLine(AccountNumber.Of(account, currency), booked.Value, valued.Value, amount)
        {
            BankReference = Text(fields, CsvField.BankReference),
            EndToEndId = Text(fields, CsvField.EndToEndId),
            PayerName = Text(fields, CsvField.PayerName),
            PayerAccount = AccountNumber.Unspaced(Text(fields, CsvField.PayerAccount)),
            Remittance = Text(fields, CsvField.Remittance),
            TransactionCode = Text(fields, CsvField.TransactionCode),
            Row = row,
        };
        return new CsvLine(line, balance);
    }

    static int Place(string name, CsvField field, IReadOnlyList<string> headings, long row, Findings findings)
    {
        if (name.StartsWith('#')
            && int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number - 1;
        for (var i = 0; i < headings.Count; i++)
            if (headings[i].Equals(name, StringComparison.OrdinalIgnoreCase)) return i;
        findings.Add(row, name, string.Join(" | ", headings), $"there is no column '{name}' for {Word.Of(field)}",
            "correct the profile: its columns must have the names that stand in the file's headings");
        return -1;
    }

    bool Has(CsvField field) => _places.ContainsKey(field);

    string Text(IReadOnlyList<string> fields, CsvField field)
    {
        if (!_places.TryGetValue(field, out var places)) return "";
        var texts = places.Where(place => place >= 0 && place < fields.Count).Select(place => fields[place]);
        return string.Join(' ', texts.Where(text => text.Length > 0));
    }

    /// <summary>Reading one row, with its place for the findings.</summary>
    sealed record Reading(CsvColumns Columns, IReadOnlyList<string> Fields, long Row, Findings Findings)
    {
        public Currency? RowCurrency()
        {
            var code = Columns.Text(Fields, CsvField.CurrencyColumn);
            if (Currency.TryFind(code, out var currency)) return currency;
            Refuse(CsvField.CurrencyColumn, code, "the row's currency is not a code of ISO 4217");
            return null;
        }

        public DateOnly? Day(CsvField field)
        {
            var text = Columns.Text(Fields, field);
            var format = Columns._profile.DateFormat;
            var isDay = DateOnly.TryParseExact(
                text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
            if (isDay) return day;
            Refuse(field, text, $"the date is not of the form {format}");
            return null;
        }

        public Amount? RowAmount(Currency currency)
        {
            if (Columns.Has(CsvField.Amount))
            {
                var amount = Signed(CsvField.Amount, currency);
                var side = Columns.Text(Fields, CsvField.Side);
                return side.Equals(Columns._profile.DebitWord, StringComparison.OrdinalIgnoreCase) ? -amount : amount;
            }

            // A debit may be written with or without its minus.
            var credit = Optional(CsvField.Credit, currency);
            var debit = Optional(CsvField.Debit, currency);
            return debit is { IsPositive: true } ? credit - debit : credit + debit;
        }

        public Amount? Signed(CsvField field, Currency currency)
        {
            var text = Columns.Text(Fields, field);
            if (CsvAmount.TryRead(text, Columns._profile.DecimalMark, currency, out var amount)) return amount;
            var mark = Columns._profile.DecimalMark;
            Refuse(field, text, $"this is not an amount in {currency} with '{mark}' before the decimals");
            return null;
        }

        Amount? Optional(CsvField field, Currency currency) =>
            Columns.Text(Fields, field).Length == 0 ? Amount.Zero(currency) : Signed(field, currency);

        void Refuse(CsvField field, string value, string message) =>
            Findings.Add(Row, Word.Of(field), value, message, "correct the row or the profile");
    }
}
