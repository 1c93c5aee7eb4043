using System.Data.Common;
using Dapper;
using FundLedger.Data.Access;
using FundLedger.Data.Donors;
using FundLedger.Funds;

namespace FundLedger.Data;

/// <summary>What a ledger has for those who share it through the desk.</summary>
public sealed partial class Ledger
{
    /// <summary>
    /// The funds that lists, look-ups and figures tell of; all of them, unless it is set to those of the person who asks.
    /// </summary>
    public FundScope Scope { get; set; } = FundScope.All;

    public AccessStore Access => field ??= new AccessStore(this);

    public DonorLineStore DonorLines => field ??= new DonorLineStore(this);

    /// <summary>A condition that a column holds a fund of the scope; it needs the parameter <c>scope</c>.</summary>
    internal string InScope(string column) => Scope.IsAll ? "1 = 1" : $"{column} IN {Dialect.Among("@scope")}";

    /// <summary>Rows whose columns only the caller knows.</summary>
    internal DbDataReader Reader(string sql, object values) => (DbDataReader)Connection.ExecuteReader(sql, values, Current);

    /// <summary>The value for the parameter <c>scope</c>.</summary>
    internal object ScopeCodes => Dialect.List(Scope.Codes);
}
