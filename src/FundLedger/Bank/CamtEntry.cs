using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;
using FundLedger.Money;

namespace FundLedger.Bank;

/// <summary>
/// One Ntry element. A batch whose payments have amounts that add up to it becomes one line a payment; any other entry
/// is one line.
/// </summary>
sealed class CamtEntry
{
    // Enough for a person to recognise a batch that is not broken down.
    const int MostJoined = 20;

    readonly XElement _head = new("Ntry");
    readonly List<CamtDetail> _details = [];

    public CamtEntry(XmlReader reader)
    {
        Row = reader.Row();
        reader.ForEachChild(part =>
        {
            if (part == "NtryDtls") ReadDetails(reader);
            else _head.Add(reader.Element());
        });
    }

    public long Row { get; }

    bool IsReversal => _head.Text("RvslInd") is "true" or "1";

    string Status => _head.Text("Sts", "Cd") is { Length: > 0 } code ? code : _head.Text("Sts");

    /// <summary>Adds the entry's lines; false, with the reasons among the findings, when it cannot be read.</summary>
    public bool AddTo(ImmutableArray<BankLine>.Builder lines, string account, Findings findings)
    {
        var amount = _head.At("Amt").Amount();
        var isCredit = _head.IsCredit();
        var valued = _head.At("ValDt").Day();
        var booked = _head.At("BookgDt").Day() ?? valued;
        var status = StatusOf(Status);
        if (amount is null) Missing("Amt", _head.Text("Amt"), "an amount with a known currency");
        if (isCredit is null) Missing("CdtDbtInd", _head.Text("CdtDbtInd"), "CRDT or DBIT");
        if (booked is null) Missing("BookgDt", _head.Text("BookgDt"), "a booking date");
        if (status is null) Missing("Sts", Status, "BOOK, PDNG, FUTR or INFO");
        if (amount is null || isCredit is null || booked is null || status is null) return false;
        var whole = new BankLine(account, booked.Value, valued ?? booked.Value, isCredit.Value ? amount.Value : -amount.Value)
        {
            Status = status.Value,
            IsReversal = IsReversal,
            BankReference = First(_head.Text("AcctSvcrRef"), _head.Text("NtryRef")),
            TransactionCode = CamtDetail.CodeOf(_head),
            Charges = CamtDetail.ChargesOf(_head),
            Original = CamtDetail.OriginalOf(_head, amount.Value),
            Row = Row,
        };
        AddLines(lines, whole);
        return true;

        void Missing(string column, string value, string expected) =>
            findings.Add(Row, column, value, $"the entry's {column} is not {expected}", "ask the bank for the statement again");
    }

    void AddLines(ImmutableArray<BankLine>.Builder lines, BankLine whole)
    {
        if (AddsUp(whole.Amount))
            for (var i = 0; i < _details.Count; i++)
                lines.Add(_details[i].Describe(whole with
                {
                    Amount = Signed(_details[i], whole),
                    Part = i + 1,
                    Charges = null,
                    Original = null
                }));
        else
            lines.Add(Joined(whole));
    }

    bool AddsUp(Amount whole)
    {
        if (_details.Count < 2) return false;
        Int128 sum = 0;
        foreach (var detail in _details)
        {
            if (detail.Amount is not { } part || part.Currency != whole.Currency) return false;
            sum += detail.IsCredit ?? whole.IsPositive ? part.MinorUnits : -part.MinorUnits;
        }

        return sum == whole.MinorUnits;
    }

    static Amount Signed(CamtDetail detail, BankLine whole) =>
        detail.IsCredit ?? whole.Amount.IsPositive ? detail.Amount!.Value : -detail.Amount!.Value;

    BankLine Joined(BankLine whole)
    {
        if (_details.Count == 0) return CamtDetail.Of(_head).Describe(whole);
        if (_details.Count == 1) return _details[0].Describe(whole, CamtDetail.Note(_head));
        var described = _details.Take(MostJoined).Select(detail => detail.Describe(whole)).ToList();
        return whole with
        {
            PayerName = Same(line => line.PayerName),
            PayerAccount = Same(line => line.PayerAccount),
            EndToEndId = Same(line => line.EndToEndId),
            Remittance = string.Join("; ", described.Select(line => line.Remittance).Where(text => text.Length > 0)),
        };

        string Same(Func<BankLine, string> field) => described.Select(field).Distinct().Count() == 1 ? field(described[0]) : "";
    }

    void ReadDetails(XmlReader reader) =>
        reader.ForEachChild(part =>
        {
            if (part == "TxDtls") _details.Add(CamtDetail.Of(reader.Element()));
            else reader.Skip();
        });

    static LineStatus? StatusOf(string code) => code switch
    {
        "BOOK" => LineStatus.Booked,
        "PDNG" or "FUTR" => LineStatus.Pending,
        "INFO" => LineStatus.Information,
        _ => null,
    };

    static string First(string one, string other) => one.Length > 0 ? one : other;
}
