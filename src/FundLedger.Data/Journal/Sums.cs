using FundLedger.Data.Engines;
using FundLedger.Journal;

namespace FundLedger.Data.Journal;

/// <summary>What postings are added up by.</summary>
readonly record struct SumKey(string Fund, string Donor, int Year, Account Account, Movement Movement, int DueYear);

/// <summary>A table of sums that grow with each transaction: its name, and the columns that tell its rows apart.</summary>
sealed class Sums(Func<string, Statement> prepare, string table, string[] keys)
{
    readonly Statement _add = prepare($"""
        INSERT INTO {table} ({string.Join(", ", keys)}, usd, postings)
        VALUES ({string.Join(", ", Enumerable.Range(1, keys.Length + 2).Select(value => $"?{value}"))})
        ON CONFLICT ({string.Join(", ", keys)})
        DO UPDATE SET usd = {table}.usd + excluded.usd, postings = {table}.postings + excluded.postings
        """);

    internal void Add(IEnumerable<KeyValuePair<SumKey, (long Usd, long Postings)>> sums)
    {
        foreach (var (key, sum) in sums)
        {
            foreach (var column in keys) Bind(column, key);
            _add.Number(sum.Usd);
            _add.Number(sum.Postings);
            _add.Execute();
        }
    }

    void Bind(string column, SumKey key)
    {
        switch (column)
        {
            case "fund": _add.Text(key.Fund); break;
            case "donor": _add.Text(key.Donor); break;
            case "year": _add.Number(key.Year); break;
            case "account": _add.Text(Word.Of(key.Account)); break;
            case "movement": _add.Text(Word.Of(key.Movement)); break;
            case "due_year": _add.Number(key.DueYear); break;
            default: throw new ArgumentOutOfRangeException(nameof(column), column, null);
        }
    }
}
