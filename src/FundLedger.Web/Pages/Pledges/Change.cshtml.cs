using System.Collections.Immutable;
using FundLedger.Data.Journal;
using FundLedger.Data.Pledges;
using FundLedger.Data.Reports;
using FundLedger.Data.Requests;
using FundLedger.Journal;
using FundLedger.Pledges;
using FundLedger.Reports;
using FundLedger.Web.Forms;
using FundLedger.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace FundLedger.Web.Pages.Pledges;

/// <summary>Signs, amends, cancels, writes off or reverses a pledge.</summary>
[Asks(ToSee = Right.Record)]
public sealed class ChangePledgePage : ChangePage
{
    public PledgeLine Pledge { get; private set; } = null!;

    public bool IsClimb => What is "formalise" or "sign";

    public override string Back => FormattableString.Invariant($"/pledges/{Pledge.Entry}");

    protected override ImmutableArray<EntryHeader> History => Ledger.Journal.EntriesOfPledge(Pledge.Entry);

    protected override RecordRequest? Asked()
    {
        var (reference, day) = (Pledge.Reference, DayOrToday());
        var amount = Form.Amount("amount", Pledge.Currency);
        return What switch
        {
            "formalise" => new ClimbPledge(reference, Rung.Pledged, day, Form.Text("reason")),
            "sign" => new ClimbPledge(reference, Rung.Signed, day, Form.Text("reason")),
            "amend" => new AmendPledge(reference, amount, PlanFields.Read(Form, Ledger.Today, day), day, Reason()),
            "cancel" => new CancelPledge(reference, day, Reason()),
            "write-off" => new WriteOffPledge(reference, amount, day, Reason()),
            "reverse" => new ReverseEntry(Pledge.Entry, day, Reason()),
            _ => null,
        };
    }

    protected override bool Find(long number)
    {
        var known = Ledger.Journal.Known().Value;
        if (Ledger.PledgeLines.Page(new PledgeFilter { Entry = number }, DateOnly.MaxValue, known).FirstOrDefault() is not { } pledge
            || pledge.ReversedBy != 0 || !PledgeActions.All.Contains(What)) return false;
        Pledge = pledge;
        Title = Words["action." + What];
        return true;
    }
}
