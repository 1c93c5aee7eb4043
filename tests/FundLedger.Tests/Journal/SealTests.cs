using FundLedger.Journal;
using FundLedger.Money;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Journal;

/// <summary>
/// Vectors that fix the bytes of a seal for ever. They were computed by another program from the description in
/// <see cref="SealWriter"/>; a change here means a new format number.
/// </summary>
public class SealTests
{
    static readonly EntryHeader Header = new(
        7, SealWriter.Format, EntryKind.Payment, new DateOnly(2025, 6, 30),
        DateTimeOffset.FromUnixTimeMilliseconds(1_751_274_000_123), "clerk", null, "prüfen", "Payment of 5.00 EUR", 0, 3, 1)
    {
        RateCurrency = "EUR",
        Rate = 88_000_000,
        RateDate = new DateOnly(2025, 6, 1),
        RateSource = "UN",
    };

    static readonly Posting Posting = new(
        Account.Bank, Movement.Received, "VFTC", "NOR", new Amount(500, Currency.Of("EUR")), Amount.Usd(568))
    { Payment = Posting.ThisEntry };

    [Fact]
    public void The_first_entry_follows_32_zero_bytes() =>
        Seal(new byte[32], Header, []).ShouldBe("353a31bafe83e2665a6e1ef7d3800f6be991947cd39016bd50b8cf972c8cf845");

    [Fact]
    public void Every_field_of_a_posting_is_sealed_with_its_kind_and_length() =>
        Seal(Enumerable.Repeat((byte)0xAB, 32).ToArray(), Header, [Posting]).ShouldBe("192a02d2abe484d80d41b40245b6539b41418cbdb08b2a3427bde760cbc964a1");

    [Fact]
    public void Texts_that_run_together_alike_have_different_seals() =>
        Seal(new byte[32], Header with { Reason = "a|b", Text = "c" }, [])
            .ShouldNotBe(Seal(new byte[32], Header with { Reason = "a", Text = "b|c" }, []));

    [Fact]
    public void Nothing_and_an_empty_text_are_not_the_same() =>
        Seal(new byte[32], Header with { Reason = null }, []).ShouldNotBe(Seal(new byte[32], Header with { Reason = "" }, []));

    static string Seal(byte[] previous, EntryHeader header, Posting[] postings)
    {
        using var writer = new SealWriter();
        writer.Begin(previous, header);
        foreach (var posting in postings)
        {
            writer.Record("posting");
            posting.WriteTo(writer);
        }

        return SealWriter.ToText(writer.Finish());
    }
}
