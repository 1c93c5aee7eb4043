using FundLedger.Data.Letters;
using FundLedger.Data.Reports;

namespace FundLedger.Data;

/// <summary>The stores that read what reports beside the Board's are made from.</summary>
public sealed partial class Ledger
{
    public ReceivableStore Receivables => field ??= new ReceivableStore(this);

    public DonorStatementStore DonorStatements => field ??= new DonorStatementStore(this);

    public BriefStore Briefs => field ??= new BriefStore(this);

    public IatiStore Iati => field ??= new IatiStore(this);

    public LetterStore Letters => field ??= new LetterStore(this);

    /// <summary>
    /// Whether what a person hands out here is put on record: an auditor writes nothing, and a standby takes nothing.
    /// </summary>
    internal bool KeepsWhatIsIssuedBy(string person) => CanWrite && Users.MayIssue(person);
}
