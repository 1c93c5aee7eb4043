using System.Collections.Immutable;

namespace FundLedger.Checks;

/// <summary>
/// What a rule answers: a decision, or the problems that stand in its way. Faults of the program are exceptions instead.
/// </summary>
public sealed class Outcome<T>
{
    readonly T? _value;

    internal Outcome(T? value, ImmutableArray<Problem> problems) => (_value, Problems) = (value, problems);

    public ImmutableArray<Problem> Problems { get; }

    public bool IsRefused => Problems.Length > 0;

    /// <summary>The decision. Asking for it after a refusal is a fault of the program.</summary>
    public T Value => IsRefused
        ? throw new InvalidOperationException("Refused: " + Problems[0].Message)
        : _value!;

    public static implicit operator Outcome<T>(T value) => new(value, []);

    public static implicit operator Outcome<T>(Problem problem) => new(default, [problem]);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal.Problems);

    public Outcome<TNext> Then<TNext>(Func<T, Outcome<TNext>> next) =>
        IsRefused ? new Outcome<TNext>(default, Problems) : next(_value!);
}

/// <summary>Problems on their way into an <see cref="Outcome{T}"/> of any type.</summary>
public sealed record Refusal(ImmutableArray<Problem> Problems)
{
    public static Refusal Because(string message, string remedy) => new([new Problem(message, remedy)]);
}
