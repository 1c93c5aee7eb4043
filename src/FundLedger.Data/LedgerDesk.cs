using System.Collections.Immutable;
using System.Data.Common;
using Dapper;
using FundLedger.Checks;
using FundLedger.Data.Access;
using FundLedger.Data.Donors;
using FundLedger.Data.Journal;
using FundLedger.Data.Overview;
using FundLedger.Data.Requests;
using FundLedger.Data.Search;
using FundLedger.Data.Views;
using FundLedger.Funds;
using FundLedger.Journal;

namespace FundLedger.Data;

/// <summary>What would be recorded, what would stand then, and the postings that would lead there, the first of very many.</summary>
public sealed record Preview<T>(Recorded Done, T After, ImmutableArray<Posting> Postings);

/// <summary>What a ledger has for those who share it through the desk.</summary>
public sealed partial class Ledger
{
    /// <summary>
    /// The funds that lists, look-ups and figures tell of; all of them, unless it is set to those of the person who asks.
    /// </summary>
    public FundScope Scope { get; set; } = FundScope.All;

    public AccessStore Access => field ??= new AccessStore(this);

    public ContactStore Contacts => field ??= new ContactStore(this);

    public SavedViewStore Views => field ??= new SavedViewStore(this);

    public EntryStore Entries => field ??= new EntryStore(this);

    public PostingStore Postings => field ??= new PostingStore(this);

    public SearchStore Search => field ??= new SearchStore(this);

    public OverviewStore Overview => field ??= new OverviewStore(this);

    public DonorLineStore DonorLines => field ??= new DonorLineStore(this);

    /// <summary>Does what is asked, as all other ways to ask it do.</summary>
    public Outcome<Recorded> Do(RecordRequest request, Author author) => Write(author, request);

    /// <summary>
    /// What a request would record, and what would stand then; nothing of it is kept. Whether a second person has to approve
    /// it first is told as when it is done.
    /// </summary>
    public Outcome<Preview<T>> Try<T>(RecordRequest request, Author author, Func<Ledger, T> look) =>
        Write(author with { RequestKey = null }, new { trial = "" }, writing =>
        {
            var before = writing.Journal.LastNumber;
            return request.Run(this, writing).Then<Preview<T>>(done =>
            {
                writing.Journal.Finish();
                return new Preview<T>(done, look(this), Journal.PostedSince(before));
            });
        }, dryRun: true);

    /// <summary>A condition that a column holds a fund of the scope; it needs the parameter <c>scope</c>.</summary>
    internal string InScope(string column) => Scope.IsAll ? "1 = 1" : $"{column} IN {Dialect.Among("@scope")}";

    /// <summary>Rows whose columns only the caller knows.</summary>
    internal DbDataReader Reader(string sql, object values) => (DbDataReader)Settled.ExecuteReader(sql, values, Current);

    /// <summary>The value for the parameter <c>scope</c>.</summary>
    internal object ScopeCodes => Dialect.List(Scope.Codes);
}
