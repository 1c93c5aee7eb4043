using Xunit;

namespace FundLedger.Tests;

<<<<<<< HEAD
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
=======
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
>>>>>>> bank
    }
}
