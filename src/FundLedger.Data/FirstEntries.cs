using FundLedger.Checks;
using FundLedger.Donors;
using FundLedger.Funds;
using FundLedger.Journal;

namespace FundLedger.Data;

/// <summary>What every new ledger begins with: the four funds and the donors of the reference data.</summary>
static class FirstEntries
{
    internal static Outcome<long> Post(Ledger ledger, Writing writing) =>
        writing.Post(new EntryDraft(EntryKind.Funds, ledger.Today, "The four funds of Human Rights Council resolution 36/28")
        { Records = [.. FundReference.Funds] })
        .Then(_ => writing.Post(new EntryDraft(EntryKind.Donors, ledger.Today, "Member States, observers and organizations")
        { Records = [.. DonorReference.All] }));
}
