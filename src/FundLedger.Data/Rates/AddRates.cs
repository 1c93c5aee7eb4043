using System.Collections.Immutable;
using FundLedger.Checks;
using FundLedger.Data.Requests;
using FundLedger.Journal;
using FundLedger.Rates;

namespace FundLedger.Data.Rates;

public sealed record AddRates(ImmutableArray<Rate> Rates, string Source) : Request<RatesLoaded>
{
    internal override Outcome<RatesLoaded> Run(Ledger ledger, Writing writing) => ledger.Rates.Add(this, writing);

    internal override Outcome<Recorded> RunApproved(Ledger ledger, Writing writing) => Run(ledger, writing).Then<Recorded>(loaded =>
        new Recorded(loaded.Entry, "rates", $"{loaded.Added} rates added, {loaded.Corrected} corrected, from {Source}"));

    internal override RatesLoaded Waiting(Recorded proposal) =>
        new(proposal.Entry, 0, 0, 0) { Proposal = proposal.Proposal, Text = proposal.Text };
}
