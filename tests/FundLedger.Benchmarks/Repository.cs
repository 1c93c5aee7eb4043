namespace FundLedger.Benchmarks;

/// <summary>Where the project's own files are.</summary>
static class Repository
{
    internal static string Root { get; } = Find();

    internal static string File(string path) => Path.Combine(Root, path);

    static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "FundLedger.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The project's folder was not found above the program.");
    }
}
