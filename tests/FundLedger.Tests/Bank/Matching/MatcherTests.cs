using System.Collections.Immutable;
using FundLedger.Bank;
using FundLedger.Bank.Matching;
using FundLedger.Money;
using FundLedger.Rates;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Bank.Matching;

public class MatcherTests
{
    static readonly DateOnly Day = new(2026, 6, 15);
    static readonly Currency Euro = Currency.Of("EUR");

    static readonly KnownPayer[] Payers =
    [
        new("NOR", "Ministry of Foreign Affairs, Norway", "NO9386011117947"),
        new("FIN", "Ministry for Foreign Affairs of Finland", "FI2112345600000785"),
        new("NOR", "Treasury", ""),
        new("CHE", "", "CH9300762011623852957"),
        new("PNG", "Ministry of Finance", ""),
        new("GIN", "Ministry of Finance", ""),
    ];

    static readonly DonorName[] Names =
    [
        new("NOR", "Norway"), new("FIN", "Finland"), new("CHE", "Switzerland"), new("CIV", "Côte d'Ivoire"),
        new("GIN", "Guinea"), new("PNG", "Papua New Guinea"), new("IRL", "Ireland"), new("ISL", "Iceland"),
    ];

    [Fact]
    public void An_equal_amount_from_a_known_account_with_the_reference_is_certain()
    {
        var match = One(
            Paid(1_000_00, "NO9386011117947", "MINISTRY OF FOREIGN AFFAIRS, NORWAY", "Contribution plg 0001"),
            Open(1, 1, "NOR", 1_000_00), Open(2, 1, "NOR", 1_000_00));

        match.Doubts.ShouldBeEmpty();
        match.IsCertain.ShouldBeTrue();
        var best = match.Proposals[0];
        var amount = new Amount(1_000_00, Euro);
        best.Parts.ShouldBe([new MatchPart(Open(1, 1, "NOR", 1_000_00), amount, amount)]);
        best.Score.ShouldBe(100);
        best.Reasons.Select(reason => reason.Text).ShouldBe(
        [
            "amount equals PLG-0001 instalment 1",
            "the text names PLG-0001",
            "payer's account NO9386011117947 is known",
            "payer's name 'MINISTRY OF FOREIGN AFFAIRS, NORWAY' is known",
            "payer's name 'MINISTRY OF FOREIGN AFFAIRS, NORWAY' is 100 % like 'Ministry of Foreign Affairs, Norway'",
            "paid on the day it is due",
        ]);
        match.Margin.ShouldBeGreaterThan(30);
    }

    [Fact]
    public void Two_equal_instalments_without_a_reference_are_not_certain()
    {
        var match = One(Paid(1_000_00, "NO9386011117947"), Open(1, 1, "NOR", 1_000_00),
            Open(2, 1, "NOR", 1_000_00, Day.AddYears(-1)));
        match.Proposals.Length.ShouldBeGreaterThanOrEqualTo(2);
        match.IsCertain.ShouldBeFalse();
        match.Doubts.ShouldContain("it could also be: amount equals PLG-0002 instalment 1");
    }

    [Fact]
    public void The_only_open_instalment_of_a_known_payer_is_certain_without_a_reference() =>
        One(Paid(1_000_00, "NO9386011117947"), Open(1, 1, "NOR", 1_000_00),
            Open(2, 1, "FIN", 1_000_00)).IsCertain.ShouldBeTrue();

    [Fact]
    public void An_equal_amount_that_could_be_part_of_a_larger_instalment_is_not_certain() =>
        One(Paid(500_00, "NO9386011117947"), Open(1, 1, "NOR", 500_00), Open(2, 1, "NOR", 1_000_00)).Doubts
            .ShouldContain(doubt => doubt.Contains("part of PLG-0002 instalment 1"));

    [Fact]
    public void An_unknown_payer_is_never_certain_even_with_amount_and_reference()
    {
        var match = One(Paid(1_000_00, "", "JPMORGAN CHASE", "PLG-0001"), Open(1, 1, "NOR", 1_000_00));
        match.Proposals[0].Parts[0].Instalment.Pledge.ShouldBe(1);
        match.Doubts.ShouldContain("the payer is not known for sure");
    }

