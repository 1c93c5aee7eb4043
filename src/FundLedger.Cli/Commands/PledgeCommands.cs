using System.CommandLine;
using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Journal;
using FundLedger.Pledges;

namespace FundLedger.Cli.Commands;

static class PledgeCommands
{
    internal static Command Build(Shell shell) => Described.Command("pledges",
        "What donors promised.", "fundledger pledges list --donor Norway --open",
        Add(shell), PledgeQueries.List(shell), PledgeQueries.Show(shell), Sign(shell), Amend(shell), Cancel(shell), WriteOff(shell));

    static Command Add(Shell shell)
    {
        var donor = Described.Needed("--donor", "the donor's code or name", "DONOR");
        var fund = Described.Needed("--fund", "VFTC, UPR-P, LDC-SIDS or UPR-I", "FUND");
        var amount = Described.Needed("--amount", "in the currency of the pledge", "AMOUNT");
        var currency = Described.Needed("--currency", "three letters of ISO 4217", "CUR");
        var date = Described.Text("--date", "the day of the letter; today where none is given", "DATE");
        var reference = Described.Text("--reference", "the reference of the letter or agreement", "REF");
        var status = Described.Text("--status", "announced, pledged (the default) or signed", "WORD");
        var form = Described.Text("--form", "monetary (the default) or in-kind", "WORD");
        var earmarking = Described.Text("--earmarking", "what it is meant for", "TEXT");
        var note = Described.Text("--note", "anything worth keeping", "TEXT");
        var plan = new PlanOptions();
        return Described.Command("add", "Record a pledge.",
            "fundledger pledges add --donor Norway --fund VFTC --amount 21000000 --currency NOK --date 2025-03-15\n"
            + "fundledger pledges add --donor IRL --fund UPR-I --amount 90000 --currency EUR --status signed --instalments 3",
            [donor, fund, amount, currency, date, reference, status, form, earmarking, note, .. plan.All])
            .Does(parse => shell.Record(parse, (ledger, author) =>
                Input.Currency(parse.GetRequiredValue(currency)).Then(code =>
                Input.Amount(parse.GetRequiredValue(amount), code, "--amount").Then(promised =>
                Input.Day(parse.GetValue(date), ledger.Today, "--date").Then(day =>
                Input.OneOf(parse.GetValue(status), Rung.Pledged, "--status").Then(rung =>
                Input.OneOf(parse.GetValue(form), ContributionForm.Monetary, "--form").Then(kind =>
                plan.Read(parse, code, day).Then(schedule => ledger.Pledges.Add(
                    new NewPledge(parse.GetRequiredValue(donor), parse.GetRequiredValue(fund), day, promised)
                    {
                        Reference = parse.GetValue(reference),
                        Status = rung,
                        Form = kind,
                        Earmarking = parse.GetValue(earmarking),
                        Note = parse.GetValue(note),
                        Plan = schedule,
                    }, author)))))))));
    }

    static Command Sign(Shell shell)
    {
        var reference = Described.Name("PLEDGE", "the pledge's reference");
        var date = Described.Text("--date", "the day of the signature; today where none is given", "DATE");
        var note = Described.Text("--note", "the agreement's own reference, or anything worth keeping", "TEXT");
        var status = Described.Text("--status", "signed (the default), or pledged for a letter that formalises what was announced", "WORD");
        return Described.Command("sign", "Record that an agreement was signed: the pledge becomes binding.",
            "fundledger pledges sign NOR-2025-1 --date 2025-04-02", reference, date, note, status)
            .Does(parse => shell.Record(parse, (ledger, author) =>
                Input.Day(parse.GetValue(date), ledger.Today, "--date").Then(day =>
                Input.OneOf(parse.GetValue(status), Rung.Signed, "--status").Then(rung =>
                    ledger.Pledges.Climb(parse.GetRequiredValue(reference), rung, day, parse.GetValue(note), author)))));
    }

