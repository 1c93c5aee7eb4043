using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Names;

namespace FundLedger.Donors;

/// <summary>What must hold of a donor before the ledger takes it.</summary>
public static class DonorRules
{
    const int LongestCode = 16;

    /// <summary>The donor itself, or everything that is wrong with it.</summary>
    public static Outcome<Donor> Accept(Donor donor)
    {
        ImmutableArray<Problem> problems = [.. Problems(donor)];
        return problems.Length > 0 ? new Refusal(problems) : donor;
    }

    static IEnumerable<Problem> Problems(Donor donor)
    {
        if (!IsCode(donor.Code))
            yield return About(
                "code", donor.Code, $"'{Quoted.Short(donor.Code)}' cannot be the code of a donor",
                $"write 2 to {LongestCode} letters A to Z, digits or hyphens, first a letter, e.g. FRA or FORD");
        if (FoldedName.Of(donor.Name).Length == 0)
            yield return About("name", donor.Name, "the donor has no name", "give the official name in English");
        if (donor.AllTexts().Any(text => text.Any(char.IsControl) || HiddenCharacters.AreIn(text)))
            yield return About("name", donor.Name, "a name holds characters that cannot be seen", "type the name afresh");
        if (donor.Language is not (NameChoice.English or NameChoice.French or NameChoice.Spanish))
            yield return About(
                "language", donor.Language, $"no letters are written in '{Quoted.Short(donor.Language)}'",
                "give en, fr or es");
        if (donor.Region is not null && donor.Kind != DonorKind.MemberState)
            yield return About(
                "region", donor.Code, "only Member States are in regional groups", "leave the region empty");
        if (donor.LdcUntil is not null && !(donor.LdcSince < donor.LdcUntil))
            yield return About(
                "ldc_until", donor.Code, "the graduation does not come after an inclusion", "correct the two days");
        foreach (var problem in FormerName.Parse(donor.FormerNames).Problems) yield return problem;
    }

    static Problem About(string column, string value, string message, string remedy) =>
        new(message, remedy) { Column = column, Value = value };

    static bool IsCode(string code) =>
        code.Length is >= 2 and <= LongestCode && char.IsAsciiLetterUpper(code[0])
        && code.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter) || letter == '-');

    static IEnumerable<string> AllTexts(this Donor donor) =>
        [donor.Name, donor.NameFr, donor.NameEs, donor.Aliases, donor.FormerNames];
}
