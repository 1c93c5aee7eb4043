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
        Currency.All.Count(currency => currency.Exponent == 2).ShouldBe(Currency.All.Count - 17 - 7 - 2);
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

    static string Codes(int exponent) => string.Join(' ', Currency.All
        .Where(currency => currency.Exponent == exponent)
        .Select(currency => currency.Code).Order(StringComparer.Ordinal));
}
