using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Format;
using FundLedger.Funds;
using FundLedger.Journal;
using FundLedger.Reports.Wording;
using FundLedger.Users;
using FundLedger.Web.Access;
using Microsoft.AspNetCore.Http;

namespace FundLedger.Web.Visits;

/// <summary>
/// One request of one person: the ledger he uses, narrowed to his funds, and the language he reads. Everything that a page
/// does goes through it.
/// </summary>
public sealed class Visit(LedgerPool pool, IHttpContextAccessor http) : IDisposable
{
    Ledger? _ledger;

    /// <summary>The ledger of this request. It shows nothing until the person is recognised.</summary>
    public Ledger Ledger => _ledger ??= Rent();

    /// <summary>Who is signed in; none before signing in.</summary>
    public Person? Person { get; private set; }

    public string Name => Person?.Name ?? throw new InvalidOperationException("Nobody is signed in.");

    public Phrases Words => field ??= Wording.Words.In(Language);

    /// <summary>How figures and days are written.</summary>
    public Notation Notation => Notation.Of(Language);

    public string Language => field ??= Wording.Words.Chosen(http.HttpContext!.Request);

    /// <summary>"light" or "dark" where the person chose one; none where the screen's own setting decides.</summary>
    public string? Theme => http.HttpContext!.Request.Cookies[Preferences.Theme] is var theme && theme is "light" or "dark" ? theme : null;

    public bool May(Right right) => Person is { } person && person.Holds(right);

    /// <summary>Whether the person may see what belongs to no single fund.</summary>
    public bool SeesAllFunds => Person is { IsLimited: false };

    /// <summary>Who asks for something to be recorded; the key makes asking twice harmless.</summary>
    public Author Author(string? requestKey = null) =>
        new(Name) { RequestKey = requestKey is { Length: > 0 } key ? $"desk:{Name}:{key}" : null };

    /// <summary>Makes the ledger that of a person, if he is one who did not leave.</summary>
    internal bool Recognise(string name)
    {
        if (Ledger.Users.List().Find(name) is not { IsRefused: false, Value: { IsActive: true } person }) return false;
        Person = person;
        Ledger.Scope = FundScope.For(person.Funds);
        return true;
    }

    public void Dispose()
    {
        if (_ledger is null) return;
        pool.Return(_ledger, isSound: !IsStumbled);
        _ledger = null;
    }

    /// <summary>Set when the request ended in a fault, over which a connection may be left unusable.</summary>
    internal bool IsStumbled { get; set; }

    Ledger Rent()
    {
        var rented = pool.Rent();
        return rented.IsRefused ? throw new LedgerUnavailableException(rented.Problems[0]) : rented.Value;
    }
}

/// <summary>That the ledger cannot be opened now, with the words for it.</summary>
public sealed class LedgerUnavailableException(Problem problem) : Exception(problem.ToText())
{
    public Problem Problem => problem;
}
