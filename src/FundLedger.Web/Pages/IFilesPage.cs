using System.Collections.Immutable;
using FundLedger.Data.Attachments;

namespace FundLedger.Web.Pages;

/// <summary>A page about something with which files are enclosed.</summary>
public interface IFilesPage
{
    ImmutableArray<EnclosedFile> Files { get; }

    /// <summary>The entry with which another file would be enclosed.</summary>
    long About { get; }
}
