using FundLedger.Tests.Cli;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.House;

/// <summary>What the README shows is what the program does.</summary>
public class ReadmeTests
{
    [Fact]
    public void The_session_in_the_README_is_true()
    {
        using var line = new Commandline();
        line.Clock.Now = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        foreach (var (command, output) in Session())
        {
            line.Run([.. Words(command), .. command.Contains(" report ", StringComparison.Ordinal) ? ["--out", line.Folder] : Array.Empty<string>()]);
            if (output.Length > 0)
                (line.Output + line.Error).Replace(line.Ledger, "data/ledger.db", StringComparison.Ordinal).Trim().ShouldBe(output, command);
        }
    }

    [Fact]
    public void Files_that_the_documents_name_are_there()
    {
        foreach (var document in new[] { "README.md", "src/ARCHITECTURE.md", "src/DECISIONS.md", "src/FundLedger.Web/README.md", "src/OPERATIONS.md",
            "reports/README.md", "data/README.md" })
        {
            var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, document))!;
            var text = File.ReadAllText(Path.Combine(Repository.Root, document));
            foreach (var link in System.Text.RegularExpressions.Regex.Matches(text, @"\]\((?!https?:)([^)#]+)\)").Select(match => match.Groups[1].Value))
                Path.Exists(Path.Combine(folder, link)).ShouldBeTrue($"{document} links to {link}");
        }
    }

    /// <summary>Commands and what the README prints below them; nothing where it shows no output.</summary>
    static IEnumerable<(string Command, string Output)> Session()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "README.md"));
        var start = Array.FindIndex(lines, line => line.StartsWith("$ fundledger init", StringComparison.Ordinal));
        var block = lines[start..].TakeWhile(line => line != "```").ToArray();
        for (var i = 0; i < block.Length; i++)
        {
            if (!block[i].StartsWith("$ ", StringComparison.Ordinal)) continue;
            var output = block[(i + 1)..].TakeWhile(line => line.Length > 0 && !line.StartsWith("$ ", StringComparison.Ordinal));
            yield return (block[i][2..], string.Join('\n', output));
        }
    }

    static IEnumerable<string> Words(string command) => command.Split(' ').Skip(1)
        .Select(word => word.StartsWith("data/", StringComparison.Ordinal) ? Path.Combine(Repository.Root, word) : word);
}
