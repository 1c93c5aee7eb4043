using System.Globalization;
using Xunit;

namespace FundLedger.Tests;

/// <summary>Runs code on a machine set to another language: decimal commas, other digits, another calendar.</summary>
static class InCulture
{
    public static TheoryData<string> Names => ["de-DE", "ar-SA", "fr-CH", ""];

    public static void Run(string name, Action action)
    {
        var thread = Thread.CurrentThread;
        var before = (thread.CurrentCulture, thread.CurrentUICulture);
        try
        {
            thread.CurrentCulture = thread.CurrentUICulture = CultureInfo.GetCultureInfo(name);
            action();
        }
        finally
        {
            (thread.CurrentCulture, thread.CurrentUICulture) = before;
        }
    }
}