    [Fact]
    public void A_name_that_two_donors_share_is_no_proof()
    {
        var match = One(Paid(1_000_00, "", "MINISTRY OF FINANCE"), Open(1, 1, "PNG", 1_000_00),
            Open(2, 1, "GIN", 2_000_00));
        match.Proposals[0].Has(MatchSign.PayerNameKnown).ShouldBeTrue();
        match.Doubts.ShouldContain("the payer is not known for sure");
    }

    [Theory]
    [InlineData("Ministry of Foreign Affairs, Norway", "", true)]
    [InlineData("MINISTRY OF FOREIGN AFFAIRS NORWAY", "", true)]
    [InlineData("MINISTRY OF FOREIGN AFFAIRS NORWAY", "GB33BUKB20201555555555", false)]
    [InlineData("MINISTRY OF FOREIGN AFFAIRS NORWEY", "", false)]
    [InlineData("Treasury", "", false)]
    public void A_name_is_proof_only_if_it_is_the_known_one_says_which_donor_and_no_unknown_account_gainsays_it(
        string name, string account, bool isCertain) =>
        One(Paid(1_000_00, account, name), Open(1, 1, "NOR", 1_000_00)).IsCertain.ShouldBe(isCertain);

    [Fact]
    public void A_known_account_settles_which_of_the_donors_of_a_shared_name_paid_but_not_a_name_of_another()
    {
        One(Paid(1_000_00, "CH9300762011623852957", "SWITZERLAND"), Open(1, 1, "CHE", 1_000_00)).Doubts.ShouldBeEmpty();
        One(Paid(1_000_00, "CH9300762011623852957", "FINLAND"), Open(1, 1, "CHE", 1_000_00)).Doubts
            .ShouldBe(["something in the line points to another donor"]);
    }

    [Fact]
    public void A_reference_to_a_pledge_that_is_not_open_raises_a_doubt()
    {
        var match = One(Paid(1_000_00, "NO9386011117947", text: "PLG-0099"), Open(1, 1, "NOR", 1_000_00));
        match.Doubts.ShouldContain("the text names a pledge that is not among these");
    }

    [Fact]
    public void A_reference_to_another_donor_s_pledge_raises_a_doubt() =>
        One(Paid(1_000_00, "NO9386011117947", text: "PLG-0002"), Open(1, 1, "NOR", 1_000_00),
            Open(2, 1, "FIN", 1_000_00))
            .IsCertain.ShouldBeFalse();

    [Theory]
    [InlineData("PLG-0007")]
    [InlineData("plg0007")]
    [InlineData("your ref: P L G / 0007.")]
    [InlineData("PLG-00\n07 thanks")]
    [InlineData("(PLG-0007)")]
    public void A_reference_is_found_however_it_is_broken(string text) =>
        One(Paid(1_00, "", text: text), Open(7, 1, "NOR", 9_00)).Proposals[0].Has(MatchSign.ReferenceNamed)
            .ShouldBeTrue();

    [Theory]
    [InlineData("PLG-00071")]
    [InlineData("XPLG-0007")]
    [InlineData("PLG-007")]
    [InlineData("0007")]
    public void A_piece_of_something_longer_is_no_reference(string text) =>
        One(Paid(9_00, "", text: text), Open(7, 1, "NOR", 9_00)).Proposals
            .ShouldAllBe(proposal => !proposal.Has(MatchSign.ReferenceNamed));

    [Fact]
    public void A_small_shortfall_is_a_bank_charge_and_the_donor_is_credited_in_full()
    {
        var best = One(Paid(985_00, "NO9386011117947", text: "PLG-0001"), Open(1, 1, "NOR", 1_000_00)).Proposals[0];
        best.AmountSign.ShouldBe(MatchSign.AmountLessCharge);
        best.Charge.ShouldBe(new Amount(15_00, Euro));
        best.Parts[0].Settles.ShouldBe(new Amount(1_000_00, Euro));
        best.Reasons[0].Text.ShouldBe("amount is PLG-0001 instalment 1 less 15.00 EUR, which a bank may have charged");
    }

    [Fact]
    public void A_larger_shortfall_is_a_part_payment() =>
        One(Paid(700_00, "NO9386011117947"), Open(1, 1, "NOR", 1_000_00)).Proposals[0].AmountSign
            .ShouldBe(MatchSign.PartOf);

