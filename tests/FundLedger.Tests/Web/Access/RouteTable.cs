using FundLedger.Users;
using FundLedger.Web.Access;

namespace FundLedger.Tests.Web.Access;

/// <summary>
/// What each route of the desk asks, written a second time and by hand: pattern, right to see, right to change, and whether a
/// limit of funds excludes it. A route that is not here fails the tests.
/// </summary>
static class RouteTable
{
    const string Text = """
        / read record
        donors read record
        donors/{code} read record
        donors/{code}/change record record
        donors/{code}/contact/{number:long?} record record
        pledges read record
        pledges/new record record
        pledges/{number:long} read record
        pledges/{number:long}/change record record
        payments read record
        payments/new record record
        payments/batch record record
        payments/{number:long} read record
        payments/{number:long}/change record record
        funds read record
        funds/{code} read record
        figures read record
        files read record
        search read record
        entries/{number:long} read record
        entries/{number:long}/change record record
        entries/{number:long}/files/{hash} read record
        desk/amount read record
        desk/day read record
        desk/donor read record
        bank read record all
        bank/match read record all
        bank/reconciliation read record all
        bank/statements/{entry:long} read record all
        imports read record all
        imports/{id} record record all
        imports/other/{id} record record all
        imports/batches/{entry:long} read record all
        rates read record
        rates/import/{id} record record all
        reports read read
        reports/issued read record
        reports/letters read record all
        reports/data read record all
        reports/issued/{entry:long} read record
        approvals read own
        approvals/decided read record all
        approvals/rules read administer
        closing read record all
        closing/revalue record record all
        audit read record all
        audit/verify read read all
        users administer administer
        users/{name} administer administer
        account read own
        views read own
        settings read record all
        sign-in none none
        sign-out read own
        first none none
        preferences none none
        fault none none
        refused/{code:int} none none
        assets/{name} none record
        health none record
        metrics none record
        api/{**rest} none none
        api/v1/openapi.json none record
        api/v1/donors read record
        api/v1/donors/{code} read record
        api/v1/donors/{code}/contacts read record
        api/v1/donors/{code}/contacts/{number:long} read record
        api/v1/donors/{code}/contacts/{number:long}/erase read record
        api/v1/pledges read record
        api/v1/pledges/{reference} read record
        api/v1/pledges/{reference}/formalise read record
        api/v1/pledges/{reference}/sign read record
        api/v1/pledges/{reference}/amend read record
        api/v1/pledges/{reference}/cancel read record
        api/v1/pledges/{reference}/write-off read record
        api/v1/payments read record
        api/v1/payments/{reference} read record
        api/v1/payments/{reference}/allocate read record
        api/v1/payments/{reference}/refund read record
        api/v1/payments/{reference}/reverse read record
        api/v1/status read record
        api/v1/figures read record
        api/v1/entries read record all
        api/v1/entries/{number:long} read record all
        api/v1/entries/{number:long}/reverse read record all
        api/v1/verify read record all
        api/v1/bank/accounts read record all
        api/v1/bank/lines read record all
        api/v1/bank/statements read record all
        api/v1/bank/lines/{line}/confirm read record all
        api/v1/bank/lines/{line}/link read record all
        api/v1/bank/lines/{line}/fee read record all
        api/v1/bank/lines/{line}/leave read record all
        api/v1/bank/lines/{line}/undo read record all
        api/v1/rates read record
        api/v1/imports read record all
        api/v1/statements read record all
        api/v1/revaluations read record all
        api/v1/closings/{year:int} read record all
        api/v1/closings read record all
        api/v1/closings/{year:int}/reopen read record all
        api/v1/reports/{kind} read read
        api/v1/exports/{data} read record all
        """;

    static readonly Dictionary<string, Asked> ByPattern = Text.Split('\n').Select(line => line.Split(' '))
        .ToDictionary(parts => parts[0], parts => new Asked(Word(parts[1]), Word(parts[2]), parts.Length > 3));

    public static IEnumerable<string> Patterns => ByPattern.Keys;

    public static Asked? Find(string pattern) => ByPattern.GetValueOrDefault(pattern);

    static Right Word(string text) => Enum.Parse<Right>(text, ignoreCase: true);
}

/// <summary>What a route asks, and whom that lets in.</summary>
sealed record Asked(Right ToSee, Right ToChange, bool AllFunds)
{
    public bool Allows(Person? person, bool isLooking, bool asksAllFunds)
    {
        var right = isLooking ? ToSee : ToChange;
        return right == Right.None || (person is not null && !(asksAllFunds && person.IsLimited) && right switch
        {
            Right.Read or Right.Own => true,
            Right.Record => person.Has(Role.Recorder) || person.Has(Role.Administrator),
            Right.Approve => person.Has(Role.Approver),
            _ => person.Has(Role.Administrator),
        });
    }
}
