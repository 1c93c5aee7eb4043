using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace FundLedger.Tests.Data.Engines;

/// <summary>
/// A fact that must hold on SQLite and on PostgreSQL: <see cref="TestLedger"/> and the command line use the engine of the
/// test that runs. Where PostgreSQL is not installed its half is skipped, and says so.
/// </summary>
[XunitTestCaseDiscoverer("FundLedger.Tests.Data.Engines.FactDiscoverer", "FundLedger.Tests")]
[AttributeUsage(AttributeTargets.Method)]
sealed class OnEachEngineAttribute : FactAttribute;

/// <summary>The same for a theory.</summary>
[XunitTestCaseDiscoverer("FundLedger.Tests.Data.Engines.EachEngineDiscoverer", "FundLedger.Tests")]
[AttributeUsage(AttributeTargets.Method)]
sealed class TheoryOnEachEngineAttribute : TheoryAttribute;

/// <summary>A fact about PostgreSQL alone.</summary>
[XunitTestCaseDiscoverer("FundLedger.Tests.Data.Engines.PostgresDiscoverer", "FundLedger.Tests")]
[AttributeUsage(AttributeTargets.Method)]
sealed class OnPostgresAttribute : FactAttribute;

sealed class FactDiscoverer(IMessageSink messages) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions options, ITestMethod method, IAttributeInfo fact) =>
        EngineTestCase.OfEach(messages, options, method);
}

sealed class PostgresDiscoverer(IMessageSink messages) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions options, ITestMethod method, IAttributeInfo fact) =>
        [new EngineTestCase(Engine.Postgres, messages, options, method, null)];
}

sealed class EachEngineDiscoverer(IMessageSink messages) : TheoryDiscoverer(messages)
{
    protected override IEnumerable<IXunitTestCase> CreateTestCasesForDataRow(
        ITestFrameworkDiscoveryOptions options, ITestMethod method, IAttributeInfo theory, object[] row) =>
        EngineTestCase.OfEach(DiagnosticMessageSink, options, method, row);
}
