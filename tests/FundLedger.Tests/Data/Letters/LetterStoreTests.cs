using FundLedger.Data.Letters;
using FundLedger.Letters;
using FundLedger.Pdf;
using FundLedger.Reports;
using FundLedger.Reports.Letters;
using Shouldly;
using Xunit;
using static FundLedger.Tests.Data.TestLedger;

namespace FundLedger.Tests.Data.Letters;

public class LetterStoreTests
{
    static TestLedger WithMoney()
    {
        var test = new TestLedger();
        test.Ledger.Promise("P-1", "2025-01-10", Euro(1000));
        test.Ledger.Pay("R-1", "2025-03-01", Euro(400), "P-1");
        test.Ledger.Pay("R-2", "2025-07-01", Euro(88));
        return test;
    }

    static AcknowledgementMaterial Thanks(TestLedger test, string payment = "R-1", string? language = null) => test.Ledger.Letters
        .Acknowledgement(payment, language, Day("2025-12-31"), test.Ledger.Journal.Known().Value).ShouldBeDone();

    static MadeLetter Made(AcknowledgementMaterial material)
    {
        var document = AcknowledgementLetter.Compose(material).ShouldBeDone();
        return new MadeLetter(document.Face.Id, LetterKind.Acknowledgement, material.Donor.Code, material.Language, material.Basis,
            "letter.pdf", PdfWriter.Write(document))
        { Payment = material.Payment.Number };
    }

    [Theory]
    [InlineData("en", "EUR\u00A0400.00", "1 March 2025", "$521")]
    [InlineData("fr", "400,00\u00A0EUR", "1er mars 2025", "521\u00A0dollars")]
    [InlineData("es", "400,00\u00A0EUR", "1 de marzo de 2025", "521\u00A0dólares")]
    public void A_letter_of_thanks_names_the_payment_and_the_years_total_in_its_language(
        string language, string amount, string day, string total)
    {
        using var test = WithMoney();
        var text = string.Join(' ', AcknowledgementLetter.Compose(Thanks(test, language: language)).ShouldBeDone()
            .Blocks.OfType<Paragraph>().Select(paragraph => paragraph.Text));
        foreach (var part in new[] { amount, day, total, "P-1" }) text.ShouldContain(part);
    }

    [Fact]
    public void A_letter_made_again_is_the_same_to_the_byte_recorded_once_and_kept()
    {
        using var test = WithMoney();
        var first = test.Ledger.Letters.Record(Made(Thanks(test)), Clerk).ShouldBeDone();
        var again = Made(Thanks(test));

        test.Ledger.Letters.Record(again, Clerk).ShouldBeDone().Entry.ShouldBe(first.Entry);

        var kept = test.Ledger.Letters.Read(again.Id).ShouldBeDone();
        kept.Bytes.ShouldBe(again.Bytes);
        (kept.Letter.Donor, kept.Letter.Kind, kept.Letter.WrittenBy).ShouldBe(("NOR", LetterKind.Acknowledgement, "clerk"));
        test.Ledger.ShouldVerify();
    }

    [Fact]
    public void Nobody_is_thanked_for_a_payment_that_was_reversed_or_is_not_there()
    {
        using var test = WithMoney();
        test.Ledger.Payments.Reverse("R-2", Day("2025-07-02"), "twice", Clerk).ShouldBeDone();
        var known = test.Ledger.Journal.Known().Value;
        test.Ledger.Letters.Acknowledgement("R-2", null, Day("2025-12-31"), known).ShouldBeRefused().Message.ShouldContain("was reversed");
        test.Ledger.Letters.Acknowledgement("R-1", null, Day("2025-02-01"), known).ShouldBeRefused();
        test.Ledger.Letters.Acknowledgement("R-9", null, Day("2025-12-31"), known).ShouldBeRefused();
    }

    [Fact]
    public void An_instalment_is_never_reminded_of_twice_by_the_same_step()
    {
        using var test = WithMoney();
        var reminder = Reminder(test, "2025-12-31").ShouldNotBeNull();
        reminder.Reminders.Single().Step.ShouldBe(1);
        test.Ledger.Letters.Record(reminder, Clerk).ShouldBeDone();

        Reminder(test, "2026-01-29").ShouldBeNull();
        test.Ledger.Letters.Record(reminder with { Id = "LR-OTHER" }, Clerk).ShouldBeRefused().Message.ShouldContain("written already");
        Reminder(test, "2026-01-30")!.Reminders.Single().Step.ShouldBe(2);
        test.Ledger.ShouldVerify();
    }

    [Fact]
    public void What_is_paid_is_not_reminded_of_and_pledges_by_letter_are()
    {
        using var test = WithMoney();
        test.Ledger.Pay("R-3", "2025-08-01", Euro(600), "P-1");
        Reminder(test, "2025-12-31").ShouldBeNull();
        test.Ledger.Promise("P-2", "2025-08-10", Euro(70), FundLedger.Pledges.Rung.Pledged);
        Reminder(test, "2025-12-31")!.Reminders.Single().Claim.Reference.ShouldBe("P-2");
    }

    static MadeLetter? Reminder(TestLedger test, string day)
    {
        var materials = test.Ledger.Letters.Reminders(null, Day(day), test.Ledger.Journal.Known().Value).ShouldBeDone();
        if (materials.IsEmpty) return null;
        var material = materials.Single();
        var document = ReminderLetter.Compose(material).ShouldBeDone();
        return new MadeLetter(document.Face.Id, LetterKind.Reminder, material.Donor.Code, material.Language, material.Basis, "reminder.pdf",
            PdfWriter.Write(document))
        { Reminders = material.Due };
    }
}
