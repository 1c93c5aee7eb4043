using System.Collections.Immutable;
using System.Data.Common;
using FundLedger.Journal;
using FundLedger.Money;
using FundLedger.Pledges;

namespace FundLedger.Data.Pledges;

/// <summary>
/// Pledges read with what is open of them, a row for each claim. An import reads hundreds of thousands: no object is made for a
/// value.
/// </summary>
static class PledgeRows
{
    /// <summary>The columns of a pledge <c>p</c>; those of its claim follow: instalment, account, due, amount and value in US$.</summary>
    internal const string Columns = "p.entry, p.reference, p.donor, p.fund, p.date, p.currency, p.form";

    const int FirstOfClaim = 7;

    /// <summary>The pledges of rows in the order of the pledges.</summary>
    internal static IEnumerable<PledgeState> Read(DbDataReader rows)
    {
        using var _ = rows;
        PledgeState? pledge = null;
        var claims = ImmutableArray.CreateBuilder<Claim>();
        while (rows.Read())
        {
            if (pledge?.Number != rows.GetInt64(0))
            {
                if (pledge is not null) yield return pledge with { Claims = claims.DrainToImmutable() };
                pledge = PledgeOf(rows);
            }

            claims.Add(ClaimOf(rows, pledge.Currency));
        }

        if (pledge is not null) yield return pledge with { Claims = claims.DrainToImmutable() };
    }

    static PledgeState PledgeOf(DbDataReader rows) => new(
        rows.GetInt64(0), rows.GetString(1), rows.GetString(2), rows.GetString(3), rows.GetFieldValue<DateOnly>(4),
        Currency.Of(rows.GetString(5)), Word.Parse<ContributionForm>(rows.GetString(6)), []);

    static Claim ClaimOf(DbDataReader rows, Currency currency) => new(
        (int)rows.GetInt64(FirstOfClaim), Word.Parse<Account>(rows.GetString(FirstOfClaim + 1)),
        rows.GetFieldValue<DateOnly>(FirstOfClaim + 2), new Amount(rows.GetInt64(FirstOfClaim + 3), currency),
        Amount.Usd(rows.GetInt64(FirstOfClaim + 4)));
}
