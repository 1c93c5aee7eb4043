using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.House;

/// <summary>The habits of the house that the compiler does not see.</summary>
public partial class SourceTests
{
    const int LongestFile = 300;
    const int LongestTest = 400;
    const int LongestLine = 140;

    static readonly string[] Drawers = ["Utils", "Utilities", "Helpers", "Common", "Services", "Models", "Misc", "Shared"];

    /// <summary>Which project may use which: an arrow that is not here is not allowed.</summary>
    static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["FundLedger"] = [],
        ["FundLedger.Data"] = ["FundLedger"],
        ["FundLedger.Reporting"] = ["FundLedger"],
        ["FundLedger.Web"] = ["FundLedger", "FundLedger.Data", "FundLedger.Reporting"],
        ["FundLedger.Cli"] = ["FundLedger", "FundLedger.Data", "FundLedger.Reporting", "FundLedger.Web"],
    };

    /// <summary>The same between the folders of the ledger itself; reports stand on everything and nothing on them.</summary>
    static readonly Dictionary<string, string[]> Below = new()
    {
        ["Money"] = [],
        ["Checks"] = [],
        ["Names"] = [],
        ["Reference"] = ["Checks"],
        ["Journal"] = ["Money", "Checks", "Rates"],
        ["Rates"] = ["Money", "Checks", "Journal"],
        ["Funds"] = ["Money", "Checks", "Names", "Journal", "Reference"],
        ["Donors"] = ["Money", "Checks", "Names", "Journal", "Reference"],
        ["Pledges"] = ["Money", "Checks", "Journal", "Rates"],
        ["Payments"] = ["Money", "Checks", "Journal", "Rates", "Pledges", "Bank"],
        ["Statements"] = ["Money", "Checks", "Journal"],
        ["Users"] = ["Money", "Checks", "Journal", "Approvals"],
        ["Approvals"] = ["Money", "Checks", "Journal", "Users"],
        ["Closing"] = ["Money", "Checks", "Journal"],
    };

    public static TheoryData<string> Projects => [.. Arrows.Keys];

    public static TheoryData<string> Nouns => [.. Below.Keys];

    [Theory, MemberData(nameof(Projects))]
    public void A_project_uses_only_those_below_it(string project)
    {
        var file = File.ReadAllText(Path.Combine(Repository.Root, "src", project, project + ".csproj"));
        ProjectReference().Matches(file).Select(match => match.Groups[1].Value).Except(Arrows[project]).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Nouns))]
    public void A_noun_of_the_ledger_uses_only_those_below_it(string noun)
    {
        var users = Repository.Sources("src/FundLedger/" + noun).SelectMany(file => Used().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value).Distinct();
        users.Except(Below[noun]).Except([noun]).ShouldBeEmpty();
    }

    [Fact]
    public void The_ledger_itself_needs_no_package() =>
        File.ReadAllText(Path.Combine(Repository.Root, "src", "FundLedger", "FundLedger.csproj")).ShouldNotContain("PackageReference");

    [Fact]
    public void Only_the_data_project_speaks_SQL()
    {
        var speakers = Repository.Sources("src").Where(file => !file.Contains("FundLedger.Data", StringComparison.Ordinal)
            && SqlWord().IsMatch(File.ReadAllText(file)));
        speakers.Select(Repository.Relative).ShouldBeEmpty();
    }

    [Fact]
    public void Folders_are_nouns_of_the_field() =>
        Repository.Sources("src").Concat(Repository.Sources("tests")).Select(Repository.Relative)
            .Where(file => Drawers.Any(drawer => file.Contains($"/{drawer}/", StringComparison.Ordinal)
                || Path.GetFileNameWithoutExtension(file).EndsWith(drawer, StringComparison.Ordinal)))
            .ShouldBeEmpty();

    [Fact]
    public void No_file_is_longer_than_300_lines_nor_a_test_than_400() =>
        Repository.Sources("src").Where(file => File.ReadLines(file).Count() > LongestFile)
            .Concat(Repository.Sources("tests").Where(file => File.ReadLines(file).Count() > LongestTest))
            .Select(Repository.Relative).ShouldBeEmpty();

    [Fact]
    public void No_line_is_longer_than_140_columns() =>
        Repository.Sources("src").SelectMany(file => File.ReadLines(file).Select((line, i) => (file, line, i)))
            .Where(one => one.line.Length > LongestLine && !one.line.TrimStart().StartsWith('<')).Select(one => $"{Repository.Relative(one.file)}:{one.i + 1}").ShouldBeEmpty();

    [Fact]
    public void Warnings_are_nowhere_silenced_by_a_list()
    {
        var lists = Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories)
            .Append(Path.Combine(Repository.Root, "Directory.Build.props"))
            .Where(file => File.ReadAllText(file).Contains("NoWarn", StringComparison.Ordinal));
        lists.Select(Repository.Relative).ShouldBeEmpty();
    }

    [Fact]
    public void Money_is_never_a_double()
    {
        // Geometry of drawings and the relative width of a column may be; figures may not.
        var files = Repository.Sources("src").Where(file => !file.Contains("FundLedger.Reporting", StringComparison.Ordinal))
            .Where(file => FloatingPoint().IsMatch(Code(File.ReadAllText(file)))).Select(Repository.Relative);
        files.ShouldBeEmpty();
    }

    static string Code(string text) => Comment().Replace(text, "");

    [GeneratedRegex("ProjectReference Include=\"\\.\\./[^/]+/([^/]+)\\.csproj\"")]
    private static partial Regex ProjectReference();

    [GeneratedRegex(@"^using FundLedger\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex Used();

    [GeneratedRegex(@"\b(SELECT|INSERT INTO|UPDATE \w+ SET|DELETE FROM)\b")]
    private static partial Regex SqlWord();

    [GeneratedRegex(@"\b(double|float)\b(?! [Ww]idth\b)")]
    private static partial Regex FloatingPoint();

    [GeneratedRegex(@"//.*$|""(?:[^""\\]|\\.)*""", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
