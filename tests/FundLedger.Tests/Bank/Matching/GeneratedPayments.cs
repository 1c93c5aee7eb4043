using System.Globalization;
using System.Text;
using FundLedger.Bank;
using FundLedger.Bank.Matching;
using FundLedger.Money;
using FundLedger.Rates;

namespace FundLedger.Tests.Bank.Matching;

/// <summary>A line together with what it truly pays: which instalments, or none.</summary>
sealed record TruePayment(BankLine Line, string Kind, IReadOnlyList<OpenInstalment> Pays);

/// <summary>
/// Ten years of a treasury, a hundred lines a year, from one seed: names mangled on the way, references broken or
/// missing or wrong, charges deducted, other currencies, payments of several instalments, of parts and in two parts,
/// twins, payments for pledges long closed, and money that has nothing to do with any pledge.
/// </summary>
sealed class GeneratedPayments
{
    public const int Years = 10;
    const int LinesAYear = 100;

    static readonly string[] Countries =
    [
        "Norway", "Finland", "Sweden", "Denmark", "Iceland", "Germany", "France", "Spain", "Portugal", "Ireland",
        "Austria", "Switzerland", "Belgium", "Luxembourg", "Netherlands", "Czechia", "Poland", "Estonia", "Latvia",
        "Lithuania", "Malta", "Cyprus", "Türkiye", "Morocco", "Egypt", "Qatar", "Kuwait", "Oman", "Saudi Arabia",
        "India", "Kazakhstan", "Japan", "Republic of Korea", "China", "Singapore", "Thailand", "Philippines",
        "Australia", "New Zealand", "Papua New Guinea", "Guinea", "Equatorial Guinea", "Guinea-Bissau", "Niger", "Nigeria", "Congo",
        "Democratic Republic of the Congo", "Dominica", "Dominican Republic", "Chile", "Peru", "Colombia", "Mexico",
        "Costa Rica", "Côte d'Ivoire", "Sao Tome and Principe", "Liechtenstein", "Monaco", "Andorra", "San Marino",
    ];

    static readonly string[] Currencies = ["USD", "USD", "USD", "EUR", "EUR", "CHF", "NOK", "SEK", "JPY", "KWD"];

    static readonly string[] Strangers =
    [
        "CANTEEN", "REFUND TRAVEL AGENCY", "TELEPHONE COMPANY", "VISITORS SERVICE", "MINISTRY OF FINANCE",
        "CORRESPONDENT BANK NA", "UNITED NATIONS FEDERAL CREDIT UNION",
    ];

    readonly Random _random;
    readonly List<OpenInstalment> _open = [];
    readonly List<KnownPayer> _payers = [];
    readonly HashSet<(long, int)> _used = [];
    readonly Dictionary<string, (string Name, string Account)> _banks = [];
    long _pledges;

    public GeneratedPayments(int seed)
    {
        _random = new Random(seed);
        Names = [.. Countries.Select(country => new DonorName(country, country)),
            .. Countries.Select(country => new DonorName(country, "Permanent Mission of " + country))];
        foreach (var country in Countries) AddPayer(country);
        Rates = new RateTable(new[]
        {
            ("EUR", 91_000_000), ("CHF", 88_000_000), ("NOK", 1_060_000_000), ("SEK", 1_030_000_000),
            ("JPY", 14_700_000_000), ("KWD", 30_700_000),
        }.Select(rate => new Rate(Currency.Of(rate.Item1), new DateOnly(2010, 1, 1), rate.Item2, "generated")));
    }

    public IReadOnlyList<DonorName> Names { get; }

    public RateTable Rates { get; }

    public IReadOnlyCollection<KnownPayer> Payers => _payers;

    /// <summary>
    /// The claims open at the beginning of a year and the year's lines, which later years take as paid.
    /// </summary>
    public (OpenInstalment[] Open, TruePayment[] Lines) Year(int year)
    {
        while (_open.Count < 160) AddPledge(2016 + year);
        _used.Clear();
        OpenInstalment[] open = [.. _open];
        var lines = new List<TruePayment>();
        while (lines.Count < LinesAYear) lines.AddRange(Some(2016 + year));
        foreach (var line in lines)
            foreach (var paid in line.Pays)
                Settle(line, paid);
        lines.Sort((one, other) => one.Line.Booked.CompareTo(other.Line.Booked) is var days && days != 0
            ? days
            : string.CompareOrdinal(one.Line.Key, other.Line.Key));
        return (open, [.. lines]);
    }

    // A part payment leaves the rest open; two halves leave nothing.
    void Settle(TruePayment line, OpenInstalment paid)
    {
        _open.RemoveAll(one => (one.Pledge, one.Instalment) == (paid.Pledge, paid.Instalment));
        if (line.Kind == "part") _open.Add(paid with { Outstanding = paid.Outstanding - line.Line.Amount });
    }

