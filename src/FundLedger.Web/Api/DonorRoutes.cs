using FundLedger.Data.Donors;
using FundLedger.Donors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace FundLedger.Web.Api;

static class DonorRoutes
{
    static readonly ApiShape NewDonor = ApiShape.Of("name! kind! code region name_fr name_es aliases language even_if_similar");

    internal static void Map(IEndpointRouteBuilder api)
    {
        api.Get("/donors", new ApiRoute("GET", "Donors and where each stands, by name.")
        { Query = "text kind region fund standing limit cursor", Gives = typeof(ApiPage<DonorLine>) }, List);
        api.Get("/donors/{code}", new ApiRoute("GET", "One donor.") { Gives = typeof(Donor) }, call =>
            Find(call) is { } donor ? ApiAnswer.Json(donor) : ApiAnswer.Refused(StatusCodes.Status404NotFound));
        api.Post("/donors", new ApiRoute("POST", "Adds a donor; refused where one of a similar name is known, unless even_if_similar.")
        { Takes = NewDonor, Gives = typeof(Journal.Recorded) }, Add);
    }

    /// <summary>The donor of the address; none where there is no such.</summary>
    internal static Donor? Find(ApiCall call) =>
        call.Ledger.Standing.Donors.Find(call.Route("code")) is { IsRefused: false } found ? found.Value : null;

    static IResult List(ApiCall call)
    {
        var filter = new DonorFilter
        {
            Text = call["text"],
            Kind = Of<DonorKind>(call["kind"]),
            Region = Of<RegionalGroup>(call["region"]),
            Standing = Of<DonorStanding>(call["standing"]),
        };
        return ApiAnswer.Of(call.Fund().Then(fund => call.Known().Then<ApiPage<DonorLine>>(known => call.PageOf(
            call.Ledger.DonorLines.List(filter with { Fund = fund }, call.Ledger.Today, known).Lines, DonorLineStore.PlaceOf))));
    }

    static IResult Add(ApiCall call, ApiBody body)
    {
        var kind = body.WordOr("kind", DonorKind.Other);
        var name = body.Needed("name");
        var code = body.Text("code") ?? DonorCode.For(name, taken => !call.Ledger.Standing.Donors.Find(taken).IsRefused);
        var donor = new Donor(code, name, kind)
        {
            Region = body.Text("region") is null ? null : body.WordOr("region", RegionalGroup.Weog),
            NameFr = body.Needed("name_fr"),
            NameEs = body.Needed("name_es"),
            Aliases = body.Needed("aliases"),
        };
        if (body.Text("language") is { } language) donor = donor with { Language = language };
        return body.IsRefused ? ApiAnswer.Refused(StatusCodes.Status422UnprocessableEntity, body.Refusal.Problems)
            : ApiAnswer.Recorded(call.Ledger.Donors.AddOne(donor, body.IsTrue("even_if_similar"), call.Author), call.RequestKey);
    }

    static T? Of<T>(string? word) where T : struct, Enum =>
        word is not null && Journal.Word.TryParse<T>(word, out var member) ? member : null;
}
