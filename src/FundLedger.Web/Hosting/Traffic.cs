using System.Globalization;
using System.Text;
using FundLedger.Data;
using FundLedger.Web.Visits;
using Microsoft.AspNetCore.Http;

namespace FundLedger.Web.Hosting;

/// <summary>
/// Counts requests, and tells a monitor in the text form of Prometheus how the desk does. Names and amounts are no part of it.
/// </summary>
public sealed class Traffic
{
    readonly long[] _byStatus = new long[6];

    internal async Task Count(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        finally
        {
            Interlocked.Increment(ref _byStatus[Math.Clamp(http.Response.StatusCode / 100, 0, 5)]);
        }
    }

    internal string ToText(Ledger ledger, LedgerPool pool)
    {
        var head = ledger.Journal.Head();
        var text = new StringBuilder();
        Line("fundledger_entries", "gauge", head.Entry, "Entries of the journal.");
        Line("fundledger_last_entry_seconds", "gauge", head.At.ToUnixTimeSeconds(), "When the last entry was recorded, since 1970.");
        Line("fundledger_unexplained_bank_lines", "gauge", ledger.Bank.Accounts().Sum(account => account.Unexplained),
            "Bank lines that nothing explains.");
        Line("fundledger_waiting_proposals", "gauge", ledger.Proposals.Waiting().Length, "Proposals that wait for a second person.");
        Line("fundledger_ledgers_in_use", "gauge", pool.InUse, "Connections to the ledger that requests use now.");
        text.Append("# HELP fundledger_requests_total Requests answered.\n# TYPE fundledger_requests_total counter\n");
        for (var kind = 2; kind <= 5; kind++)
            text.Append(CultureInfo.InvariantCulture,
                $"fundledger_requests_total{{status=\"{kind}xx\"}} {Interlocked.Read(ref _byStatus[kind])}\n");
        return text.ToString();

        void Line(string name, string kind, long value, string help) => text.Append(CultureInfo.InvariantCulture,
            $"# HELP {name} {help}\n# TYPE {name} {kind}\n{name} {value}\n");
    }
}