    void AddPayer(string country)
    {
        // A third pays through a ministry whose name does not say of which country.
        var name = _random.Next(3) == 0 ? "Ministry of Finance" : "Ministry of Foreign Affairs of " + country;
        var account = "XX" + Digits() + Digits();
        _banks[country] = (name, account);
        if (_random.Next(4) > 0) _payers.Add(new KnownPayer(country, name, account));
    }

    void AddPledge(int year)
    {
        var pledge = ++_pledges;
        var donor = Pick(Countries);
        var currency = Currency.Of(Pick(Currencies));
        // Round amounts, so that many are equal.
        var thousands = Pick<long>([5, 10, 25, 50, 50, 100, 100, 250]);
        var amount = new Amount(thousands * 1000 * currency.UnitsPerWhole, currency);
        var due = new DateOnly(year, 1, 1).AddDays(_random.Next(365));
        for (var instalment = 1; instalment <= Pick<int>([1, 1, 2, 3]); instalment++)
            _open.Add(new OpenInstalment(
                pledge, FormattableString.Invariant($"PLG-{pledge:0000}"), instalment, donor, "VFTC",
                due.AddMonths(6 * (instalment - 1)), amount));
    }

    TruePayment[] Some(int year) => _random.Next(100) switch
    {
        < 46 => [Whole(NextOpen(), "whole")],
        < 58 => [Charged(NextOpen())],
        < 66 => [Converted(NextOpen())],
        < 74 => [Combined(NextOpen())],
        < 79 => [Part(NextOpen())],
        < 83 => Halves(NextOpen()),
        < 87 => Twins(NextOpen()),
        < 91 => [Closed(year)],
        _ => [Unrelated(year)],
    };

    // Each instalment is paid once; mostly the older ones, as they fall due.
    OpenInstalment NextOpen()
    {
        var next = Pick(Unused().OrderBy(one => one.Due).Take(40).ToArray());
        _used.Add((next.Pledge, next.Instalment));
        return next;
    }

    IEnumerable<OpenInstalment> Unused() => _open.Where(one => !_used.Contains((one.Pledge, one.Instalment)));

    TruePayment Whole(OpenInstalment owed, string kind) => new(Line(owed, owed.Outstanding), kind, [owed]);

    TruePayment Charged(OpenInstalment owed)
    {
        var unit = owed.Outstanding.Currency.UnitsPerWhole;
        var most = owed.Outstanding.Currency.Code == "KWD" ? 10 : 40;
        var charge = new Amount(_random.Next(2, most) * unit, owed.Outstanding.Currency);
        var line = Line(owed, owed.Outstanding - charge);
        return new(_random.Next(3) == 0 ? line with { Charges = charge } : line, "charged", [owed]);
    }

    TruePayment Converted(OpenInstalment owed)
    {
        var into = Currency.Of(owed.Outstanding.Currency.Code == "USD" ? "EUR" : "USD");
        var day = owed.Due!.Value;
        var dollars = Rates.On(day, owed.Outstanding.Currency).Value.ToUsd(owed.Outstanding);
        var worth = Rates.On(day, into).Value.FromUsd(dollars);
        var arrived = new Amount(worth.MinorUnits * (1000 + _random.Next(-20, 21)) / 1000, into);
        var line = Line(owed, arrived);
        return new(_random.Next(2) == 0 ? line with { Original = owed.Outstanding } : line, "converted", [owed]);
    }

    TruePayment Combined(OpenInstalment first)
    {
        var others = Unused()
            .Where(one => one.Donor == first.Donor && one.Outstanding.Currency == first.Outstanding.Currency)
            .OrderBy(one => one.Due).Take(_random.Next(1, 3)).ToArray();
        if (others.Length == 0) return Whole(first, "whole");
        foreach (var other in others) _used.Add((other.Pledge, other.Instalment));
        OpenInstalment[] all = [first, .. others];
        var sum = new Amount(all.Sum(one => one.Outstanding.MinorUnits), first.Outstanding.Currency);
        var references = string.Join(" + ", all.Select(one => one.PledgeReference).Distinct());
        return new(Line(first, sum, references), "combined", all);
    }

    TruePayment Part(OpenInstalment owed)
    {
        // Often a half or another round part, which may be just what another instalment is.
        var part = new Amount(
            owed.Outstanding.MinorUnits * Pick<long>([50, 50, 20, 40, 73]) / 100, owed.Outstanding.Currency);
        return new(Line(owed, part), "part", [owed]);
    }

