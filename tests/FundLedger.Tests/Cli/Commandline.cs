using System.Text.Json;
using FundLedger.Cli;
using FundLedger.Tests.Data;
using FundLedger.Tests.Data.Engines;

namespace FundLedger.Tests.Cli;

/// <summary>Runs commands as a user does, in a folder of its own, and keeps what they printed.</summary>
sealed class Commandline : IDisposable
{
    readonly StringWriter _output = new();
    readonly StringWriter _error = new();

    public string Folder { get; } = Directory.CreateTempSubdirectory("fundledger-").FullName;

    public TestClock Clock { get; } = new();

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    /// <summary>Where the ledger is to be: a file, or an empty database, by the engine of the test that runs.</summary>
    public string Ledger
    {
        get => field ??= TestEngine.IsPostgres ? PostgresServer.Empty() : Path.Combine(Folder, "ledger.db");
        init;
    }

    public int Run(params string[] args)
    {
        _output.GetStringBuilder().Clear();
        _error.GetStringBuilder().Clear();
        return new Shell(_output, _error, Clock) { DefaultLedger = Ledger, User = "clerk" }.Run(args);
    }

    /// <summary>Runs a command that must be done, with --json, and reads its answer.</summary>
    public JsonElement Json(params string[] args)
    {
        var code = Run([.. args, "--json"]);
        if (code != 0) throw new InvalidOperationException($"'{string.Join(' ', args)}' ended with {code}: {Error}");
        return JsonDocument.Parse(Output).RootElement;
    }

    public string Write(string name, string content)
    {
        var file = Path.Combine(Folder, name);
        File.WriteAllText(file, content);
        return file;
    }

    /// <summary>An empty ledger with a rate for the euro.</summary>
    public Commandline WithLedger()
    {
        Json("init");
        Json("rates", "import", Write("rates.csv", "currency,effective_date,rate\nEUR,2019-12-31,0.9\nEUR,2025-06-01,0.88\n"));
        return this;
    }

    public void Dispose()
    {
        if (!Ledger.EndsWith("/books", StringComparison.Ordinal)) PostgresServer.Drop(Ledger);
        Directory.Delete(Folder, recursive: true);
    }
}