    static Command Amend(Shell shell)
    {
        var reference = Described.Name("PLEDGE", "the pledge's reference");
        var amount = Described.Text("--amount", "the new total; the old one where only the instalments change", "AMOUNT");
        var date = Described.Text("--date", "the day of the amendment; today where none is given", "DATE");
        var reason = Described.Needed("--reason", "why", "TEXT");
        var plan = new PlanOptions();
        return Described.Command("amend",
            "Give a pledge another total, other instalments for what is open, or both. What was paid stays paid.",
            "fundledger pledges amend NOR-2025-1 --amount 25000000 --reason \"letter of 3 May\"",
            [reference, amount, date, reason, .. plan.All])
            .Does(parse => shell.Record(parse, (ledger, author) =>
                ledger.Pledges.Find(parse.GetRequiredValue(reference)).Then(pledge =>
                Input.OptionalAmount(parse.GetValue(amount), pledge.Currency, "--amount").Then(total =>
                Input.Day(parse.GetValue(date), ledger.Today, "--date").Then(day =>
                plan.Read(parse, pledge.Currency, day).Then(schedule =>
                    ledger.Pledges.Amend(pledge.Reference, total, schedule, day, parse.GetRequiredValue(reason), author)))))));
    }

    static Command Cancel(Shell shell)
    {
        var reference = Described.Name("PLEDGE", "the pledge's reference");
        var date = Described.Text("--date", "the day; today where none is given", "DATE");
        var reason = Described.Needed("--reason", "why", "TEXT");
        return Described.Command("cancel", "Cancel what is open of a pledge: the donor takes it back.",
            "fundledger pledges cancel NOR-2025-1 --reason \"withdrawn by note verbale\"", reference, date, reason)
            .Does(parse => shell.Record(parse, (ledger, author) =>
                Input.Day(parse.GetValue(date), ledger.Today, "--date").Then(day =>
                    ledger.Pledges.Cancel(parse.GetRequiredValue(reference), day, parse.GetRequiredValue(reason), author))));
    }

    static Command WriteOff(Shell shell)
    {
        var reference = Described.Name("PLEDGE", "the pledge's reference");
        var amount = Described.Text("--amount", "how much; all that is outstanding where none is given", "AMOUNT");
        var date = Described.Text("--date", "the day; today where none is given", "DATE");
        var reason = Described.Needed("--reason", "why", "TEXT");
        return Described.Command("write-off", "Write off what will not be paid. What was pledged stays on record.",
            "fundledger pledges write-off NOR-2025-1 --amount 5000 --reason \"no answer since 2021\"", reference, amount, date, reason)
            .Does(parse => shell.Record(parse, (ledger, author) =>
                ledger.Pledges.Find(parse.GetRequiredValue(reference)).Then(pledge =>
                Input.OptionalAmount(parse.GetValue(amount), pledge.Currency, "--amount").Then(lost =>
                Input.Day(parse.GetValue(date), ledger.Today, "--date").Then(day =>
                    ledger.Pledges.WriteOff(pledge.Reference, lost, day, parse.GetRequiredValue(reason), author))))));
    }
}

/// <summary>The options by which instalments are given.</summary>
sealed class PlanOptions
{
    readonly Option<string[]> _each = Described.Several("--instalment", "one instalment, e.g. 2025-03-31=500.00; once for each",
        "DAY=AMOUNT");
    readonly Option<int?> _count = new("--instalments") { Description = "a number of equal instalments", HelpName = "N" };
    readonly Option<string?> _due = Described.Text("--due", "the day the first falls due; the day of the pledge where none is given",
        "DATE");
    readonly Option<int> _every = new("--every")
    {
        Description = "months between instalments (12)",
        HelpName = "MONTHS",
        DefaultValueFactory = _ => 12
    };

    internal IEnumerable<Symbol> All => [_each, _count, _due, _every];

    internal Outcome<InstalmentPlan?> Read(ParseResult parse, Money.Currency currency, DateOnly fallback) => Input.Plan(
        parse.GetValue(_each) ?? [], parse.GetValue(_count), parse.GetValue(_due), parse.GetValue(_every), currency, fallback);
}
