using System.CommandLine;
using FundLedger.Reports;
using FundLedger.Reports.Donors;

namespace FundLedger.Cli.Commands;

static class DonorStatementCommand
{
    internal static Command Build(Shell shell)
    {
        var donor = Described.Needed("--donor", "the donor, by code or name", "DONOR");
        var from = new Option<int?>("--from")
        {
            Description = "the first year; that of the first figures where none is given",
            HelpName = "YEAR"
        };
        var to = new Option<int?>("--to") { Description = "the last year; that of the day where none is given", HelpName = "YEAR" };
        var language = Described.Text("--lang", "the language: en, fr or es; the donor's where none is given", "LANG");
        var knowledge = new KnowledgeOptions();
        var files = new IssuedFiles();
        return Described.Command("statement", "What a donor pledged, paid and still owes, across funds and years.",
            "fundledger report statement --donor Norway --from 2023", [donor, from, to, language, .. knowledge.All, .. files.All])
            .Does(parse => shell.Do(parse, ledger => knowledge.Read(parse, ledger, parse.GetValue(to)).Then(at =>
                ledger.DonorStatements.Read(parse.GetRequiredValue(donor), parse.GetValue(from), parse.GetValue(to), at.AsAt, at.Known,
                    parse.GetValue(language)).Then(material => DonorStatement.Compose(material).Then(report =>
                    files.Issue(shell, parse, ledger, ReportQuestion.Statement(material), report)))),
                shown => shown.Print(shell)));
    }
}
