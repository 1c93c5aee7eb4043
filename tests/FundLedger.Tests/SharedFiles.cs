using Xunit;

namespace FundLedger.Tests;

/// <summary>Files that stand beside the repository and not in it; a test that needs one is skipped without it.</summary>
static class SharedFiles
{
    /// <summary>The full path of a file below the shared folder. Skips the test when the file is not there.</summary>
    public static string Require(string path)
    {
        var folder = Environment.GetEnvironmentVariable("FUNDLEDGER_SHARED") ?? BesideRepository();
        var file = Path.Combine(folder, path);
        Skip.If(!File.Exists(file), $"shared file {path} is not here; set FUNDLEDGER_SHARED to the folder that holds it");
        return file;
    }

    static string BesideRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "FundLedger.sln"))) folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? ".", "..", "shared");
    }
}
