using System.Globalization;
using FundLedger.Data.Engines;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Pledges;
using FundLedger.Rates;
using FundLedger.Reports;

namespace FundLedger.Data.Journal;

/// <summary>
/// The records of one entry as people read them: amounts in their currency and not in its smallest units, pledges and payments by
/// their references and not by the numbers of their entries.
/// </summary>
sealed class EntryRecords(Ledger ledger, long entry)
{
    internal IEnumerable<RecordText> Read() => Shapes.All.Where(shape => shape != Posting.Shape).SelectMany(shape =>
        ledger.Query<dynamic>($"SELECT * FROM {shape.Table} WHERE entry = @entry ORDER BY line", new { entry })
            .Select(row => Record(shape, (IDictionary<string, object?>)row)));

    RecordText Record(RecordShape shape, IDictionary<string, object?> values) => new(shape.Table,
    [
        .. shape.Fields.Where(field => values[field.Name] is not (null or ""))
            .Select(field => (field.Name, Cell(shape, field, values))),
    ]);

    Cell Cell(RecordShape shape, Field field, IDictionary<string, object?> values) => field.Kind switch
    {
        FieldKind.Day => ColumnTypes.DayOf(values[field.Name]!),
        FieldKind.Bytes => Convert.ToHexStringLower((byte[])values[field.Name]!),
        FieldKind.Number => Number(shape, field, values),
        _ => (string)values[field.Name]!,
    };

    Cell Number(RecordShape shape, Field field, IDictionary<string, object?> values)
    {
        var number = Convert.ToInt64(values[field.Name], CultureInfo.InvariantCulture);
        return field.Name switch
        {
            "pledge" or "payment" when number != 0 => new TextCell(Reference(field.Name, number)) { Link = $"/{field.Name}s/{number}" },
            "rate" => new RateCell(Rate.UnitsOf(number)),
            _ when CurrencyOf(shape, field.Name, values) is { } code => new Amount(number, Currency.Of(code)),
            _ => number.ToString(CultureInfo.InvariantCulture),
        };
    }

    /// <summary>The currency in which a field counts; none where it is no amount.</summary>
    string? CurrencyOf(RecordShape shape, string field, IDictionary<string, object?> values) => field switch
    {
        "usd" or "threshold_usd" => Currency.Usd.Code,
        "settled" or "original" or "charges" => values[field + "_currency"] as string,
        "amount" when shape == Instalment.Shape => CurrencyOfPledge(values["pledge"]),
        "amount" or "opening" or "closing" => values["currency"] as string,
        _ => null,
    };

    string? CurrencyOfPledge(object? pledge) =>
        ledger.Single<string>("SELECT currency FROM pledge WHERE entry = @pledge", new { pledge });

    string Reference(string table, long number) =>
        ledger.Single<string>($"SELECT reference FROM {table} WHERE entry = @number", new { number })
        ?? number.ToString(CultureInfo.InvariantCulture);
}
