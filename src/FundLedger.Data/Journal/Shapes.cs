using System.Collections.Immutable;
using FundLedger.Approvals;
using FundLedger.Closing;
using FundLedger.Bank;
using FundLedger.Donors;
using FundLedger.Funds;
using FundLedger.Journal;
using FundLedger.Letters;
using FundLedger.Payments;
using FundLedger.Pledges;
using FundLedger.Rates;
using FundLedger.Reports.Issued;
using FundLedger.Statements;
using FundLedger.Users;

namespace FundLedger.Data.Journal;

/// <summary>Every kind of record that an entry can have: what is sealed, and what is read back to prove it.</summary>
static class Shapes
{
    internal static ImmutableArray<RecordShape> All { get; } =
    [
        Posting.Shape, Pledge.Shape, Instalment.Shape, Payment.Shape, Allocation.Shape, Fund.Shape, Donor.Shape, Rate.Shape,
        Setting.Shape, Batch.Shape, StatementLine.Shape, YearClosing.Shape, Finding.Shape, Person.Shape, ApprovalRule.Shape,
        Proposal.Shape, Decision.Shape, IssuedReport.Shape, Attachment.Shape, StatementRecord.Shape, LineRecord.Shape, BankMatch.Shape,
        Letter.Shape, Reminder.Shape, Enclosure.Shape, ContactRecord.Shape, ContactErasure.Shape,
    ];

    /// <summary>The entries themselves, with every column.</summary>
    internal static RecordShape Entry { get; } = new("entry",
        "number number, format number, kind text, date day, recorded_at number, recorded_by text, approved_by text, reason text, "
        + "text text, reverses number, batch number, lines number, rate_currency text, rate number, rate_date day, rate_source text, "
        + "seal bytes");

    /// <summary>Rows that come with an entry, by its number and line, and are not sealed.</summary>
    internal static ImmutableArray<RecordShape> Beside { get; } =
    [
        new("bank_text", "payer_name text, payer_account text, on_behalf_of text, end_to_end text, remittance text"),
        new("contact_details", "salt bytes, name text, position text, email text, phone text, address text, language text"),
    ];

    /// <summary>Tables that stand beside the journal or follow from it, with every column; the first ones tell rows apart.</summary>
    internal static ImmutableArray<RecordShape> Others { get; } =
    [
        new("request", "key text, hash bytes, entry number, answer text"),
        new("content", "hash bytes, bytes bytes"),
        new("total", "fund text, year number, donor text, account text, movement text, due_year number, usd number, postings number"),
        new("donor_total", "fund text, donor text, account text, movement text, usd number, postings number"),
        new("year_total", "fund text, year number, account text, movement text, usd number, postings number"),
        new("sign_in", "person text, password text, changed_at number, failures number, locked_until number, last_at number"),
        new("api_key", "hash bytes, person text, label text, made_at number, made_by text, revoked_at number"),
        new("saved_view", "person text, list text, name text, query text, saved_at number"),
        new("claim", "pledge number, instalment number, account text, fund text, donor text, due day, currency text, amount number, "
            + "usd number"),
        new("receipt", "payment number, fund text, donor text, currency text, amount number, usd number"),
    ];
}
