using FundLedger.Money;

namespace FundLedger.Reports.Donors;

/// <summary>A donor's pledges and payments of the period in each original currency.</summary>
static class CurrencyTable
{
    internal static Table Of(DonorStatementFacts facts)
    {
        var currencies = facts.Pledges.Select(line => line.Currency).Concat(facts.Payments.Select(line => line.Amount.Currency))
            .Distinct().OrderBy(currency => currency.Code, StringComparer.Ordinal);
        return new Table("currencies", facts.Say("donor.currencies"),
            [
                new Column("currency", facts.Say("column.currency"), ColumnKind.Text),
                Money("promised", facts.Say("column.promised")), Money("settled", facts.Say("donor.settled")),
                Money("written_off", facts.Say("sheet.column.written_off")), Money("outstanding", facts.Say("column.open")),
                Money("received", facts.Say("donor.received")),
            ],
            [.. currencies.Select(currency => RowOf(facts, currency))])
        { Notes = [facts.Say("donor.currencies-note")] };
    }

    static Row RowOf(DonorStatementFacts facts, Currency currency)
    {
        Amount Sum(Func<PledgeLine, Amount> of) => facts.Pledges.Where(line => line.Currency == currency)
            .Aggregate(Amount.Zero(currency), (sum, line) => sum + of(line));
        return Row.Detail(currency.Code, Sum(line => line.Promised), Sum(line => line.Paid), Sum(line => line.WrittenOff),
            Sum(line => line.Outstanding),
            facts.Payments.Where(line => line.Amount.Currency == currency)
                .Aggregate(Amount.Zero(currency), (sum, line) => sum + line.Amount));
    }

    static Column Money(string key, string heading) => new(key, heading, ColumnKind.Money, 1.4);
}
