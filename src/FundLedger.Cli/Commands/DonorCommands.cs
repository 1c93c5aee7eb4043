using System.Collections.Immutable;
using System.CommandLine;
using FundLedger.Checks;
using FundLedger.Data;
using FundLedger.Data.Payments;
using FundLedger.Data.Reports;
using FundLedger.Donors;
using FundLedger.Journal;
using FundLedger.Reports;

namespace FundLedger.Cli.Commands;

static class DonorCommands
{
    internal static Command Build(Shell shell) => Described.Command("donors",
        "Who gives: States, organizations, companies and people.", "fundledger donors show Norway",
        Add(shell), Change(shell), List(shell), Show(shell), Import(shell), ContactCommands.Build(shell));

    static Command Add(Shell shell)
    {
        var name = Described.Needed("--name", "the official name in English", "NAME");
        var code = Described.Text("--code", "a short code; made from the name where none is given", "CODE");
        var kind = Described.Text("--kind", $"one of {Word.List<DonorKind>()}", "WORD");
        var nameFr = Described.Text("--name-fr", "the name in French", "NAME");
        var nameEs = Described.Text("--name-es", "the name in Spanish", "NAME");
        var aliases = Described.Text("--aliases", "other names, separated by |", "NAMES");
        var language = Described.Text("--language", "the language of letters: en (the default), fr or es", "LANG");
        var anyway = Described.Flag("--even-if-similar", "add it although a donor with a similar name exists");
        return Described.Command("add", "Add a donor.",
            "fundledger donors add --name \"Ford Foundation\" --kind foundation", name, code, kind, nameFr, nameEs, aliases, language,
                anyway)
            .Does(parse => shell.Record(parse, (ledger, author) =>
                Input.OneOf(parse.GetValue(kind), DonorKind.Other, "--kind").Then(what =>
                ledger.Donors.AddOne(new Donor(parse.GetValue(code) ?? "", parse.GetRequiredValue(name), what)
                {
                    NameFr = parse.GetValue(nameFr) ?? "",
                    NameEs = parse.GetValue(nameEs) ?? "",
                    Aliases = parse.GetValue(aliases) ?? "",
                    Language = parse.GetValue(language) ?? "en",
                }, parse.GetValue(anyway), author))));
    }

    static Command Change(Shell shell)
    {
        var donor = Described.Name("DONOR", "the donor's code or name");
        var name = Described.Text("--name", "the official name in English", "NAME");
        var kind = Described.Text("--kind", $"one of {Word.List<DonorKind>()}", "WORD");
        var nameFr = Described.Text("--name-fr", "the name in French", "NAME");
        var nameEs = Described.Text("--name-es", "the name in Spanish", "NAME");
        var aliases = Described.Text("--aliases", "all other names, separated by |", "NAMES");
        var language = Described.Text("--language", "the language of letters: en, fr or es", "LANG");
        var reason = Described.Text("--reason", "why", "TEXT");
        return Described.Command("change", "Change what is known of a donor; what is not given stays. Earlier reports keep what they said.",
            "fundledger donors change FORD --language fr --reason \"asked for by letter\"",
            donor, name, kind, nameFr, nameEs, aliases, language, reason)
            .Does(parse => shell.Record(parse, (ledger, author) =>
                ledger.Standing.Donors.Find(parse.GetRequiredValue(donor)).Then(before =>
                Input.OneOf(parse.GetValue(kind), before.Kind, "--kind").Then(what => ledger.Donors.Change(before with
                {
                    Name = parse.GetValue(name) ?? before.Name,
                    Kind = what,
                    NameFr = parse.GetValue(nameFr) ?? before.NameFr,
                    NameEs = parse.GetValue(nameEs) ?? before.NameEs,
                    Aliases = parse.GetValue(aliases) ?? before.Aliases,
                    Language = parse.GetValue(language) ?? before.Language,
                }, parse.GetValue(reason), author)))));
    }

