using System.Collections.Immutable;
using System.CommandLine;
using System.Data.Common;
using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Data.Checks;
using FundLedger.Journal;

namespace FundLedger.Cli;

/// <summary>
/// What every command has in hand: where to print, the ledger's address, who is asking, and how success and refusal
/// look to people and to scripts.
/// </summary>
sealed class Shell(TextWriter output, TextWriter error, TimeProvider clock)
{
    const int Done = 0;
    const int Refused = 1;
    const int WrongUsage = 2;
    const int Fault = 3;

    /// <summary>Fields are options.</summary>
    static readonly Face CommandLine = Face.Plain with { Field = field => "--" + field };

    readonly Option<string?> _ledger = Global<string?>("--ledger", "the ledger: a file, or postgres://user@host/database", "FILE");
    readonly Option<bool> _json = Global<bool>("--json", "print one JSON value instead of text", null);
    readonly Option<string?> _by = Global<string?>("--by", "who records; your user name where none is given", "NAME");

    readonly Option<string?> _approver = Global<string?>("--approved-by", "a second person who approved it", "NAME");

    readonly Option<string?> _key = Global<string?>(
        "--key", "a key of your own for this request: the same request sent again has no second effect", "KEY");

    internal string? DefaultLedger { get; init; }

    internal string User { get; init; } = "clerk";

    internal bool IsTerminal { get; init; }

    internal TimeProvider Clock => clock;

    internal TextWriter Output => output;

    internal Terminal Terminal => field ??= new Terminal(output, error, IsTerminal);

    internal IEnumerable<Option> GlobalOptions => [_ledger, _json, _by, _approver, _key];

    internal int Run(IReadOnlyList<string> args)
    {
        var parse = CommandTree.Build(this).Parse(args);
        try
        {
            var code = parse.Invoke(new InvocationConfiguration
            { Output = output, Error = error, EnableDefaultExceptionHandler = false });
            return parse.Errors.Count > 0 ? WrongUsage : code;
        }
        catch (Exception fault) when (ProblemOf(fault) is { } problem)
        {
            return Refuse(parse, [problem]);
        }
        catch (Exception fault)
        {
            error.WriteLine("A fault of the program; nothing of this command was recorded. Please report it with these lines:");
            error.WriteLine(Terminal.Clean(fault.ToString()));
            return Fault;
        }
    }

    internal string LedgerAddress(ParseResult parse) =>
        parse.GetValue(_ledger) ?? (DefaultLedger is { Length: > 0 } given ? given : Path.Combine("data", "ledger.db"));

    internal Author Author(ParseResult parse) =>
        new(parse.GetValue(_by) ?? User) { Approver = parse.GetValue(_approver), RequestKey = parse.GetValue(_key) };

    /// <summary>The name given with --by; none where none was.</summary>
    internal string? By(ParseResult parse) => parse.GetValue(_by);

    internal bool IsJson(ParseResult parse) => parse.GetValue(_json);

    /// <summary>Opens the ledger, does the work, and prints what came of it.</summary>
    internal int Do<T>(ParseResult parse, Func<Ledger, Outcome<T>> work, Action<T> print) =>
        DoUnchecked(parse, ledger => ledger.Checks.BeforeUse() is { Length: > 0 } damage ? new Refusal(damage) : work(ledger), print);

    /// <summary>The same for what looks for damage itself.</summary>
    internal int DoUnchecked<T>(ParseResult parse, Func<Ledger, Outcome<T>> work, Action<T> print)
    {
        var opened = Ledger.Open(LedgerAddress(parse), clock);
        if (opened.IsRefused) return Refuse(parse, opened.Problems);
        using var ledger = opened.Value;
        ImmutableArray<Problem> damage = [];
        try
        {
            return Answer(parse, work(ledger), print);
        }
        catch (Exception fault) when (ProblemOf(fault) is null && (damage = Damage(ledger)).Length > 0)
        {
            return Refuse(parse, damage);
        }
    }

    /// <summary>What is wrong with a ledger over which a command stumbled; nothing where the command itself is at fault.</summary>
    static ImmutableArray<Problem> Damage(Ledger ledger) =>
        [.. ledger.Checks.Run(["engine", "references", "seals"]).SelectMany(check => check.Problems).Take(1).Select(problem =>
            problem with { Message = "the ledger file is damaged: " + problem.Message })];

    /// <summary>Records something and prints the line that says so.</summary>
    internal int Record(ParseResult parse, Func<Ledger, Author, Outcome<Recorded>> work) =>
        Do(parse, ledger => work(ledger, Author(parse)), recorded => Terminal.Say(recorded.Text));

    /// <summary>Prints the value for people, or as JSON; or the problems.</summary>
    internal int Answer<T>(ParseResult parse, Outcome<T> outcome, Action<T> print)
    {
        if (outcome.IsRefused) return Refuse(parse, outcome.Problems);
        if (IsJson(parse)) output.WriteLine(JsonText.Of(outcome.Value));
        else print(outcome.Value);
        return Done;
    }

    int Refuse(ParseResult parse, ImmutableArray<Problem> problems)
    {
        problems = [.. problems.Select(problem => problem.In(CommandLine))];
        foreach (var problem in problems) error.WriteLine(Terminal.Clean(problem.ToText()));
        if (IsJson(parse)) output.WriteLine(JsonText.Of(new { refused = true, problems }));
        return Refused;
    }

    /// <summary>What goes wrong outside the program and has a remedy; anything else is a fault.</summary>
    static Problem? ProblemOf(Exception fault) => fault switch
    {
        DbException database when Ledger.Trouble(database) is { } trouble => new Problem(trouble.Message, trouble.Remedy),
        DamagedLedgerException => new Problem(fault.Message, "run 'fundledger verify'; restore the last good backup"),
        UnauthorizedAccessException => new Problem(fault.Message, "check who may read and write there"),
        IOException => new Problem(fault.Message, "check the path, and that the disk has room"),
        NotSupportedException when fault.Message.StartsWith("SQLite", StringComparison.Ordinal) =>
            new Problem(fault.Message, "install the FundLedger package again; it brings its own"),
        NotSupportedException when fault.Message.StartsWith("PostgreSQL", StringComparison.Ordinal) =>
            new Problem(fault.Message, "src/OPERATIONS.md tells how to make a database for a ledger"),
        _ => null,
    };

    static Option<T> Global<T>(string name, string description, string? value) =>
        new(name) { Description = description, Recursive = true, HelpName = value };
}
