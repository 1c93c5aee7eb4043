using System.Net;
using FundLedger.Tests.Data;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.Web.Api;

public sealed class ContactApiTests(DeskLedger desk) : ApiTest(desk)
{
    [Fact]
    public void A_contact_is_added_changed_and_erased()
    {
        var added = Send(HttpMethod.Post, "donors/FRA/contacts", """{"name": "Claire Martin", "email": "claire@example.org", "address": "Mission\nGeneva"}""");
        added.StatusCode.ShouldBe(HttpStatusCode.Created);
        var path = FormattableString.Invariant($"donors/FRA/contacts/{Json(added).GetProperty("entry").GetInt64()}");

        Send(HttpMethod.Put, path, """{"name": "Claire Martin", "phone": "+41 22 555 01 00", "language": "fr"}""").StatusCode.ShouldBe(HttpStatusCode.Created);

        var contact = Json(Get("donors/FRA/contacts"))[0];
        contact.EnumerateObject().Select(field => $"{field.Name}={field.Value}").ShouldBe(
        [
            "number=" + path.Split('/')[^1], "name=Claire Martin", "position=", "email=", "phone=+41 22 555 01 00", "address=", "language=fr",
        ]);
        Send(HttpMethod.Post, path + "/erase", """{"reason": "left"}""", "e-1").StatusCode.ShouldBe(HttpStatusCode.Created);
        Send(HttpMethod.Post, path + "/erase", """{"reason": "left"}""", "e-1").StatusCode.ShouldBe(HttpStatusCode.Created);
        Send(HttpMethod.Post, path + "/erase", """{"reason": "left"}""").StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Send(HttpMethod.Put, path, """{"name": "Claire Martin"}""").StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Desk.Test.Ledger.Contacts.Of("FRA").ShouldBeEmpty();
    }

    [Fact]
    public void The_same_key_and_body_have_one_effect_and_another_body_is_a_conflict()
    {
        const string body = """{"name": "Kari Berg"}""";
        var first = Send(HttpMethod.Post, "donors/NOR/contacts", body, "c-1");
        Text(Send(HttpMethod.Post, "donors/NOR/contacts", body, "c-1")).ShouldBe(Text(first));
        Send(HttpMethod.Post, "donors/NOR/contacts", """{"name": "Ola Berg"}""", "c-1").StatusCode.ShouldBe(HttpStatusCode.Conflict);
        Desk.Test.Ledger.Contacts.Of("NOR").ShouldHaveSingleItem().Details.Name.ShouldBe("Kari Berg");
    }

    [Fact]
    public void What_is_wrong_names_its_field_and_what_is_not_there_is_not_found()
    {
        var refused = Send(HttpMethod.Post, "donors/SWE/contacts", """{"name": "Eva Lind", "email": "eva"}""");
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Json(refused).GetProperty("problems")[0].GetProperty("column").GetString().ShouldBe("email");
        Send(HttpMethod.Post, "donors/XYZ/contacts", """{"name": "Eva Lind"}""").StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Get("donors/XYZ/contacts").StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Send(HttpMethod.Put, "donors/SWE/contacts/1", """{"name": "Eva Lind"}""").StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Send(HttpMethod.Post, "donors/SWE/contacts/1/erase", "{}").StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public void Who_does_not_record_changes_no_contact_and_may_look()
    {
        using var dora = Client("dora");
        Get("donors/FRA/contacts", dora).StatusCode.ShouldBe(HttpStatusCode.OK);
        Send(HttpMethod.Put, "donors/FRA/contacts/1", """{"name": "Eva Lind"}""", client: dora).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
