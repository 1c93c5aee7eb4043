using FundLedger.Tests.Web.Access;

namespace FundLedger.Tests.Screens;

/// <summary>Every page of the desk, with addresses in a ledger that has NOR, P-1 and R-1 as its first pledge and payment.</summary>
static class PageAddresses
{
    /// <summary>Routes that answer with a file, a figure or nothing, and no page.</summary>
    static readonly string[] NoPages =
    [
        "files", "desk/amount", "desk/day", "desk/donor", "entries/{number:long}/files/{hash}", "preferences", "assets/{name}", "health",
        "metrics", "sign-in", "sign-out", "first",
    ];

    /// <summary>Pages of an upload, which each test makes for itself.</summary>
    static readonly string[] Uploads = ["imports/{id}", "imports/other/{id}", "rates/import/{id}"];

    public static IEnumerable<string> Of(AddressBook book) => RouteTable.Patterns
        .Where(pattern => !pattern.StartsWith("api/", StringComparison.Ordinal) && !NoPages.Contains(pattern) && !Uploads.Contains(pattern))
        .SelectMany(pattern => Of(pattern, book)).Select(path => "/" + path.TrimStart('/'));

    static string[] Of(string pattern, AddressBook book) => pattern switch
    {
        "donors/{code}" => ["donors/" + book.Donor],
        "donors/{code}/change" => [$"donors/{book.Donor}/change"],
        "donors/{code}/contact/{number:long?}" =>
            [$"donors/{book.Donor}/contact", FormattableString.Invariant($"donors/{book.Donor}/contact/{book.Contact}")],
        "funds/{code}" => ["funds/VFTC"],
        "pledges/{number:long}" => [FormattableString.Invariant($"pledges/{book.Pledge}")],
        "pledges/{number:long}/change" =>
            [.. new[] { "amend", "write-off", "cancel", "reverse" }.Select(what => FormattableString.Invariant($"pledges/{book.Pledge}/change?what={what}"))],
        "payments/{number:long}" => [FormattableString.Invariant($"payments/{book.Payment}")],
        "payments/{number:long}/change" =>
            [.. new[] { "allocate", "refund", "reverse" }.Select(what => FormattableString.Invariant($"payments/{book.Payment}/change?what={what}"))],
        "payments/new" => ["payments/new", "payments/new?donor=" + book.Donor],
        "entries/{number:long}" => [.. book.Entries.Select(entry => FormattableString.Invariant($"entries/{entry}"))],
        "entries/{number:long}/change" => [FormattableString.Invariant($"entries/{book.Pledge}/change?what=reverse")],
        "figures" => ["figures?figure=received&donor=" + book.Donor, "figures?figure=pledged&fund=VFTC"],
        "search" => ["search?q=no", "search?q=zzzz"],
        "bank/statements/{entry:long}" => [FormattableString.Invariant($"bank/statements/{book.BankStatement}")],
        "bank/reconciliation" => [$"bank/reconciliation?account={book.Account}&as-at=2026-03-31"],
        "imports/batches/{entry:long}" => [FormattableString.Invariant($"imports/batches/{book.Import}")],
        "reports/issued/{entry:long}" => [FormattableString.Invariant($"reports/issued/{book.Report}")],
        "reports" => ["reports", "reports?fund=all&year=2025"],
        "users/{name}" => ["users/clerk"],
        "refused/{code:int}" => ["refused/404"],
        _ when pattern.Contains('{', StringComparison.Ordinal) => throw new InvalidOperationException($"{pattern} has no address here."),
        _ => [pattern],
    };
}

/// <summary>What stands where in the ledger of a test.</summary>
sealed record AddressBook(string Donor, long Contact, long Pledge, long Payment, long Import, long Report, long BankStatement, string Account)
{
    /// <summary>An entry of every kind.</summary>
    public required IReadOnlyList<long> Entries { get; init; }
}
