using FundLedger.Checks;

namespace FundLedger.Data.Files;

/// <summary>
/// Carries a problem out of the depth of a reader to <see cref="TableFile"/>, which hands it on as a value. It never
/// leaves this folder.
/// </summary>
sealed class FileRefusedException(Problem problem) : Exception(problem.Message)
{
    internal FileRefusedException(string message, string remedy) : this(new Problem(message, remedy))
    {
    }

    internal Problem Problem { get; } = problem;
}
