using System.Data.Common;
using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Web.Hosting;
using Microsoft.Extensions.Logging;

namespace FundLedger.Web.Works;

/// <summary>Runs works, each with a ledger of its own. One that is cut off has recorded nothing, since each is one transaction.</summary>
public sealed partial class Workshop(DeskOptions options, ILogger<Workshop> log)
{
    public Work<T> Begin<T>(Func<Ledger, Action<long>, Outcome<T>> what)
    {
        var work = new Work<T>();
        // Not awaited by the request that asks for it: the person may close the page.
        _ = Task.Run(() => work.End(Run(what, work.Report)));
        return work;
    }

    Outcome<T> Run<T>(Func<Ledger, Action<long>, Outcome<T>> what, Action<long> report)
    {
        try
        {
            return Ledger.Open(options.Ledger, options.Clock).Then(ledger =>
            {
                using (ledger) return what(ledger, report);
            });
        }
        catch (Exception fault)
        {
            Failed(fault);
            return (fault is DbException database ? Ledger.Trouble(database) : null)
                ?? new Problem("the program failed; nothing was recorded", "please report what you did and when");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A work ended in a fault.")]
    partial void Failed(Exception fault);
}
