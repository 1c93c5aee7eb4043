using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Funds;
using FundLedger.Money;
using FundLedger.Reports.Board;
using FundLedger.Reports.Wording;

namespace FundLedger.Reports.Receivables;

/// <summary>What both reports on receivables ask of their material, and what has to hold of them.</summary>
sealed class ReceivablesFacts
{
    internal ReceivablesFacts(ReceivablesMaterial material, Phrases phrases)
    {
        (Material, Phrases) = (material, phrases);
        Donors = new DonorRoll(material.Donors, Day, phrases.Language);
        Total = AgedSum.Of(material.Claims, Day);
        Owing = [.. material.Funds.Where(fund => !ClaimsOf(fund).IsEmpty)];
        ByDonor = material.Claims.GroupBy(claim => (claim.Fund, claim.Donor))
            .ToDictionary(group => group.Key, group => AgedSum.Of(group, Day));
    }

    internal ReceivablesMaterial Material { get; }

    internal Phrases Phrases { get; }

    internal DateOnly Day => Material.Basis.AsAt;

    internal DonorRoll Donors { get; }

    internal AgedSum Total { get; }

    /// <summary>The funds to which something is owed.</summary>
    internal ImmutableArray<Fund> Owing { get; }

    /// <summary>What each donor owes to each fund.</summary>
    internal Dictionary<(string Fund, string Donor), AgedSum> ByDonor { get; }

    internal ImmutableArray<OpenClaim> ClaimsOf(Fund fund) => [.. Material.Claims.Where(claim => claim.Fund == fund.Code)];

    internal AgedSum SumOf(Fund fund) => AgedSum.Of(ClaimsOf(fund), Day);

    /// <summary>The allowance of a fund: the sum of what each donor's receivables give.</summary>
    internal Amount AllowanceOf(Fund fund) => DonorRows.Sum(
        ByDonor.Where(pair => pair.Key.Fund == fund.Code).Select(pair => Material.Allowance.Of(pair.Value)));

    internal string Say(string key, params ReadOnlySpan<(string Name, string Value)> values) =>
        Phrases.Say(key, [.. values, ("day", Phrases.Figures.Day(Day))]);

    internal string Dollars(Amount usd) => Phrases.Figures.Dollars(usd);

    /// <summary>What the report is about and what it comes to, in sentences.</summary>
    internal IEnumerable<string> Paragraphs()
    {
        if (Material.Claims.IsEmpty)
        {
            yield return Say("open.none");
            yield break;
        }

        yield return Say("open.total", ("total", Dollars(Total.Total)), ("current", Dollars(Total.Current)),
            ("later", Dollars(Total.NonCurrent)),
            ("agreements", Phrases.Count("agreements", Material.Claims.DistinctBy(claim => claim.Pledge).Count())));
        yield return Total.Overdue.IsZero ? Say("open.nothing-overdue") : Say("open.overdue", ("overdue", Dollars(Total.Overdue)),
            ("share", Phrases.Figures.Share(Total.Overdue, Total.Total)));
    }

    /// <summary>The table's rows come to their totals, and these are the receivable of the trial balance.</summary>
    internal ImmutableArray<Problem> Problems(IEnumerable<Table> tables) => ReportChecks.Of(tables,
    [
        .. Material.Funds.Select(fund => new Agreement(Say("open.title"), fund.Code, SumOf(fund).Total,
            Phrases["agree.receivable"], Material.Receivable(fund.Code))),
        new Agreement(Say("open.title"), Phrases["row.total"], Total.Total, Phrases["agree.receivable"],
            DonorRows.Sum(Material.Funds.Select(fund => Material.Receivable(fund.Code)))),
    ]);

    /// <summary>The report in both forms, once its figures agree.</summary>
    internal Outcome<ComposedReport> Compose(string prefix, string title, IEnumerable<Block> blocks, ImmutableArray<Sheet> sheets)
    {
        ImmutableArray<Block> all = [.. blocks];
        var problems = Problems(all.OfType<TableBlock>().Select(block => block.Table).Concat(sheets.Select(sheet => sheet.Table!)));
        if (!problems.IsEmpty) return new Refusal(problems);
        var id = DocumentId.Of($"{prefix}-{(Material.Funds.Length == 1 ? Material.Funds[0].Code : "ALL")}",
            [Phrases.Language, .. Material.Funds.Select(fund => fund.Code), .. DocumentId.PartsOf(Material.Basis)]);
        var face = FrameWording.FaceOf(id, title, Material.Basis, Phrases);
        return new ComposedReport(new Document(face, all), new Workbook(face, sheets));
    }
}
