using System.Globalization;
using System.Text;

namespace FundLedger.Tests.Bank;

/// <summary>Writes camt.053 files of any version for tests, with the structures that differ between versions.</summary>
sealed class CamtFile(int version)
{
    readonly StringBuilder _statements = new();

    public static string Balance(string kind, string amount, string currency = "CHF", string day = "2026-03-31") => $"""
        <Bal><Tp><CdOrPrtry><Cd>{kind}</Cd></CdOrPrtry></Tp><Amt Ccy="{currency}">{amount.TrimStart('-')}</Amt>
        <CdtDbtInd>{Side(amount)}</CdtDbtInd><Dt><Dt>{day}</Dt></Dt></Bal>

        """;

    public CamtFile Statement(string opening, string closing, params string[] entries)
    {
        _statements.Append(CultureInfo.InvariantCulture, $"""
            <Stmt><Id>STM-7</Id><ElctrncSeqNb>12</ElctrncSeqNb><CreDtTm>2026-03-31T20:00:00+02:00</CreDtTm>
            <Acct><Id><IBAN>CH9300762011623852957</IBAN></Id><Ccy>CHF</Ccy></Acct>
            {Balance("OPBD", opening)}{Balance("CLBD", closing)}{string.Concat(entries)}</Stmt>

            """);
        return this;
    }

    public CamtFile Raw(string statement)
    {
        _statements.Append(statement);
        return this;
    }

    public string Entry(string amount, string details = "", string status = "BOOK", string more = "",
        string day = "2026-03-30") => $"""
        <Ntry><Amt Ccy="CHF">{amount.TrimStart('-')}</Amt><CdtDbtInd>{Side(amount)}</CdtDbtInd>{more}
        <Sts>{(version >= 8 ? $"<Cd>{status}</Cd>" : status)}</Sts>
        <BookgDt><Dt>{day}</Dt></BookgDt><ValDt><Dt>{day}</Dt></ValDt><AcctSvcrRef>REF-1</AcctSvcrRef>
        <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>
        {(details.Length > 0 ? $"<NtryDtls>{details}</NtryDtls>" : "")}</Ntry>

        """;

    /// <summary>One payment inside an entry; the amount stands where the version has it.</summary>
    public string Payment(
        string name, string text, string amount = "", string endToEnd = "NOTPROVIDED", string more = "") => $"""
        <TxDtls><Refs><EndToEndId>{endToEnd}</EndToEndId></Refs>{AmountOf(amount)}{more}
        <RltdPties><Dbtr>{Named(name)}</Dbtr><DbtrAcct><Id><IBAN>NO9386011117947</IBAN></Id></DbtrAcct>
        <Cdtr>{Named("OHCHR")}</Cdtr></RltdPties><RmtInf><Ustrd>{text}</Ustrd></RmtInf></TxDtls>
        """;

    public override string ToString() => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.{FormattableString.Invariant($"{version:00}")}">
        <BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-03-31T20:00:00+02:00</CreDtTm></GrpHdr>
        {_statements}</BkToCstmrStmt></Document>
        """;

    string Named(string name) => version >= 8 ? $"<Pty><Nm>{name}</Nm></Pty>" : $"<Nm>{name}</Nm>";

    string AmountOf(string amount) =>
        amount.Length == 0 ? ""
        : version >= 3 ? $"""<Amt Ccy="CHF">{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd>"""
        : $"""<AmtDtls><TxAmt><Amt Ccy="CHF">{amount}</Amt></TxAmt></AmtDtls>""";

    static string Side(string amount) => amount.StartsWith('-') ? "DBIT" : "CRDT";
}
