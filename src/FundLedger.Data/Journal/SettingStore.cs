using FundLedger.Checks;
using FundLedger.Journal;
using FundLedger.Settings;

namespace FundLedger.Data.Journal;

/// <summary>The ledger's settings.</summary>
public sealed class SettingStore(Ledger ledger)
{
    public Outcome<Recorded> Set(string name, string? value, string? reason, Author author) =>
        ledger.Write(author, new SetSetting(name, value, reason));

    /// <summary>Gives one of the settings that people may change a value, or takes it back to the usual one.</summary>
    public Outcome<Recorded> Change(string name, string? value, string? reason, Author author) =>
        KnownSetting.Find(name).Then<Recorded>(setting => value is not null && setting.Objection(value) is { } problem
            ? problem : Set(name, value, reason, author));

    internal Outcome<Recorded> Set(SetSetting request, Writing writing)
    {
        if (ledger.Standing.Setting(request.Name) == request.Value)
            return new Recorded(0, request.Name, $"Setting {request.Name} is {request.Value ?? "none"} already");
        var draft = new EntryDraft(EntryKind.Settings, ledger.Today, $"Setting {request.Name}: {request.Value ?? "none"}")
        { Reason = request.Reason, Records = [new Setting(request.Name, request.Value)] };
        return writing.Post(draft).Then<Recorded>(number => new Recorded(number, request.Name, draft.Text));
    }

    internal Dictionary<string, string?> Read(long knownUpTo) => ledger.Query<(string Name, string? Value)>(
            "SELECT name, value FROM setting WHERE entry <= @knownUpTo ORDER BY entry, line", new { knownUpTo })
        .GroupBy(setting => setting.Name, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Last().Value, StringComparer.Ordinal);
}