    static Command List(Shell shell)
    {
        var kind = Described.Text("--kind", $"only one kind: {Word.List<DonorKind>()}", "WORD");
        return Described.Command("list", "List donors.", "fundledger donors list --kind foundation", kind)
            .Does(parse => shell.Do(parse, ledger => Input.OneOf(parse.GetValue(kind), (DonorKind)(-1), "--kind")
                .Then<ImmutableArray<DonorLine>>(only => ledger.Standing.Donors.All
                    .Where(donor => parse.GetValue(kind) is null || donor.Kind == only)
                    .Select(donor => DonorLine.Of(donor, ledger.Today)).ToImmutableArray()),
                donors => shell.Terminal.Print(TableOf(donors))));
    }

    static Command Show(Shell shell)
    {
        var name = Described.Name("DONOR", "the donor's code or name");
        return Described.Command("show", "Show what a donor has given and what is still owed.", "fundledger donors show Norway", name)
            .Does(parse => shell.Do(parse, ledger => Read(ledger, parse.GetRequiredValue(name)), shown =>
            {
                shell.Terminal.Print(TableOf([shown.Donor]));
                shell.Terminal.Print(PledgeQueries.TableOf(shown.Pledges) with { Title = "Pledges" });
                shell.Terminal.Print(PaymentQueries.TableOf(shown.Payments) with { Title = "Payments" });
            }));
    }

    static Outcome<DonorShown> Read(Ledger ledger, string name) => ledger.Standing.Donors.Find(name).Then(donor =>
        ledger.Journal.Known().Then<DonorShown>(known => new DonorShown(DonorLine.Of(donor, ledger.Today),
            [.. ledger.PledgeLines.Page(new PledgeFilter { Donor = donor.Code, Take = 1000 }, DateOnly.MaxValue, known)],
            [.. ledger.Payments.Page(new PaymentFilter { Donor = donor.Code, Take = 1000 })])));

    static Command Import(Shell shell)
    {
        var file = Described.Name("FILE", "a CSV or XLSX file");
        var dryRun = Described.Flag("--dry-run", "say what would happen and keep nothing");
        return Described.Command("import", """
            Add donors from a spreadsheet, all rows or none.

            Columns: name, and where you have them: code, kind, name_fr, name_es, aliases (separated by |), region,
            contributor_type, ldc_since, ldc_until, sids (y), language.
            """, "fundledger donors import donors.csv", file, dryRun)
            .Does(parse => shell.Record(parse, (ledger, author) =>
                ledger.Donors.Import(parse.GetRequiredValue(file), author, parse.GetValue(dryRun))));
    }

    static Table TableOf(IEnumerable<DonorLine> donors) => new("donors", "",
        [
            new("code", "Code", ColumnKind.Text), new("name", "Name", ColumnKind.Text), new("kind", "Kind", ColumnKind.Text),
            new("region", "Regional group", ColumnKind.Text), new("marks", "", ColumnKind.Text),
                new("language", "Letters in", ColumnKind.Text),
        ],
        [.. donors.Select(donor => Row.Detail(donor.Code, donor.Name, Word.Of(donor.Kind),
            donor.Region is { } region ? Word.Of(region) : "", (donor.Ldc ? "LDC " : "") + (donor.Sids ? "SIDS" : ""), donor.Language))]);

    sealed record DonorLine(string Code, string Name, DonorKind Kind, RegionalGroup? Region, bool Ldc, bool Sids, string Language)
    {
        internal static DonorLine Of(Donor donor, DateOnly today) => new(donor.Code, donor.NameOn(today, "en"), donor.Kind,
            donor.Region, donor.IsLdcOn(today), donor.Sids, donor.Language);
    }

    sealed record DonorShown(DonorLine Donor, ImmutableArray<PledgeLine> Pledges, ImmutableArray<PaymentLine> Payments);
}