    TruePayment[] Halves(OpenInstalment owed)
    {
        var first = new Amount(owed.Outstanding.MinorUnits * 3 / 5, owed.Outstanding.Currency);
        var line = Line(owed, first);
        var second = line with
        {
            Amount = owed.Outstanding - first,
            Booked = line.Booked.AddDays(5),
            EndToEndId = Digits(),
        };
        return [new(line, "halves", [owed]), new(second, "halves", [owed])];
    }

    // Two equal instalments paid by two equal lines on one day; which pays which is told by nothing, or by references.
    TruePayment[] Twins(OpenInstalment first)
    {
        var twin = Unused().FirstOrDefault(one => one.Donor == first.Donor && one.Outstanding == first.Outstanding);
        if (twin is null) return [Whole(first, "whole")];
        _used.Add((twin.Pledge, twin.Instalment));
        var line = Line(first, first.Outstanding);
        var other = Line(twin, twin.Outstanding) with { Booked = line.Booked };
        return [new(line, "twins", [first]), new(other, "twins", [twin])];
    }

    // For a pledge that the ledger holds as paid or cancelled, by a donor that has others open.
    TruePayment Closed(int year)
    {
        var like = Pick(_open.ToArray());
        var reference = FormattableString.Invariant($"PLG-{9000 + _random.Next(900):0000}");
        var closed = like with { Pledge = 0, PledgeReference = reference, Due = Somewhen(year) };
        return new(Line(closed, like.Outstanding, mustName: true), "closed", []);
    }

    TruePayment Unrelated(int year)
    {
        var currency = Currency.Of(Pick(Currencies));
        var amount = _random.Next(2) == 0
            ? new Amount(_random.Next(10, 90_000) * currency.UnitsPerWhole + 1, currency)
            : Pick(_open.ToArray()).Outstanding;
        var day = Somewhen(year);
        return new(new BankLine("CH1", day, day, amount)
        {
            PayerName = Pick(Strangers),
            PayerAccount = Digits(),
            Remittance = Pick(["INVOICE " + Digits(), "REFUND", "RENT 2026"]),
            BankReference = Digits(),
        }, "unrelated", []);
    }

    BankLine Line(OpenInstalment owed, Amount amount, string? references = null, bool mustName = false)
    {
        var day = owed.Due!.Value.AddDays(_random.Next(10) == 0 ? _random.Next(60, 200) : _random.Next(-20, 45));
        var (name, account) = _banks[owed.Donor];
        var line = new BankLine("CH1", day, day.AddDays(_random.Next(2)), amount)
        {
            BankReference = Digits(),
            PayerName = NameAtBank(owed.Donor, name),
            PayerAccount = _random.Next(10) switch { < 6 => account, < 8 => Digits(), _ => "" },
        };
        var reference = Referred(references ?? owed.PledgeReference, mustName);
        var text = Pick(["Contribution ", "Voluntary fund, ", "REF ", "", "Payment to OHCHR "]);
        return _random.Next(3) == 0 && reference.Length is > 0 and < 20
            ? line with { EndToEndId = reference, Remittance = text }
            : line with { Remittance = text + reference };
    }

    string NameAtBank(string donor, string name) => _random.Next(20) switch
    {
        < 7 => name.ToUpperInvariant(),
        < 9 => Cut(name.ToUpperInvariant(), 27),
        < 12 => Misspelt(name.ToUpperInvariant()),
        < 14 => Cut("PERMANENT MISSION OF " + donor.ToUpperInvariant(), 35),
        < 16 => "GOVERNMENT OF " + Plain(donor).ToUpperInvariant(),
        < 18 => Pick(Strangers[5..]),
        _ => "",
    };

    string Referred(string reference, bool mustName) => _random.Next(mustName ? 60 : 100) switch
    {
        < 40 => reference,
        < 47 => reference.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal),
        < 53 => reference.Replace("-", "", StringComparison.Ordinal),
        < 60 => reference.Insert(_random.Next(1, reference.Length), "\n"),
        < 63 => Misspelt(reference),
        _ => "",
    };

    string Misspelt(string text)
    {
        var letters = new StringBuilder(text);
        var at = _random.Next(text.Length - 1);
        if (_random.Next(2) == 0) (letters[at], letters[at + 1]) = (letters[at + 1], letters[at]);
        else letters[at] = char.IsDigit(letters[at]) ? (char)('0' + _random.Next(10)) : (char)('A' + _random.Next(26));
        return letters.ToString();
    }

    DateOnly Somewhen(int year) => new DateOnly(year, 1, 1).AddDays(_random.Next(365));

    string Digits() => _random.NextInt64(100_000_000, 999_999_999).ToString(CultureInfo.InvariantCulture);

    static string Cut(string text, int length) => text.Length <= length ? text : text[..length];

    static string Plain(string text) => string.Concat(text.Normalize(NormalizationForm.FormD)
        .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark));

    T Pick<T>(T[] from) => from[_random.Next(from.Length)];
}
