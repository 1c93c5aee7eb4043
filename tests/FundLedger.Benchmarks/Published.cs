using System.Runtime.InteropServices;

namespace FundLedger.Benchmarks;

/// <summary>The program as it is shipped: one file, compiled ahead.</summary>
static class Published
{
    internal static string Make(string folder)
    {
        var output = Path.Combine(folder, "program");
        Measured.Run("dotnet", "publish", Repository.File("src/FundLedger.Cli"), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier,
            "--self-contained", "-p:PublishSingleFile=true", "-p:PublishReadyToRun=true", "-o", output);
        return Path.Combine(output, "fundledger");
    }
}
