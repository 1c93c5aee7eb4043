using Xunit;

namespace FundLedger.Tests;

/// <summary>
/// Reference files that stay outside the repository: in ../shared beside it, or where FUNDLEDGER_SHARED says.
/// A test that needs one is skipped, with the reason, where it is not there.
/// </summary>
static class SharedFiles
{
    public static string Require(string path)
    {
        var file = Path.Combine(Folder(), path);
        Skip.If(!File.Exists(file), $"The shared file {path} is not here; FUNDLEDGER_SHARED names its folder.");
        return file;
    }

    static string Folder()
    {
        if (Environment.GetEnvironmentVariable("FUNDLEDGER_SHARED") is { Length: > 0 } folder) return folder;
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "FundLedger.sln"))) root = root.Parent;
        return Path.Combine(root?.Parent?.FullName ?? AppContext.BaseDirectory, "shared");
    }
}
