using System.Diagnostics;
using System.Globalization;
using FundLedger.Cli;

namespace FundLedger.Tests.Faults;

/// <summary>The built fundledger command as a process of its own.</summary>
static class FundLedgerProgram
{
    static readonly string Assembly = typeof(Shell).Assembly.Location;

    public static Process Start(string ledger, params string[] args) => Start(new ProcessStartInfo("dotnet", [Assembly, .. args]), ledger);

    /// <summary>The same with files that cannot grow beyond so many kilobytes.</summary>
    public static Process Limited(int kilobytes, string ledger, params string[] args)
    {
        var limit = kilobytes.ToString(CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo("/bin/bash",
            ["-c", "trap '' XFSZ; ulimit -f \"$0\"; exec dotnet \"$@\"", limit, Assembly, .. args]);
        // The runtime's own double mapping of memory would meet the limit first.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return Start(start, ledger);
    }

    /// <summary>Kills a program (SIGKILL) if it does not end by itself within the time; whether it was killed.</summary>
    public static bool KillAfter(this Process program, TimeSpan time)
    {
        if (program.WaitForExit(time)) return false;
        program.Kill();
        program.WaitForExit();
        return true;
    }

    static Process Start(ProcessStartInfo start, string ledger)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.Environment["FUNDLEDGER_LEDGER"] = ledger;
        return Process.Start(start)!;
    }
}
