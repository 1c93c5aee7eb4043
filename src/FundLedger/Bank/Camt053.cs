using System.Collections.Immutable;
using System.Xml;
using FundLedger.Checks;

namespace FundLedger.Bank;

/// <summary>
/// Reads ISO 20022 camt.053 (bank to customer statement) of any version, by the local names of its elements. The file
/// is read entry by entry, so that its size costs time and not memory.
/// </summary>
public static class Camt053
{
    /// <summary>About half a million entries as banks write them.</summary>
    const long LargestFile = 1024L * 1024 * 1024;

    internal const int MostLines = 1_000_000;

    public static Outcome<ImmutableArray<BankStatement>> Read(Stream stream, string fileName) =>
        Read(settings => XmlReader.Create(stream, settings), fileName);

    public static Outcome<ImmutableArray<BankStatement>> Read(TextReader reader, string fileName) =>
        Read(settings => XmlReader.Create(reader, settings), fileName);

    static Outcome<ImmutableArray<BankStatement>> Read(Func<XmlReaderSettings, XmlReader> open, string fileName)
    {
        var findings = new Findings(fileName);
        var statements = ImmutableArray.CreateBuilder<BankStatement>();
        try
        {
            using var reader = open(Settings());
            ReadDocument(reader, statements, findings);
        }
        catch (XmlException fault)
        {
            findings.Add(fault.LineNumber, null, null, $"the file is not the XML it should be: {Brief(fault.Message)}",
                "fetch the file from the bank again: whole, in a usual encoding and without a document type");
        }

        return findings.Conclude(statements.ToImmutable());
    }

    // Of a file that breaks off, the message names every element that is open, and a hostile file opens many.
    static string Brief(string message) => message.Length <= 200 ? message : message[..200] + "…";

    static XmlReaderSettings Settings() => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = LargestFile,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    static void ReadDocument(
        XmlReader reader, ImmutableArray<BankStatement>.Builder statements, Findings findings)
    {
        // The message may stand in an envelope of the bank's; the file is read to its end, so that damage shows.
        while (!reader.EOF)
        {
            if (reader.NodeType != XmlNodeType.Element) reader.Read();
            else if (reader.LocalName == "BkToCstmrStmt")
                reader.ForEachChild(part => ReadPart(reader, part, statements, findings));
            else if (Mistaken(reader.LocalName) is { } kind) Refuse(reader, kind, findings);
            else reader.Read();
        }
    }

    static void ReadPart(
        XmlReader reader, string part, ImmutableArray<BankStatement>.Builder statements, Findings findings)
    {
        if (part != "Stmt" || findings.IsFull)
            reader.Skip();
        else if (new CamtStatement(findings).Read(reader) is { } statement)
            statements.Add(statement);
    }

    static string? Mistaken(string message) => message switch
    {
        "BkToCstmrAcctRpt" => "an account report of the running day (camt.052)",
        "BkToCstmrDbtCdtNtfctn" => "a notice of debits and credits (camt.054)",
        _ => null,
    };

    static void Refuse(XmlReader reader, string kind, Findings findings)
    {
        findings.Add(reader.Row(), reader.LocalName, null,
            $"the file is {kind}, which has no balances to check its lines against",
            "import the statement (camt.053) of the same day");
        reader.Skip();
    }
}
