using System.Globalization;

namespace FundLedger.Reporting;

/// <summary>Runs something as on a machine with another culture.</summary>
static class OtherCulture
{
    public static T Run<T>(string culture, Func<T> what)
    {
        T? result = default;
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                result = what();
            }
            catch (InvalidOperationException thrown)
            {
                failure = thrown;
            }
        })
        {
            CurrentCulture = CultureInfo.GetCultureInfo(culture),
            CurrentUICulture = CultureInfo.GetCultureInfo(culture),
        };
        thread.Start();
        thread.Join();
        return failure is null ? result! : throw failure;
    }
}
