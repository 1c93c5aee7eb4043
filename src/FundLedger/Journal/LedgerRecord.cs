using System.Collections.Immutable;

namespace FundLedger.Journal;

/// <summary>
/// A row that belongs to an entry and is sealed with it. It is described once, by its shape and the order in which it
/// writes its fields; the seal, both databases and the check that reads everything back follow that one description.
/// </summary>
public interface ILedgerRecord
{
    RecordShape Shape { get; }

    /// <summary>Writes the fields in the order of the shape.</summary>
    void WriteTo(FieldSink sink);
}

/// <summary>
/// Takes the fields of a record one by one: a seal being computed, or a row being inserted. A class, since an import calls it seventy
/// million times and the call through an interface that several implement takes three times as long.
/// </summary>
public abstract class FieldSink
{
    /// <summary>The number that stands in for <see cref="Posting.ThisEntry"/>.</summary>
    public long Entry { get; set; }

    public abstract void Number(long? value);

    /// <summary>A number of an entry, in which <see cref="Posting.ThisEntry"/> stands for the one being written.</summary>
    public void EntryNumber(long value) => Number(value == Posting.ThisEntry ? Entry : value);

    public abstract void Text(string? value);

    public abstract void Day(DateOnly? value);

    public abstract void Bytes(ReadOnlyMemory<byte> value);
}

public enum FieldKind
{
    Number,
    Text,
    Day,
    Bytes,
}

public sealed record Field(string Name, FieldKind Kind);

/// <summary>The table of a record and its fields in order. The columns entry and line come before them.</summary>
public sealed record RecordShape
{
    /// <summary>Fields are given as "name kind, name kind".</summary>
    public RecordShape(string table, string fields)
    {
        Table = table;
        Fields = [.. fields.Split(',', StringSplitOptions.TrimEntries).Select(field =>
        {
            var parts = field.Split(' ');
            return new Field(parts[0], Enum.Parse<FieldKind>(parts[1], ignoreCase: true));
        })];
    }

    public string Table { get; }

    public ImmutableArray<Field> Fields { get; }
}
