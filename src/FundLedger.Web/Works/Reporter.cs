namespace FundLedger.Web.Works;

/// <summary>Tells a work's page how far it is.</summary>
sealed class Reporter(Action<long> report) : IProgress<long>
{
    public void Report(long value) => report(value);
}
