using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Money;

namespace FundLedger.Bank;

/// <summary>
/// How one bank writes its statements as delimited text. Columns are named by their heading, or by number as "#3".
/// </summary>
public sealed record CsvProfile
{
    public string Name { get; init; } = "";

    /// <summary>The account of every row, where no column names it.</summary>
    public string Account { get; init; } = "";

    /// <summary>The currency of every row, where no column names it.</summary>
    public Currency? Currency { get; init; }

    public char Delimiter { get; init; } = ',';

    public char DecimalMark { get; init; } = '.';

    public string DateFormat { get; init; } = "yyyy-MM-dd";

    /// <summary>How many lines stand before the headings or, where there are none, before the first row.</summary>
    public int Skip { get; init; }

    public bool HasHeadings { get; init; } = true;

    /// <summary>The word in the column <see cref="CsvField.Side"/> that marks a debit.</summary>
    public string DebitWord { get; init; } = "D";

    /// <summary>Which columns hold what. A remittance text may be spread over several.</summary>
    public ImmutableDictionary<CsvField, ImmutableArray<string>> Columns { get; init; } =
        ImmutableDictionary<CsvField, ImmutableArray<string>>.Empty;

    public bool Has(CsvField field) => Columns.ContainsKey(field);

    /// <summary>
    /// Reads a profile from lines of the form <c>key = value</c>. Blank lines and lines that begin with # are passed
    /// over; several columns of one field are joined by +.
    /// </summary>
    public static Outcome<CsvProfile> Parse(TextReader reader, string fileName)
    {
        var parser = new CsvProfileParser(fileName);
        for (long row = 1; reader.ReadLine() is { } line; row++) parser.Take(line, row);
        return parser.Finish();
    }
}

/// <summary>What a column of a CSV statement may hold. The words of a profile are these names: "payer-name".</summary>
public enum CsvField
{
    Booked,
    ValueDate,

    /// <summary>The signed amount, or the amount without sign where <see cref="Side"/> says which it is.</summary>
    Amount,
    Side,
    Debit,
    Credit,

    /// <summary>The balance after the row, by which the rows are checked.</summary>
    Balance,
    AccountColumn,
    CurrencyColumn,
    PayerName,
    PayerAccount,
    Remittance,
    BankReference,
    EndToEndId,
    TransactionCode,
}
