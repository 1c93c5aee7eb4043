namespace FundLedger.Web.Lists;

/// <summary>A file that is written beside the way and not in memory, and is gone when it was sent: it may hold a million rows.</summary>
static class PassingFile
{
    internal static FileStream Of(Action<Stream> write)
    {
        var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), new FileStreamOptions
        { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose });
        try
        {
            write(file);
            file.Position = 0;
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
