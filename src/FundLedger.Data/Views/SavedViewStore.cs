using System.Collections.Immutable;
using FundLedger.Checks;

namespace FundLedger.Data.Views;

/// <summary>A list with its filter and order under a name of its person: the path of the list, and the query of its address.</summary>
public sealed record SavedView(string List, string Name, string Query)
{
    public string Address => List + Query;
}

/// <summary>
/// Lists as their persons like to see them. They are kept beside the journal and change; nobody sees those of another.
/// </summary>
public sealed class SavedViewStore(Ledger ledger)
{
    /// <summary>More than these nobody finds again.</summary>
    public const int MostOfOnePerson = 50;

    public const int LongestName = 60;

    const int LongestQuery = 2000;

    /// <summary>The views of a person, list by list.</summary>
    public ImmutableArray<SavedView> Of(string person) =>
    [
        .. ledger.Query<(string List, string Name, string Query)>(
            "SELECT list, name, query FROM saved_view WHERE person = @person", new { person })
            .Select(row => new SavedView(row.List, row.Name, row.Query))
            .OrderBy(view => view.List, StringComparer.Ordinal).ThenBy(view => view.Name, StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>Keeps a view; one of the same name on the same list is replaced.</summary>
    public Outcome<SavedView> Keep(string person, SavedView view)
    {
        if (Objection(view) is { } problem) return problem;
        var others = Of(person).Count(one => (one.List, one.Name) != (view.List, view.Name));
        if (others >= MostOfOnePerson)
            return new Problem($"{MostOfOnePerson} views are kept already", "delete one that is not needed any more")
            { Column = "view-name" };
        ledger.Execute("""
            INSERT INTO saved_view (person, list, name, query, saved_at) VALUES (@person, @List, @Name, @Query, @now)
            ON CONFLICT (person, list, name) DO UPDATE SET query = @Query, saved_at = @now
            """, new { person, view.List, view.Name, view.Query, now = ledger.Clock.GetUtcNow().ToUnixTimeMilliseconds() });
        return view;
    }

    /// <summary>Gives a view of a person another name, which none of the same list has.</summary>
    public Outcome<SavedView> Rename(string person, string list, string name, string newName)
    {
        var views = Of(person);
        if (views.FirstOrDefault(one => (one.List, one.Name) == (list, name)) is not { } view) return Unknown(name);
        var renamed = view with { Name = newName };
        if (Objection(renamed) is { } problem) return problem;
        if (newName == name) return view;
        if (views.Any(one => (one.List, one.Name) == (list, newName)))
            return new Problem($"there is a view {newName} of this list already", "choose another name")
            { Column = "view-name", Value = newName };
        ledger.Execute("UPDATE saved_view SET name = @newName WHERE person = @person AND list = @list AND name = @name",
            new { person, list, name, newName });
        return renamed;
    }

    public Outcome<SavedView> Delete(string person, string list, string name)
    {
        if (Of(person).FirstOrDefault(one => (one.List, one.Name) == (list, name)) is not { } view) return Unknown(name);
        ledger.Execute("DELETE FROM saved_view WHERE person = @person AND list = @list AND name = @name", new { person, list, name });
        return view;
    }

    static Problem? Objection(SavedView view) =>
        view.Name.Trim().Length == 0 || view.Name.Length > LongestName || HiddenCharacters.AreIn(view.Name)
        ? new Problem("this cannot be the name of a view", $"write 1 to {LongestName} letters") { Column = "view-name" }
        : view.Query.Length > LongestQuery ? new Problem("the address of the list is too long to be kept", "filter by less")
        : null;

    static Problem Unknown(string name) =>
        new($"there is no view {Quoted.Short(name)} any more", "look which views are kept") { Column = "view-name", Value = name };
}
