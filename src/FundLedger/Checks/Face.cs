namespace FundLedger.Checks;

/// <summary>
/// How a face of the program (command line, desk, API) calls what the remedies of problems name: a field, written ‹approved-by›,
/// and a command of the program, written «pledges list».
/// </summary>
public sealed record Face(Func<string, string> Field, Func<string, string> Command)
{
    /// <summary>Where nobody says how a field is called, and commands are those of the command line.</summary>
    public static Face Plain { get; } = new(field => field.Replace('-', ' '), command => $"'fundledger {command}'");
}
