using System.Runtime.InteropServices;

namespace FundLedger.Data.Engines;

/// <summary>
/// SQLite's own functions that give a statement its values. An import calls them seventy million times: without the safe handle,
/// the change of the garbage collector's mode and SQLite's copy of each text, which the library's wrappers need in general,
/// they take a third of the time.
/// </summary>
static class SqliteBinding
{
    const string Library = "e_sqlite3";

    /// <summary>Says that the bytes stay where they are until the statement was executed.</summary>
    internal const nint Stays = 0;

    [DllImport(Library, EntryPoint = "sqlite3_bind_int64"), SuppressGCTransition]
    internal static extern int Number(nint statement, int index, long value);

    [DllImport(Library, EntryPoint = "sqlite3_bind_null"), SuppressGCTransition]
    internal static extern int Nothing(nint statement, int index);

    [DllImport(Library, EntryPoint = "sqlite3_bind_text"), SuppressGCTransition]
    internal static extern int Text(nint statement, int index, nint bytes, int length, nint lifetime);

    [DllImport(Library, EntryPoint = "sqlite3_bind_blob"), SuppressGCTransition]
    internal static extern int Bytes(nint statement, int index, nint bytes, int length, nint lifetime);
}
