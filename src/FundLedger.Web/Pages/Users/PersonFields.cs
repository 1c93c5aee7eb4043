using System.Collections.Immutable;
using FundLedger.Web.Forms;

namespace FundLedger.Web.Pages.Users;

/// <summary>Reads what a form says of a person.</summary>
static class PersonFields
{
    /// <summary>The funds ticked; none means all of them.</summary>
    internal static ImmutableArray<string> FundsOf(DeskForm form) =>
        [.. form["funds"].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