    [Fact]
    public void A_charge_that_the_statement_states_needs_no_tolerance()
    {
        var line = Paid(900_00, "NO9386011117947") with { Charges = new Amount(100_00, Euro) };
        var match = One(line, Open(1, 1, "NOR", 1_000_00));
        match.Proposals[0].AmountSign.ShouldBe(MatchSign.AmountLessStatedCharge);
        match.IsCertain.ShouldBeTrue();
    }

    [Fact]
    public void A_payment_in_another_currency_goes_by_the_rate_of_the_day_and_shows_the_difference()
    {
        var owed = new OpenInstalment(1, "PLG-0001", 1, "NOR", "VFTC", Day, new Amount(10_000_00, Currency.Of("NOK")));
        var match = Match([Paid(910_00, "NO9386011117947", text: "PLG-0001")], owed)[0];

        match.Proposals[0].AmountSign.ShouldBe(MatchSign.AmountByRate);
        match.Proposals[0].ExchangeDifference.ShouldBe(new Amount(10_00, Euro));
        match.Proposals[0].Parts[0].Paid.ShouldBe(new Amount(910_00, Euro));
        Match([Paid(940_00, "NO9386011117947", text: "PLG-0001")], owed)[0].Proposals.ShouldBeEmpty();
    }

    [Fact]
    public void An_instructed_amount_in_the_pledge_s_currency_is_better_than_any_rate()
    {
        var owed = new OpenInstalment(1, "PLG-0001", 1, "NOR", "VFTC", Day, new Amount(10_000_00, Currency.Of("NOK")));
        var line = Paid(800_00, "NO9386011117947") with { Original = new Amount(10_000_00, Currency.Of("NOK")) };
        var match = Match([line], owed)[0];
        match.Proposals[0].AmountSign.ShouldBe(MatchSign.AmountInstructed);
        match.Proposals[0].ExchangeDifference.ShouldBe(new Amount(-100_00, Euro));
        match.IsCertain.ShouldBeTrue();
    }

    [Fact]
    public void A_sum_of_several_instalments_is_found_and_its_parts_add_up()
    {
        var match = One(Paid(650_00, "NO9386011117947", text: "PLG-0001 PLG-0003"),
            Open(1, 1, "NOR", 250_00), Open(2, 1, "NOR", 300_00), Open(3, 1, "NOR", 400_00), Open(4, 1, "NOR", 777_00));
        match.Proposals[0].AmountSign.ShouldBe(MatchSign.SumOfInstalments);
        match.Proposals[0].Parts.Select(part => part.Instalment.Pledge).ShouldBe([1, 3]);
        match.IsCertain.ShouldBeTrue();
    }

    [Fact]
    public void Seven_instalments_at_once_are_found_from_the_oldest_on()
    {
        var open = Enumerable.Range(1, 9).Select(i => Open(i, 1, "NOR", 100_00 + i, Day.AddMonths(i))).ToArray();
        var best = One(Paid(700_28, "NO9386011117947"), open).Proposals[0];
        best.AmountSign.ShouldBe(MatchSign.SumOfInstalments);
        best.Parts.Select(part => part.Instalment.Pledge).ShouldBe([1, 2, 3, 4, 5, 6, 7]);
    }

    [Fact]
    public void Two_lines_that_make_up_one_instalment_are_proposed_together()
    {
        var matches = Match(
            [Paid(400_00, "NO9386011117947", text: "PLG-0001 a"), Paid(600_00, "NO9386011117947", text: "PLG-0001 b")],
            Open(1, 1, "NOR", 1_000_00));
        matches.ShouldAllBe(match => match.Proposals[0].AmountSign == MatchSign.WithOtherLines);
        matches[0].Proposals[0].Together.ShouldBe([matches[1].Line]);
        matches[0].Proposals[0].Reasons[0].Text.ShouldBe(
            "makes up PLG-0001 instalment 1 with 1 more of the payer's lines: 600.00 EUR of 2026-06-15");
    }

    [Fact]
    public void Twins_that_claim_one_instalment_make_each_other_uncertain()
    {
        var line = Paid(1_000_00, "NO9386011117947", text: "PLG-0001");
        Match([line, line with { Occurrence = 2 }], Open(1, 1, "NOR", 1_000_00))
            .ShouldAllBe(match => match.Doubts.Contains("another line would settle the same instalment"));
    }

    [Fact]
    public void More_than_is_owed_leaves_the_rest_unallocated()
    {
        var best = One(Paid(1_200_00, "NO9386011117947"), Open(1, 1, "NOR", 1_000_00)).Proposals[0];
        best.AmountSign.ShouldBe(MatchSign.MoreThanOwed);
        best.Unallocated.ShouldBe(new Amount(200_00, Euro));
    }

