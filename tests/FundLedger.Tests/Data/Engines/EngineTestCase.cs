using System.ComponentModel;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace FundLedger.Tests.Data.Engines;

/// <summary>The engines that ledgers are tested on.</summary>
enum Engine
{
    Sqlite,
    Postgres,
}

/// <summary>The engine of the test that runs; SQLite where a test names none.</summary>
static class TestEngine
{
    static readonly AsyncLocal<Engine> Running = new();

    public static Engine Current
    {
        get => Running.Value;
        set => Running.Value = value;
    }

    public static bool IsPostgres => Current == Engine.Postgres;
}

/// <summary>One test on one engine.</summary>
sealed class EngineTestCase : SkippableFactTestCase
{
    static readonly string[] Skipping = ["Xunit.SkipException"];

    Engine _engine;

    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("Called when a test case is read back.")]
    public EngineTestCase()
    {
    }

    public EngineTestCase(
        Engine engine, IMessageSink messages, ITestFrameworkDiscoveryOptions options, ITestMethod method, object[]? arguments)
        : base(Skipping, messages, options.MethodDisplayOrDefault(), options.MethodDisplayOptionsOrDefault(), method, arguments) =>
        _engine = engine;

    internal static IEnumerable<IXunitTestCase> OfEach(
        IMessageSink messages, ITestFrameworkDiscoveryOptions options, ITestMethod method, object[]? arguments = null) =>
        Enum.GetValues<Engine>().Select(engine => new EngineTestCase(engine, messages, options, method, arguments));

    public override async Task<RunSummary> RunAsync(
        IMessageSink diagnosticMessageSink, IMessageBus messageBus, object[] constructorArguments, ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource)
    {
        TestEngine.Current = _engine;
        return await base.RunAsync(diagnosticMessageSink, messageBus, constructorArguments, aggregator, cancellationTokenSource);
    }

    public override void Serialize(IXunitSerializationInfo data)
    {
        data.AddValue("Engine", _engine.ToString());
        base.Serialize(data);
    }

    public override void Deserialize(IXunitSerializationInfo data)
    {
        _engine = Enum.Parse<Engine>(data.GetValue<string>("Engine"));
        base.Deserialize(data);
    }

    protected override string GetDisplayName(IAttributeInfo factAttribute, string displayName) =>
        base.GetDisplayName(factAttribute, displayName) + $" [{_engine}]";

    protected override string GetSkipReason(IAttributeInfo factAttribute) =>
        base.GetSkipReason(factAttribute) ?? (_engine == Engine.Postgres ? PostgresServer.Missing! : null!);

    protected override string GetUniqueID() => base.GetUniqueID() + _engine;
}
