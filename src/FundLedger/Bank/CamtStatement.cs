using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;
using FundLedger.Money;

namespace FundLedger.Bank;

/// <summary>One Stmt element: account, balances and entries.</summary>
sealed class CamtStatement(Findings findings)
{
    readonly ImmutableArray<BankLine>.Builder _lines = ImmutableArray.CreateBuilder<BankLine>();
    readonly List<CamtBalance> _balances = [];
    string _account = "";
    string _currencyCode = "";
    string _number = "";
    string _sequence = "";
    DateOnly? _from;
    DateOnly? _to;
    bool _isDamaged;

    /// <summary>The statement; none, with the reasons among the findings, when it cannot be taken over.</summary>
    public BankStatement? Read(XmlReader reader)
    {
        var row = reader.Row();
        reader.ForEachChild(part =>
        {
            if (part == "Ntry") ReadEntry(reader);
            else ReadHead(reader, part);
        });
        return _isDamaged ? null : Finish(row);
    }

    void ReadHead(XmlReader reader, string part)
    {
        var row = reader.Row();
        switch (part)
        {
            case "Id":
                _number = reader.Element().Value.Trim();
                break;
            case "ElctrncSeqNb" or "LglSeqNb":
                _sequence = reader.Element().Value.Trim();
                break;
            case "FrToDt":
                var period = reader.Element();
                (_from, _to) = (CamtXml.Day(period.Text("FrDtTm")), CamtXml.Day(period.Text("ToDtTm")));
                break;
            case "Acct":
                var account = reader.Element();
                _account = CamtParty.AccountOf(account);
                if (AccountNumber.IsIban(_account)) _account = AccountNumber.Normal(_account);
                _currencyCode = account.Text("Ccy");
                break;
            case "Bal":
                ReadBalance(reader.Element(), row);
                break;
            default:
                reader.Skip();
                break;
        }
    }

    void ReadBalance(XElement element, long row)
    {
        var kind = element.Text("Tp", "CdOrPrtry", "Cd");
        if (kind is not ("OPBD" or "PRCD" or "CLBD" or "ITBD")) return;
        var amount = element.At("Amt").Amount();
        var isCredit = element.IsCredit();
        if (amount is null || isCredit is null)
        {
            Refuse(row, "Bal/Amt", Written(element.At("Amt")), $"the balance {kind} has no amount that can be read",
                "ask the bank for the statement again");
            return;
        }

        _balances.Add(new CamtBalance(
            kind, isCredit.Value ? amount.Value : -amount.Value, element.At("Dt").Day(), row));
    }

    void ReadEntry(XmlReader reader)
    {
        if (findings.IsFull || _account.Length == 0)
        {
            reader.Skip();
            return;
        }

        var entry = new CamtEntry(reader);
        if (!entry.AddTo(_lines, _account, findings)) _isDamaged = true;
        if (_lines.Count <= Camt053.MostLines) return;
        Refuse(entry.Row, "Ntry", null, "the statement has more than a million entries",
            "ask the bank for a shorter period");
        _lines.Clear();
    }

    BankStatement? Finish(long row)
    {
        // A page of a longer statement opens or closes with an interim balance; the first such opens, the last closes.
        var opening = Balance("OPBD") ?? Balance("PRCD") ?? Balance("ITBD");
        var closing = Balance("CLBD") ?? _balances.FindLast(balance => balance.Kind == "ITBD" && balance != opening);
        if (_account.Length == 0)
            Refuse(row, "Acct", _number, "the statement names no account before its entries",
                "ask the bank for the statement again");
        if (opening is null) RefuseMissing(row, "opening (OPBD or PRCD)");
        if (closing is null) RefuseMissing(row, "closing (CLBD)");
        if (_isDamaged || !HaveOneCurrency(opening!, closing!)) return null;
        var statement = new BankStatement(_account, opening!.Amount.Currency)
        {
            Number = _number,
            Sequence = _sequence,
            From = _from ?? opening.Day,
            To = _to ?? closing!.Day,
            Opening = opening.Amount,
            Closing = closing!.Amount,
            Lines = _lines.DrainToImmutable(),
        };
        return Footing.Checked(statement, closing.Row, "Bal", findings);
    }

    bool HaveOneCurrency(CamtBalance opening, CamtBalance closing)
    {
        var currency = opening.Amount.Currency;
        if (_currencyCode.Length > 0 && _currencyCode != currency.Code)
            Refuse(opening.Row, "Bal/Amt/@Ccy", currency.Code,
                $"the account is in {_currencyCode} but its opening balance is in {currency}",
                "ask the bank for it again");
        if (closing.Amount.Currency != currency)
            Refuse(closing.Row, "Bal/Amt/@Ccy", closing.Amount.Currency.Code,
                $"the opening balance is in {currency} but the closing balance is in {closing.Amount.Currency}",
                "ask the bank for a statement of one account in one currency");
        if (_lines.FirstOrDefault(line => line.Amount.Currency != currency) is { } other)
            Refuse(other.Row, "Ntry/Amt/@Ccy", other.Amount.Currency.Code,
                $"an entry is in {other.Amount.Currency} but the account is in {currency}",
                "ask the bank for it again");
        return !_isDamaged;
    }

    CamtBalance? Balance(string kind) => _balances.Find(balance => balance.Kind == kind);

    void RefuseMissing(long row, string which) =>
        Refuse(row, "Bal", _number, $"the statement has no {which} balance, so its lines cannot be checked",
            "ask the bank for statements with both balances");

    void Refuse(long row, string column, string? value, string message, string remedy)
    {
        _isDamaged = true;
        findings.Add(row, column, value, message, remedy);
    }

    static string? Written(XElement? amount) =>
        amount is null ? null : (amount.Attribute("Ccy")?.Value + " " + amount.Value.Trim()).Trim();

    sealed record CamtBalance(string Kind, Amount Amount, DateOnly? Day, long Row);
}
