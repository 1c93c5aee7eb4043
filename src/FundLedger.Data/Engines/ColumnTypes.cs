using System.Data;
using System.Globalization;
using Dapper;
using FundLedger.Money;

namespace FundLedger.Data.Engines;

/// <summary>How Dapper reads and writes days and currencies. Registered once, before the first query.</summary>
static class ColumnTypes
{
    static int _registered;

    internal static void Register()
    {
        if (Interlocked.Exchange(ref _registered, 1) == 1) return;
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.RemoveTypeMap(typeof(DateOnly));
        SqlMapper.RemoveTypeMap(typeof(DateOnly?));
        SqlMapper.AddTypeHandler(new DayHandler());
        SqlMapper.AddTypeHandler(new CurrencyHandler());
    }

    /// <summary>A day as an engine gives it.</summary>
    internal static DateOnly DayOf(object value) => value switch
    {
        DateOnly day => day,
        DateTime moment => DateOnly.FromDateTime(moment),
        _ => DateOnly.ParseExact((string)value, "yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    sealed class DayHandler : SqlMapper.TypeHandler<DateOnly>
    {
        public override DateOnly Parse(object value) => DayOf(value);

        public override void SetValue(IDbDataParameter parameter, DateOnly value) =>
            parameter.Value = parameter is Microsoft.Data.Sqlite.SqliteParameter
                ? value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                : value;
    }

    sealed class CurrencyHandler : SqlMapper.TypeHandler<Currency>
    {
        public override Currency Parse(object value) => Currency.Of((string)value);

        public override void SetValue(IDbDataParameter parameter, Currency? value) => parameter.Value = value?.Code;
    }
}
