using System.Collections.Immutable;
using CsCheck;
using FundLedger.Bank;
using FundLedger.Money;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Bank;

public class KnownLinesTests
{
    static readonly Currency Francs = Currency.Of("CHF");
    static readonly DateOnly Monday = new(2026, 3, 30);

    // Few amounts, names and days, so that genuine twins are common.
    static readonly Gen<BankLine> Lines =
        Gen.Select(Gen.Int[-2, 3], Gen.Int[0, 4], Gen.Int[0, 2], Gen.Bool, (amount, day, payer, referred) =>
            Line(amount * 100, Monday.AddDays(day), new[] { "Norway", "Chile", "" }[payer], referred ? "R1" : ""));

    static readonly Gen<BankLine[]> Account = Lines.Array[0, 40];

    [Fact]
    public void The_same_file_twice_adds_nothing() => Account.Sample(lines =>
    {
        var file = File(100, lines);
        var ledger = new Ledger();
        ledger.Add(file).ShouldBe(lines.Length);
        ledger.Add(file).ShouldBe(0);
    });

    [Fact]
    public void Overlapping_files_add_only_what_is_new_and_twins_stay() =>
        Gen.Select(Account, Gen.Int[0, 4], Gen.Int[0, 4], Gen.Int[0, 4], Gen.Int).Sample((lines, a, b, c, seed) =>
        {
            // Any three periods of whole days that together cover the week, in any order, each line in any order.
            var random = new Random(seed);
            var periods = new[] { (0, Math.Max(a, b)), (Math.Min(a, c), 4), (Math.Min(b, c), Math.Max(b, c)) };
            random.Shuffle(periods);
            var ledger = new Ledger();
            foreach (var (from, to) in periods) ledger.Add(Period(lines, from, to, random));
            ledger.Keys.ShouldBe(Keys(lines), ignoreOrder: true);
        });

    [Fact]
    public void Intraday_files_that_grow_during_the_day_add_up_to_the_day() =>
        Gen.Select(Account, Gen.Int[0, 40], Gen.Int[0, 40]).Sample((lines, one, two) =>
        {
            var ledger = new Ledger();
            foreach (var length in new[] { Math.Min(one, two), Math.Max(one, two), 40 })
                ledger.Add(File(100, lines[..Math.Min(length, lines.Length)]));
            ledger.Keys.ShouldBe(Keys(lines), ignoreOrder: true);
        });

    [Fact]
    public void Pages_of_one_day_count_on_so_that_a_twin_on_the_next_page_stays()
    {
        var twin = Line(500, Monday, "Norway", "");
        var first = Statement(100, [twin]);
        var second = Statement(600, [twin]);

        var inOneFile = new Ledger();
        inOneFile.Add([first, second]).ShouldBe(2);
        var inTwoFiles = new Ledger();
        inTwoFiles.Add([first]).ShouldBe(1);
        inTwoFiles.Add([second]).ShouldBe(1);
        inTwoFiles.Add([second]).ShouldBe(0);
        inTwoFiles.Add([first, second]).ShouldBe(0);
        inTwoFiles.Keys.ShouldBe(inOneFile.Keys, ignoreOrder: true);
    }

    [Fact]
    public void A_longer_statement_of_the_same_file_repeats_the_shorter_one()
    {
        var line = Line(500, Monday, "Norway", "");
        var ledger = new Ledger();
        ledger.Add([Statement(100, [line]), Statement(100, [line, Line(300, Monday, "Chile", "")])]).ShouldBe(2);
    }

    [Fact]
    public void Lines_that_cancel_out_are_not_doubled_by_a_longer_statement_after_them()
    {
        var paid = Line(500, Monday, "Norway", "");
        var returned = Line(-500, Monday, "Norway", "");
        var ledger = new Ledger();
        var longer = Statement(100, [paid, returned, Line(300, Monday, "Chile", "")]);
        ledger.Add([Statement(100, [paid, returned]), longer]).ShouldBe(3);
    }

    [Fact]
    public void A_week_that_begins_where_a_known_day_ended_repeats_the_known_days_in_it()
    {
        var monday = Statement(100, [Line(500, Monday, "Norway", "")]);
        var wednesday = Statement(800, [Line(700, Monday.AddDays(2), "Chile", "")]);
        var week = Statement(
            600, [Line(200, Monday.AddDays(1), "Peru", ""), Line(700, Monday.AddDays(2), "Chile", "")]);
        var ledger = new Ledger();
        ledger.Add([monday]);
        ledger.Add([wednesday]);
        ledger.Add([week]).ShouldBe(1);
    }

