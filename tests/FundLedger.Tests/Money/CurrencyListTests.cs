using FundLedger.Money;
using FundLedger.Reference;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Money;

public class CurrencyListTests
{
    const string NoDecimals = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
    const string ThreeDecimals = "BHD IQD JOD KWD LYD OMR TND";
    const string FourDecimals = "CLF UYW";

    [Fact]
    public void Every_currency_has_two_decimals_but_for_those_that_ISO_4217_names()
    {
        Codes(0).ShouldBe(NoDecimals);
        Codes(3).ShouldBe(ThreeDecimals);
        Codes(4).ShouldBe(FourDecimals);
        Currency.All.Count(currency => currency.Exponent == 2)
            .ShouldBe(Currency.All.Count - 17 - 7 - 2 - Withdrawn(0).Length);
    }

    [Fact]
    public void Withdrawn_currencies_that_old_books_hold_are_there_with_their_last_day_and_digits()
    {
        Withdrawn(0).ShouldBe(["ADP", "BEF", "BYR", "ESP", "GRD", "ITL", "LUF", "MGF", "PTE", "TPE", "TRL"]);
        foreach (var code in "ATS BEF DEM ESP FIM FRF GRD IEP ITL LUF NLG PTE".Split(' '))
            Currency.Of(code).Withdrawn.ShouldBe(new DateOnly(2002, 3, 1), code);
        Currency.Of("BGN").Withdrawn.ShouldBe(new DateOnly(2026, 1, 1));
        Currency.Of("LTL").Withdrawn.ShouldBe(new DateOnly(2015, 1, 1));
        Currency.Of("EUR").Withdrawn.ShouldBeNull();
    }

    [SkippableFact]
    public void The_list_holds_every_active_code_with_a_minor_unit_and_no_other()
    {
        var file = SharedFiles.Require("reference/iso4217-codes.csv");
        var active = File.ReadLines(file).Skip(1).Select(ReferenceTable.Split)
            .Where(parts => parts[5].Length == 0 && parts[2].Length == 3 && int.TryParse(parts[4], out _))
            .Select(parts => $"{parts[2]} {parts[4]}").Distinct().Order(StringComparer.Ordinal);
        Currency.All.Where(currency => currency.Withdrawn is null)
            .Select(currency => $"{currency.Code} {currency.Exponent}").Order(StringComparer.Ordinal)
            .ShouldBe(active);
    }

    [Fact]
    public void The_list_is_sorted_and_its_names_have_no_stray_spaces()
    {
        var rows = ReferenceTable.Read("currencies.csv").ToList();
        rows.Select(row => row["code"]).ShouldBe(rows.Select(row => row["code"]).Order(StringComparer.Ordinal));
        rows.ShouldAllBe(row => row["name"] == row["name"].Trim() && row["number"].Length == 3);
    }

    static string[] Withdrawn(int exponent) => [.. Currency.All
        .Where(currency => currency.Exponent == exponent && currency.Withdrawn is not null)
        .Select(currency => currency.Code).Order(StringComparer.Ordinal)];

    static string Codes(int exponent) => string.Join(' ', Currency.All
        .Where(currency => currency.Exponent == exponent && currency.Withdrawn is null)
        .Select(currency => currency.Code).Order(StringComparer.Ordinal));
}
