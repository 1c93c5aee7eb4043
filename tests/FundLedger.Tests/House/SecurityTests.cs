using System.Reflection;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace FundLedger.Tests.House;

/// <summary>What the document on security says is shown is shown.</summary>
public partial class SecurityTests
{
    [Fact]
    public void Every_test_that_the_document_on_security_names_exists()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "src", "SECURITY.md"));
        var named = Named().Matches(text).Select(match => (Class: match.Groups[1].Value, Method: match.Groups[2].Value)).ToArray();
        named.Length.ShouldBeGreaterThan(20);
        foreach (var (type, method) in named)
            Assembly.GetExecutingAssembly().GetTypes().Where(one => one.Name == type).SelectMany(one => one.GetMethods())
                .ShouldContain(one => one.Name == method && one.GetCustomAttributes<FactAttribute>().Any(), $"{type}.{method}");
    }

    [GeneratedRegex(@"`(\w+Tests)\.(\w+)`")]
    private static partial Regex Named();
}