    [Fact]
    public void Keys_survive_other_line_breaks_spacing_case_and_statement_numbers()
    {
        var line = Line(500, Monday, "Kingdom of Norway", "REF 1") with { Remittance = "Gift PLG-0007 for 2026" };
        var again = Line(500, Monday, "KINGDOM OF  NORWAY", "ref1") with
        {
            Remittance = "GIFT PLG-00\n07 FOR 2026",
            Row = 99,
            Part = 3,
            TransactionCode = "NTRF",
            Account = "ch93 0076 2011 6238 5295 7",
        };
        again.Key.ShouldBe(line.Key);
    }

    [Fact]
    public void Keys_differ_in_each_field_that_tells_two_payments_apart()
    {
        var line = Line(500, Monday, "Norway", "R");
        BankLine[] others =
        [
            line with { Account = "1" },
            line with { Booked = Monday.AddDays(1) }, line with { ValueDate = Monday.AddDays(1) },
            line with { Amount = new Amount(501, Francs) }, line with { Amount = -line.Amount },
            line with { Amount = new Amount(500, Currency.Of("EUR")) }, line with { BankReference = "S" },
            line with { EndToEndId = "E" }, line with { PayerName = "Chile" }, line with { PayerAccount = "2" },
            line with { Remittance = "Text" }, line with { BankReference = "", EndToEndId = "R" },
        ];
        others.Append(line).Select(other => other.Key).Distinct().Count().ShouldBe(others.Length + 1);
        line.Key.ShouldBe("3443e3a922e6f25df1b4975067f295c18054b7c69e6ee5c822fa42b1057187c4");
    }

    [Fact]
    public void A_file_foots_whatever_the_order_of_its_lines_and_by_nothing_else() =>
        Gen.Select(Account, Gen.Int, Gen.Int[-3, 3]).Sample((lines, seed, error) =>
        {
            new Random(seed).Shuffle(lines);
            var file = new CamtFile(8);
            var entries = lines.Select(line => file.Entry(line.Amount.ToPlainText())).ToArray();
            var closing = new Amount(1_000 + lines.Sum(line => line.Amount.MinorUnits) + error, Francs);
            var text = file.Statement("10.00", closing.ToPlainText(), entries).ToString();
            var outcome = Camt053.Read(new StringReader(text), "a");
            outcome.IsRefused.ShouldBe(error != 0);
            if (error == 0) return;
            outcome.Problems.Single().Message.ShouldEndWith($"the difference is {new Amount(error, Francs)}");
        }, iter: 300);

    static BankLine Line(long centimes, DateOnly day, string payer, string reference) =>
        new("CH9300762011623852957", day, day, new Amount(centimes, Francs))
        {
            PayerName = payer,
            BankReference = reference,
        };

    static ImmutableArray<BankStatement> File(long opening, BankLine[] lines) => [Statement(opening, lines)];

    static BankStatement Statement(long opening, BankLine[] lines) => new("CH9300762011623852957", Francs)
    {
        From = lines.Length == 0 ? Monday : lines.Min(line => line.Booked),
        To = lines.Length == 0 ? Monday : lines.Max(line => line.Booked),
        Opening = new Amount(opening, Francs),
        Closing = new Amount(opening + lines.Sum(line => line.Amount.MinorUnits), Francs),
        Lines = [.. lines],
    };

    static ImmutableArray<BankStatement> Period(BankLine[] lines, int from, int to, Random random)
    {
        var (first, last) = (Monday.AddDays(from), Monday.AddDays(to));
        var before = lines.Where(line => line.Booked < first).Sum(line => line.Amount.MinorUnits);
        var within = lines.Where(line => line.Booked >= first && line.Booked <= last).ToArray();
        random.Shuffle(within);
        return [Statement(before, within) with { From = first, To = last }];
    }

    // What a ledger should hold at last: each key with its occurrences from 1 on.
    static IEnumerable<(string, int)> Keys(IEnumerable<BankLine> lines) =>
        lines.GroupBy(line => line.Key).SelectMany(same => same.Select((_, index) => (same.Key, index + 1)));

    /// <summary>Keeps what a ledger would keep between imports.</summary>
    sealed class Ledger
    {
        readonly List<(string Key, int Occurrence)> _lines = [];
        readonly List<KnownStatement> _statements = [];

        public IEnumerable<(string, int)> Keys => _lines;

        public int Add(ImmutableArray<BankStatement> file)
        {
            var counts = _lines.GroupBy(line => line.Key).ToDictionary(same => same.Key, same => same.Count());
            var added = new KnownLines(counts, _statements).NewLines(file);
            _lines.AddRange(added.Select(line => (line.Key, line.Occurrence)));
            foreach (var statement in file)
                _statements.Add(new KnownStatement(
                    statement.Account, statement.To!.Value, statement.Opening!.Value, statement.Closing!.Value));
            return added.Length;
        }
    }
}
