using System.Text.Json;
using FundLedger.Tests.Data.Engines;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Cli;

/// <summary>Contacts of donors, as a user types them.</summary>
public class ContactCommandsTests
{
    [OnEachEngine]
    public void A_contact_is_added_changed_and_erased()
    {
        using var line = new Commandline().WithLedger();
        var number = line.Json("donors", "contact", "add", "France", "--name", "Claire Martin", "--position", "First Secretary", "--email",
            "claire.martin@example.org", "--phone", "+41 22 555 01 00", "--address", "Mission | 1 Example Street|Geneva")
            .GetProperty("entry").GetInt64().ToString(System.Globalization.CultureInfo.InvariantCulture);
        line.Json("donors", "contact", "change", "FRA", number, "--position", "Counsellor").GetProperty("text").GetString()
            .ShouldBe($"Contact {number} of FRA changed");

        var contact = line.Json("donors", "contact", "list", "FRA")[0];
        string Text(string field) => contact.GetProperty(field).GetString()!;
        contact.GetProperty("contact").GetInt64().ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(number);
        (Text("name"), Text("position"), Text("email"), Text("phone"), Text("address"), Text("language")).ShouldBe(("Claire Martin", "Counsellor",
            "claire.martin@example.org", "+41 22 555 01 00", "Mission\n1 Example Street\nGeneva", "fr"), "the donor's language");
        line.Run("donors", "contact", "list", "FRA").ShouldBe(0);
        line.Output.ShouldContain("Mission, 1 Example Street, Geneva");

        line.Run("donors", "contact", "erase", "FRA", number, "--reason", "left").ShouldBe(0, line.Error);
        line.Output.ShouldBe($"Contact {number} of FRA erased\n");
        line.Json("donors", "contact", "list", "FRA").GetArrayLength().ShouldBe(0);
        line.Run("verify").ShouldBe(0, line.Error);
    }

    [Fact]
    public void What_is_wrong_is_told_with_the_option()
    {
        using var line = new Commandline().WithLedger();
        line.Run("donors", "contact", "add", "FRA", "--name", "Claire Martin", "--email", "claire", "--json").ShouldBe(1);
        var problem = JsonDocument.Parse(line.Output).RootElement.GetProperty("problems")[0];
        (problem.GetProperty("column").GetString(), problem.GetProperty("value").GetString()).ShouldBe(("email", "claire"));
        line.Run("donors", "contact", "add", "FRA").ShouldBe(2);
        line.Run("donors", "contact", "change", "FRA", "x").ShouldBe(1);
        line.Error.ShouldContain("'x' is not the number of a contact; give the number that 'fundledger donors contact list' shows");
        line.Run("donors", "contact", "erase", "FRA", "1", "--reason", "left").ShouldBe(1);
        line.Error.ShouldContain("FRA has no contact 1");
    }
}
