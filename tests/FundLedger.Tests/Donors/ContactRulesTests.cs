using FundLedger.Donors;
using FundLedger.Tests.Data;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Donors;

public class ContactRulesTests
{
    static readonly ContactDetails Whole = new("Claire Martin")
    {
        Position = "First Secretary",
        Email = "claire.martin@example.org",
        Phone = "+41 22 555 01 00",
        Address = "Permanent Mission\n1 Example Street\nGeneva",
        Language = "fr",
    };

    [Fact]
    public void A_whole_contact_is_taken_and_so_is_one_with_a_name_alone()
    {
        ContactRules.Accept(Whole).ShouldBeDone().ShouldBe(Whole);
        ContactRules.Accept(new ContactDetails("Claire Martin")).ShouldBeDone();
    }

    [Fact]
    public void Spaces_around_and_the_line_ends_of_other_systems_are_taken_away() =>
        ContactRules.Accept(Whole with { Name = "  Claire Martin ", Address = "\r\n Permanent Mission \r\n1 Example Street\rGeneva\r\n" })
            .ShouldBeDone().ShouldBe(Whole);

    [Theory]
    [InlineData("name", "", "the contact has no name", "name of the person")]
    [InlineData("name", " . ", "the contact has no name", "name of the person")]
    [InlineData("name", "Claire\nMartin", "cannot be seen", "one line")]
    [InlineData("position", "First\u202ESecretary", "cannot be seen", "type it afresh")]
    [InlineData("phone", "+41\t22", "cannot be seen", "type it afresh")]
    [InlineData("address", "Geneva\u0000", "cannot be seen", "type it afresh")]
    [InlineData("address", "Geneva\tSwitzerland", "cannot be seen", "type it afresh")]
    [InlineData("email", "claire.martin", "is not an e-mail address", "name@example.org")]
    [InlineData("email", "claire@martin@example.org", "is not an e-mail address", "name@example.org")]
    [InlineData("email", "claire martin@example.org", "is not an e-mail address", "name@example.org")]
    [InlineData("email", "@example.org", "is not an e-mail address", "name@example.org")]
    [InlineData("email", "claire@", "is not an e-mail address", "name@example.org")]
    [InlineData("language", "de", "no letters are written in 'de'", "en, fr or es")]
    public void What_is_wrong_names_the_field_the_value_and_the_remedy(string column, string value, string message, string remedy)
    {
        var problem = ContactRules.Accept(With(column, value)).ShouldBeRefused();
        (problem.Column, problem.Value).ShouldBe((column, value.Trim()));
        problem.Message.ShouldContain(message);
        problem.Remedy.ShouldContain(remedy);
    }

    [Theory]
    [InlineData("name", 200), InlineData("position", 200), InlineData("phone", 60), InlineData("address", 1000)]
    public void A_text_may_be_so_long_and_no_longer(string column, int longest)
    {
        ContactRules.Accept(With(column, new string('x', longest))).ShouldBeDone();
        var problem = ContactRules.Accept(With(column, new string('x', longest + 1))).ShouldBeRefused();
        (problem.Column, problem.Message).ShouldBe((column, FormattableString.Invariant($"the text is longer than {longest} characters")));
    }

    [Fact]
    public void Everything_that_is_wrong_is_named_at_once() =>
        ContactRules.Accept(new ContactDetails("") { Email = "x", Language = "de" }).Problems.Select(problem => problem.Column)
            .ShouldBe(["name", "email", "language"]);

    [Fact]
    public void The_hash_follows_from_the_salt_and_from_every_detail()
    {
        byte[] salt = new byte[32], other = [.. salt[1..], 1];
        var hash = ContactHash.Of(salt, Whole);
        ContactHash.Of(salt, Whole with { }).ShouldBe(hash);
        ContactHash.Of(other, Whole).ShouldNotBe(hash);
        foreach (var column in new[] { "name", "position", "email", "phone", "address", "language" })
            ContactHash.Of(salt, With(column, "another")).ShouldNotBe(hash, column);
    }

    /// <summary>Letters do not wander from one detail into the next without being noticed.</summary>
    [Fact]
    public void The_hash_tells_where_one_detail_ends() =>
        ContactHash.Of(new byte[32], new ContactDetails("ab") { Position = "c" })
            .ShouldNotBe(ContactHash.Of(new byte[32], new ContactDetails("a") { Position = "bc" }));

    static ContactDetails With(string column, string value) => column switch
    {
        "name" => Whole with { Name = value },
        "position" => Whole with { Position = value },
        "email" => Whole with { Email = value },
        "phone" => Whole with { Phone = value },
        "address" => Whole with { Address = value },
        _ => Whole with { Language = value },
    };
}
