using System.Xml;

namespace FundLedger.Data.Files;

/// <summary>The one way in which XML from outside is read: no document type, no entity, nothing fetched.</summary>
static class SafeXml
{
    internal static XmlReader Read(Stream stream, long mostCharacters) => XmlReader.Create(stream, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = mostCharacters,
        MaxCharactersFromEntities = 1024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    });
}
