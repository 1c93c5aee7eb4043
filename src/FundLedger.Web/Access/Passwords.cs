using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Users;
using Microsoft.AspNetCore.Identity;

namespace FundLedger.Web.Access;

/// <summary>Sets and checks passwords, with the framework's hash; five misses lock a person out for a while.</summary>
public sealed class Passwords(TimeProvider clock)
{
    public const int Shortest = 12;
    const int Longest = 128;

    static readonly PasswordHasher<string> Hasher = new();

    /// <summary>Takes as long as a true check, so that the time of an answer does not tell which names there are.</summary>
    static readonly Lazy<string> Nobody = new(() => Hasher.HashPassword("", "nobody has this password"));

    /// <summary>Gives a person a password.</summary>
    public static Outcome<string> Set(Ledger ledger, string person, string password) =>
        Judge(person, password).Then<string>(_ =>
        {
            ledger.Access.SetPassword(person, Hasher.HashPassword(person, password));
            return person;
        });

    /// <summary>What is wrong with a password for a person.</summary>
    public static Outcome<string> Judge(string person, string password)
    {
        if (password.Length is < Shortest or > Longest)
            return new Problem($"a password has {Shortest} to {Longest} letters", "choose a longer one; a sentence is easy to remember")
            { Column = "password" };
        return (person.Length > 3 && password.Contains(person, StringComparison.OrdinalIgnoreCase)) || password.Distinct().Count() < 5
            ? new Problem("the password is too easy to guess", "choose one without the name, of more different letters")
            { Column = "password" }
            : password;
    }

    /// <summary>The person whose name and password these are.</summary>
    public Outcome<Person> Check(Ledger ledger, string name, string password)
    {
        var signIn = ledger.Access.SignInOf(name);
        var person = ledger.Users.List().Find(name);
        var isLocked = signIn?.IsLockedAt(clock.GetUtcNow()) == true;
        var result = Hasher.VerifyHashedPassword(name, signIn?.PasswordHash ?? Nobody.Value, password);
        if (isLocked)
            return new Problem("too many wrong passwords: nobody can sign in by this name for a while",
                "wait fifteen minutes, or ask an administrator for another password");
        if (signIn is null || person.IsRefused || !person.Value.IsActive || result == PasswordVerificationResult.Failed)
        {
            if (signIn is not null) ledger.Access.Failed(name);
            return new Problem("name or password is wrong", "type both again; capital letters count");
        }

        if (result == PasswordVerificationResult.SuccessRehashNeeded) ledger.Access.Rehash(name, Hasher.HashPassword(name, password));
        ledger.Access.CameIn(name);
        return person.Value;
    }
}
