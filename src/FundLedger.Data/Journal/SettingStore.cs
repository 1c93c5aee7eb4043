using FundLedger.Checks;
using FundLedger.Journal;

namespace FundLedger.Data.Journal;

/// <summary>The ledger's settings.</summary>
public sealed class SettingStore(Ledger ledger)
{
    public Outcome<Recorded> Set(string name, string? value, string? reason, Author author) =>
        ledger.Write(author, new { name, value, reason }, writing =>
        {
            var draft = new EntryDraft(EntryKind.Settings, ledger.Today, $"Setting {name}: {value ?? "none"}")
            { Reason = reason, Records = [new Setting(name, value)] };
            return (Outcome<Recorded>)new Recorded(writing.Post(draft), name, draft.Text);
        });

    internal Dictionary<string, string?> Read(long knownUpTo) => ledger.Query<(string Name, string? Value)>(
            "SELECT name, value FROM setting WHERE entry <= @knownUpTo ORDER BY entry, line", new { knownUpTo })
        .GroupBy(setting => setting.Name, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Last().Value, StringComparer.Ordinal);
}
