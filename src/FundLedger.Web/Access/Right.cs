using FundLedger.Users;

namespace FundLedger.Web.Access;

/// <summary>What a page or a route asks of the person who uses it.</summary>
public enum Right
{
    /// <summary>Nothing: it is shown before signing in.</summary>
    None,

    /// <summary>To be a person of the ledger, in any role.</summary>
    Read,
    Record,
    Approve,

    /// <summary>To keep the persons and the rules of approval.</summary>
    Administer,

    /// <summary>What a person does with his own things, in any role: sign out, change his password.</summary>
    Own,
}

/// <summary>
/// The rights that a page or route asks for: one to see it, another to change something by it. Without this attribute
/// every person may see it and only those who record may change something.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AsksAttribute : Attribute
{
    public Right ToSee { get; init; } = Right.Read;

    public Right ToChange { get; init; } = Right.Record;

    /// <summary>Whether it shows or changes what belongs to no single fund, so that a limit of funds excludes it.</summary>
    public bool AllFunds { get; init; }
}

public static class Rights
{
    public static bool Holds(this Person person, Right right) => person.IsActive && right switch
    {
        Right.None or Right.Read or Right.Own => true,
        Right.Record => person.Has(Role.Recorder) || person.Has(Role.Administrator),
        Right.Approve => person.Has(Role.Approver),
        Right.Administer => person.Has(Role.Administrator),
        _ => throw new ArgumentOutOfRangeException(nameof(right)),
    };
}
