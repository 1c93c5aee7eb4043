using FundLedger.Journal;
using FundLedger.Names;

namespace FundLedger.Funds;

/// <summary>
/// A voluntary trust fund with the names it goes by, the decisions it rests on and the rates that apply to it.
/// A change of any of it is a new version of the whole record.
/// </summary>
public sealed record Fund(string Code, string Name) : ILedgerRecord
{
    public string ShortName { get; init; } = "";

    /// <summary>The name in French; empty where no source gives one.</summary>
    public string NameFr { get; init; } = "";

    /// <summary>The name in Spanish; empty where no source gives one.</summary>
    public string NameEs { get; init; } = "";

    /// <summary>Other names that documents use, joined by '|'.</summary>
    public string Aliases { get; init; } = "";

    /// <summary>The resolutions and decisions that made the fund.</summary>
    public string Basis { get; init; } = "";

    /// <summary>Who oversees the fund, in words.</summary>
    public string Board { get; init; } = "";

    /// <summary>The channel code of the OECD creditor reporting system; empty where there is none.</summary>
    public string Channel { get; init; } = "";

    /// <summary>Support costs in hundredths of a per cent of expenditure, not of contributions: 1300 is 13 %.</summary>
    public int SupportCostRate { get; init; }

    /// <summary>The operating cash reserve in hundredths of a per cent of a year's planned expenditure.</summary>
    public int ReserveRate { get; init; }

    public static RecordShape Shape { get; } = new("fund",
        "code text, name text, short_name text, name_fr text, name_es text, aliases text, basis text, board text, "
        + "channel text, support_cost_rate number, reserve_rate number");

    RecordShape ILedgerRecord.Shape => Shape;

    public void WriteTo(FieldSink sink)
    {
        sink.Text(Code);
        sink.Text(Name);
        sink.Text(ShortName);
        sink.Text(NameFr);
        sink.Text(NameEs);
        sink.Text(Aliases);
        sink.Text(Basis);
        sink.Text(Board);
        sink.Text(Channel);
        sink.Number(SupportCostRate);
        sink.Number(ReserveRate);
    }

    /// <summary>The official name in the language, or in English where there is none in it.</summary>
    public string NameIn(string language) => NameChoice.In(language, Name, NameFr, NameEs);

    /// <summary>Every name by which the fund may be asked for.</summary>
    public IEnumerable<string> AllNames() => [Name, ShortName, NameFr, NameEs, .. Aliases.Split('|')];
}
