using FundLedger.Cli;

return new Shell(Console.Out, Console.Error, TimeProvider.System)
{
    IsTerminal = !Console.IsOutputRedirected && !Console.IsErrorRedirected,
    DefaultLedger = Environment.GetEnvironmentVariable("FUNDLEDGER_LEDGER"),
    User = Environment.UserName,
}.Run(args);
