using System.Collections.Immutable;
using System.Globalization;
using FundLedger.Donors;
using FundLedger.Journal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FundLedger.Web.Api;

/// <summary>A contact of a donor by its number; the language is empty where letters go in the donor's.</summary>
sealed record ContactAnswer(
    long Number, string Name, string Position, string Email, string Phone, string Address, string Language)
{
    internal static ContactAnswer Of(DonorContact contact) => new(contact.Number, contact.Details.Name, contact.Details.Position,
        contact.Details.Email, contact.Details.Phone, contact.Details.Address, contact.Details.Language);
}

static class ContactRoutes
{
    const string Details = "name! position email phone address language";

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.Get("/donors/{code}/contacts", new ApiRoute("GET", "The persons to whom a donor's letters and statements go.")
        { Gives = typeof(ImmutableArray<ContactAnswer>) }, call => DonorRoutes.Find(call) is not { } donor ? Missing()
            : ApiAnswer.Json<ImmutableArray<ContactAnswer>>([.. call.Ledger.Contacts.Of(donor.Code).Select(ContactAnswer.Of)]));
        api.Post("/donors/{code}/contacts", new ApiRoute("POST", "Adds a contact of a donor.")
        { Takes = ApiShape.Of(Details), Gives = typeof(Recorded) }, (call, body) => DonorRoutes.Find(call) is not { } donor ? Missing()
            : ApiAnswer.Recorded(call.Ledger.Contacts.Add(donor.Code, DetailsOf(body), call.Author), call.RequestKey));
        api.Put("/donors/{code}/contacts/{number:long}", new ApiRoute("PUT", "Gives a contact other details; what is not sent is emptied.")
        { Takes = ApiShape.Of(Details + " reason"), Gives = typeof(Recorded) }, Change);
        api.Post("/donors/{code}/contacts/{number:long}/erase", new ApiRoute("POST", "Erases what is known of a contact, now and before.")
        { Takes = ApiShape.Of("reason!"), Gives = typeof(Recorded) }, Erase);
    }

    static IResult Change(ApiCall call, ApiBody body) => DonorRoutes.Find(call) is not { } donor || IsMissing(call, donor) ? Missing()
        : ApiAnswer.Recorded(
            call.Ledger.Contacts.Change(donor.Code, Number(call), DetailsOf(body), body.Text("reason"), call.Author), call.RequestKey);

    /// <summary>A request that is sent again finds the contact gone, and is answered as the first time.</summary>
    static IResult Erase(ApiCall call, ApiBody body)
    {
        if (DonorRoutes.Find(call) is not { } donor) return Missing();
        var erased = call.Ledger.Contacts.Erase(donor.Code, Number(call), body.Needed("reason"), call.Author);
        return erased.IsRefused && IsMissing(call, donor) ? Missing() : ApiAnswer.Recorded(erased, call.RequestKey);
    }

    static ContactDetails DetailsOf(ApiBody body) => new(body.Needed("name"))
    {
        Position = body.Needed("position"),
        Email = body.Needed("email"),
        Phone = body.Needed("phone"),
        Address = body.Needed("address"),
        Language = body.Needed("language"),
    };

    static bool IsMissing(ApiCall call, Donor donor) => call.Ledger.Contacts.Find(donor.Code, Number(call)).IsRefused;

    static long Number(ApiCall call) => long.Parse(call.Route("number"), CultureInfo.InvariantCulture);

    static IResult Missing() => ApiAnswer.Refused(StatusCodes.Status404NotFound);
}
