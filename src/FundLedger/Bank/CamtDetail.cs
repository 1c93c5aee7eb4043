using System.Xml.Linq;
using FundLedger.Money;

namespace FundLedger.Bank;

/// <summary>What a TxDtls element (or an entry without one) says about a payment.</summary>
sealed record CamtDetail(Amount? Amount, bool? IsCredit)
{
    CamtParty Debtor { get; init; } = CamtParty.None;
    CamtParty Creditor { get; init; } = CamtParty.None;
    string BankReference { get; init; } = "";
    string EndToEndId { get; init; } = "";
    string Remittance { get; init; } = "";
    string NoteText { get; init; } = "";
    string Code { get; init; } = "";
    Amount? Charges { get; init; }
    Amount? Original { get; init; }

    public static CamtDetail Of(XElement element)
    {
        var amount = element.At("Amt").Amount() ?? element.At("AmtDtls", "TxAmt", "Amt").Amount();
        var parties = element.At("RltdPties");
        return new CamtDetail(amount, element.IsCredit())
        {
            Debtor = CamtParty.Of(parties, "Dbtr"),
            Creditor = CamtParty.Of(parties, "Cdtr"),
            BankReference = Given(element.Text("Refs", "AcctSvcrRef")),
            EndToEndId = Given(element.Text("Refs", "EndToEndId")),
            Remittance = RemittanceOf(element.At("RmtInf")),
            NoteText = Note(element),
            Code = CodeOf(element),
            Charges = ChargesOf(element),
            Original = OriginalOf(element, amount),
        };
    }

    /// <summary>
    /// The line with what this detail knows of it. The other party of a credit is the debtor; of a reversal, which
    /// keeps the roles of the payment that it undoes, the creditor. Where there is no remittance text, the bank's own
    /// note stands in for it.
    /// </summary>
    public BankLine Describe(BankLine line, string note = "")
    {
        var other = line.Amount.IsNegative == line.IsReversal ? Debtor : Creditor;
        return line with
        {
            BankReference = BankReference.Length > 0 ? BankReference : line.BankReference,
            EndToEndId = EndToEndId,
            PayerName = other.Name,
            PayerAccount = AccountNumber.Unspaced(other.Account),
            OnBehalfOf = other.Ultimate,
            Remittance = Remittance.Length > 0 ? Remittance : NoteText.Length > 0 ? NoteText : note,
            TransactionCode = Code.Length > 0 ? Code : line.TransactionCode,
            Charges = Charges ?? line.Charges,
            Original = Original ?? line.Original ?? OtherThan(line.Amount),
        };
    }

    // The amount of an only payment, where charges or an exchange made another one of it.
    Amount? OtherThan(Amount booked) =>
        Amount is not { IsZero: false } own || own == booked || own == -booked ? null : own;

    public static string Note(XElement element) =>
        element.Text("AddtlTxInf") is { Length: > 0 } note ? note : element.Text("AddtlNtryInf");

    public static string CodeOf(XElement element)
    {
        var code = element.At("BkTxCd");
        var domain = string.Join('-', new[]
        {
            code.Text("Domn", "Cd"), code.Text("Domn", "Fmly", "Cd"), code.Text("Domn", "Fmly", "SubFmlyCd"),
        }.Where(part => part.Length > 0));
        return domain.Length > 0 ? domain : code.Text("Prtry", "Cd");
    }

    /// <summary>The charges, where they are in one currency: as a total, or as records to be added up.</summary>
    public static Amount? ChargesOf(XElement element)
    {
        Amount? sum = null;
        foreach (var charges in element.Children("Chrgs"))
        {
            var records = charges.Children("Rcrd").Select(record => record.At("Amt").Amount());
            foreach (var charge in Total(charges) is { } total ? [total] : records)
            {
                if (charge is not { } amount) continue;
                if (sum is { } before && before.Currency != amount.Currency) return null;
                sum = sum is null ? amount : sum + amount;
            }
        }

        return sum is { IsZero: true } ? null : sum;
    }

    // Before version 4 each charge is a Chrgs element with its amount inside.
    static Amount? Total(XElement charges) => charges.At("TtlChrgsAndTaxAmt").Amount() ?? charges.At("Amt").Amount();

    /// <summary>The instructed amount, where it is not simply what was booked.</summary>
    public static Amount? OriginalOf(XElement element, Amount? booked)
    {
        var details = element.At("AmtDtls");
        var instructed = details.At("InstdAmt", "Amt").Amount() ?? details.At("TxAmt", "Amt").Amount();
        return instructed is null or { IsZero: true } || instructed == booked ? null : instructed;
    }

    static string RemittanceOf(XElement? remittance)
    {
        var texts = remittance.Children("Ustrd").Select(text => text.Value.Trim());
        var structured = remittance.Children("Strd").SelectMany(part => new[]
        {
            part.Text("CdtrRefInf", "Ref"), part.Text("RfrdDocInf", "Nb"), part.Text("AddtlRmtInf"),
        });
        return string.Join(' ', texts.Concat(structured).Where(text => text.Length > 0));
    }

    static string Given(string reference) =>
        reference.Equals("NOTPROVIDED", StringComparison.OrdinalIgnoreCase) ? "" : reference;
}

/// <summary>A party to a payment, with its account and, where it pays for another, that other's name.</summary>
sealed record CamtParty(string Name, string Account, string Ultimate)
{
    public static CamtParty None { get; } = new("", "", "");

    public static CamtParty Of(XElement? parties, string role) => new(
        NameOf(parties.At(role)), AccountOf(parties.At(role + "Acct")), NameOf(parties.At("Ultmt" + role)));

    // From version 8 a party is a person or organisation (Pty) or a bank (Agt); before, the name stands directly.
    static string NameOf(XElement? party) => new[]
    {
        party.Text("Pty", "Nm"), party.Text("Nm"), party.Text("Agt", "FinInstnId", "Nm"),
    }.FirstOrDefault(name => name.Length > 0, "");

    public static string AccountOf(XElement? account) =>
        account.Text("Id", "IBAN") is { Length: > 0 } iban ? iban : account.Text("Id", "Othr", "Id");
}
