using System.CommandLine;
using FundLedger.Web.Hosting;
using Microsoft.AspNetCore.Builder;

namespace FundLedger.Cli.Commands;

static class ServeCommand
{
    internal static Command Build(Shell shell)
    {
        var urls = Described.Usual("--urls", "where to listen, several separated by ;", "URLS", "http://127.0.0.1:5080");
        return Described.Command("serve", """
            Open the treasury desk: everything that these commands do, in a browser.

            On a ledger without persons it listens on this computer only, and its first page makes the first administrator.
            FUNDLEDGER_OIDC_AUTHORITY, _CLIENT_ID, _CLIENT_SECRET and _CLAIM name a sign-in server of your organization.
            """, "fundledger serve --urls http://127.0.0.1:5080", urls)
            .Does(parse =>
            {
                var desk = DeskHost.Build(new DeskOptions(
                    shell.LedgerAddress(parse), [.. parse.GetRequiredValue(urls).Split(';', StringSplitOptions.TrimEntries)], shell.Clock)
                { OpenId = OpenIdSettings.From(Environment.GetEnvironmentVariable) });
                return shell.Answer(parse, desk, host => Run(shell, host));
            });
    }

    static void Run(Shell shell, WebApplication host)
    {
        host.Lifetime.ApplicationStarted.Register(() => shell.Terminal.Say("The desk is open at " + string.Join(" and ", host.Urls)
            + "; Ctrl+C closes it."));
        host.Run();
    }
}