    [Theory]
    [InlineData("MIN OF FOREIGN AFFAIRS NORWEY", "NOR")]
    [InlineData("REPUBLIQUE DE COTE D IVOIRE", "CIV")]
    [InlineData("Tresor Côte d’Ivoire", "CIV")]
    [InlineData("EMBASSY OF FINL", "FIN")]
    [InlineData("GOVT OF PAPUA NEW GUINEA", "PNG")]
    [InlineData("REPUBLIC OF GUINEA", "GIN")]
    [InlineData("GOVERNMENT OF ICELAND", "ISL")]
    [InlineData("GOVERNMENT OF IRELAND", "IRL")]
    public void Mangled_names_still_point_to_their_donor(string name, string donor)
    {
        var open = Names.Select((known, i) => Open(i + 1, 1, known.Donor, 1_000_00)).ToArray();
        var best = Match([Paid(1_000_00, "", name)], open)[0].Proposals[0];
        best.Donor.ShouldBe(donor);
        best.Has(MatchSign.PayerNameSimilar).ShouldBeTrue();
    }

    [Fact]
    public void A_donor_named_only_in_the_text_is_found() =>
        One(Paid(1_000_00, "", "", "PAYMENT FROM PAPUA NEW GUINEA, PORT MORESBY"),
            Open(1, 1, "PNG", 1_000_00), Open(2, 1, "GIN", 1_000_00)).Proposals[0].Donor.ShouldBe("PNG");

    [Fact]
    public void Debits_reversals_and_pending_lines_have_no_proposals()
    {
        var line = Paid(1_000_00, "NO9386011117947");
        BankLine[] lines =
        [
            line with { Amount = -line.Amount }, line with { IsReversal = true },
            line with { Status = LineStatus.Pending },
        ];
        Match(lines, Open(1, 1, "NOR", 1_000_00)).ShouldAllBe(match => match.Proposals.IsEmpty && !match.IsCertain);
    }

    [Fact]
    public void The_order_of_claims_payers_and_names_changes_nothing()
    {
        OpenInstalment[] open =
        [
            Open(1, 1, "NOR", 100_00), Open(2, 1, "NOR", 100_00), Open(2, 2, "NOR", 100_00), Open(3, 1, "GIN", 100_00),
        ];
        BankLine[] lines =
        [
            Paid(100_00, "NO9386011117947"), Paid(200_00, "NO9386011117947"), Paid(100_00, "", "MINISTRY OF FINANCE"),
        ];
        var expected = new Matcher(open, Payers, Names, Rates(), new MatchSettings()).Propose(lines);
        var mixed = new Matcher(
            open.Reverse(), [.. Payers.Reverse()], Names.Reverse(), Rates(), new MatchSettings()).Propose(lines);

        Text(mixed).ShouldBe(Text(expected));
    }

    static string Text(IEnumerable<LineMatch> matches) => string.Join('\n', matches.SelectMany(match =>
        match.Proposals.Select(proposal => proposal.Score + " " + string.Join(", ", proposal.Parts) + " "
            + string.Join("; ", proposal.Reasons.Select(reason => reason.Text)) + string.Join("; ", match.Doubts))));

    static OpenInstalment Open(long pledge, int instalment, string donor, long cents, DateOnly? due = null) =>
        new(pledge, FormattableString.Invariant($"PLG-{pledge:0000}"), instalment, donor, "VFTC", due ?? Day,
            new Amount(cents, Euro));

    static BankLine Paid(long cents, string account, string name = "", string text = "") =>
        new("CH1", Day, Day, new Amount(cents, Euro)) { PayerAccount = account, PayerName = name, Remittance = text };

    static LineMatch One(BankLine line, params OpenInstalment[] open) => Match([line], open)[0];

    static ImmutableArray<LineMatch> Match(BankLine[] lines, params OpenInstalment[] open) =>
        new Matcher(open, Payers, Names, Rates(), new MatchSettings()).Propose(lines);

    static RateTable Rates() => new(
    [
        new Rate(Euro, new DateOnly(2026, 1, 1), 90_000_000, "test"),
        new Rate(Currency.Of("NOK"), new DateOnly(2026, 1, 1), 1_000_000_000, "test"),
    ]);
}
