using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FundLedger.Money;

namespace FundLedger.Bank;

/// <summary>One MT940 message, field by field.</summary>
sealed partial class Mt940Statement(Mt940Field begin, Findings findings)
{
    const int MostLines = 1_000_000;

    readonly List<(Mt940Field Line, List<string> Details)> _entries = [];
    Mt940Balance? _opening;
    Mt940Balance? _closing;
    string _account = "";
    string _number = begin.First;
    bool _isDamaged;

    public void Take(Mt940Field field)
    {
        switch (field.Tag)
        {
            case "25" or "25P":
                _account = field.First;
                break;
            case "28" or "28C":
                _number = field.First;
                break;
            case "60F" or "60M":
                _opening ??= Balance(field);
                break;
            case "62F" or "62M":
                _closing = Balance(field);
                break;
            case "61" when _closing is not null:
                Refuse(field, field.First, "a line stands after the closing balance",
                    "ask the bank for the statement again");
                break;
            case "61" when _entries.Count == MostLines:
                Refuse(field, null, "the statement has more than a million lines", "ask the bank for a shorter period");
                break;
            case "61":
                _entries.Add((field, []));
                break;
            case "86" when _entries.Count > 0 && _closing is null:
                _entries[^1].Details.AddRange(field.Lines);
                break;
        }
    }

    /// <summary>The statement; none, with the reasons among the findings, when it cannot be taken over.</summary>
    public BankStatement? Finish()
    {
        if (_account.Length == 0) Missing(":25:", "account");
        if (_opening is null) Missing(":60F:", "opening balance");
        if (_closing is null) Missing(":62F:", "closing balance");
        if (_isDamaged) return null;
        var currency = _opening!.Amount.Currency;
        if (_closing!.Amount.Currency != currency)
        {
            Refuse(_closing.Field, _closing.Field.First,
                $"the opening balance is in {currency} but the closing balance is in {_closing.Amount.Currency}",
                "ask the bank for the statement again");
            return null;
        }

        var statement = new BankStatement(AccountNumber.Of(_account, currency), currency)
        {
            Number = _number,
            From = _opening.Day,
            To = _closing.Day,
            Opening = _opening.Amount,
            Closing = _closing.Amount,
        };
        var lines = Lines(statement);
        return _isDamaged ? null : Footing.Checked(
            statement with { Lines = lines }, _closing.Field.Row, ":" + _closing.Field.Tag + ":", findings);
    }

    ImmutableArray<BankLine> Lines(BankStatement statement)
    {
        var lines = ImmutableArray.CreateBuilder<BankLine>(_entries.Count);
        foreach (var (field, details) in _entries)
        {
            if (Mt940Line.Read(field, details, statement, findings) is { } line) lines.Add(line);
            else _isDamaged = true;
        }

        return lines.ToImmutable();
    }

    Mt940Balance? Balance(Mt940Field field)
    {
        var parts = BalancePattern().Match(field.First);
        if (parts.Success && !Currency.TryFind(parts.Groups["currency"].Value, out _))
        {
            Refuse(field, parts.Groups["currency"].Value, "the balance is in a currency that the ledger does not know",
                "correct the file, or add the currency to data/currencies.csv");
            return null;
        }

        if (!parts.Success
            || !Currency.TryFind(parts.Groups["currency"].Value, out var currency)
            || !Mt940Line.TryReadAmount(parts.Groups["amount"].Value, currency, out var amount))
        {
            Refuse(field, field.First, "the balance cannot be read: it should look like C261231EUR1250,00",
                "ask the bank for the statement again");
            return null;
        }

        return new Mt940Balance(
            parts.Groups["side"].Value == "C" ? amount : -amount, Mt940Line.Day(parts.Groups["day"].Value), field);
    }

    // What is damaged is reported where it stands, not also as missing.
    void Missing(string tag, string what)
    {
        if (_isDamaged) return;
        _isDamaged = true;
        findings.Add(begin.Row, tag, _number, $"the statement has no {what}", "ask the bank for the statement again");
    }

    void Refuse(Mt940Field field, string? value, string message, string remedy)
    {
        _isDamaged = true;
        findings.Add(field.Row, ":" + field.Tag + ":", value, message, remedy);
    }

    sealed record Mt940Balance(Amount Amount, DateOnly? Day, Mt940Field Field);

    [GeneratedRegex(
        "^(?<side>[CD])(?<day>[0-9]{6})(?<currency>[A-Z]{3})(?<amount>[0-9.,]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex BalancePattern();
}
