using FundLedger.Checks;
using FundLedger.Funds;
using FundLedger.Journal;

namespace FundLedger.Data.Funds;

/// <summary>The funds and what is known of each; the newest version of a fund stands.</summary>
public sealed class FundStore(Ledger ledger)
{
    /// <summary>Gives the fund of this code a new version; one that changes nothing is not recorded.</summary>
    public Outcome<Recorded> Change(Fund fund, string? reason, Author author) => ledger.Write(author, new ChangeFund(fund, reason));

    internal Outcome<Recorded> Change(ChangeFund request, Writing writing)
    {
        var before = ledger.Standing.Funds.All.FirstOrDefault(fund => fund.Code == request.Fund.Code);
        if (before is null)
            return new Problem($"there is no fund {request.Fund.Code}", "give the code of one of the funds")
            { Column = "fund", Value = request.Fund.Code };
        if (before == request.Fund) return new Recorded(0, before.Code, $"Nothing of fund {before.Code} changes");
        var draft = new EntryDraft(EntryKind.Funds, ledger.Today, $"Fund {before.Code} changed")
        { Reason = request.Reason, Records = [request.Fund] };
        return writing.Post(draft).Then<Recorded>(number => new Recorded(number, before.Code, draft.Text));
    }

    internal IEnumerable<Fund> Read(long knownUpTo) => ledger.Query<FundRow>("""
        SELECT * FROM fund f WHERE f.entry =
            (SELECT MAX(v.entry) FROM fund v WHERE v.code = f.code AND v.entry <= @knownUpTo)
        ORDER BY (SELECT MIN(v.entry * 1000 + v.line) FROM fund v WHERE v.code = f.code)
        """, new { knownUpTo }).Select(row => row.ToFund());

    sealed class FundRow
    {
        public string Code { get; init; } = "";
        public string Name { get; init; } = "";
        public string ShortName { get; init; } = "";
        public string NameFr { get; init; } = "";
        public string NameEs { get; init; } = "";
        public string Aliases { get; init; } = "";
        public string Basis { get; init; } = "";
        public string Board { get; init; } = "";
        public string Channel { get; init; } = "";
        public long SupportCostRate { get; init; }
        public long ReserveRate { get; init; }

        internal Fund ToFund() => new(Code, Name)
        {
            ShortName = ShortName,
            NameFr = NameFr,
            NameEs = NameEs,
            Aliases = Aliases,
            Basis = Basis,
            Board = Board,
            Channel = Channel,
            SupportCostRate = (int)SupportCostRate,
            ReserveRate = (int)ReserveRate,
        };
    }
}
