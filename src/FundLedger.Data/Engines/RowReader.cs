using System.Collections.Immutable;
using FundLedger.Journal;

namespace FundLedger.Data.Engines;

/// <summary>
/// The rows of a query one by one, while other queries of the same transaction are read beside it: the counterpart of
/// <see cref="Statement"/>.
/// </summary>
public abstract class RowReader : IDisposable
{
    /// <summary>Moves to the next row.</summary>
    public abstract bool Read();

    public abstract bool IsNothing(int column);

    public abstract long Number(int column);

    public abstract string Text(int column);

    public abstract DateOnly Day(int column);

    public abstract byte[] Bytes(int column);

    public abstract void Dispose();

    /// <summary>Hands the fields of a record on, from a column onwards: to a seal being computed, or a row being inserted.</summary>
    public void WriteTo(FieldSink sink, ImmutableArray<Field> fields, int column)
    {
        foreach (var field in fields)
        {
            switch (field.Kind)
            {
                case FieldKind.Number: sink.Number(OptionalNumber(column)); break;
                case FieldKind.Text: sink.Text(OptionalText(column)); break;
                case FieldKind.Day: sink.Day(OptionalDay(column)); break;
                case FieldKind.Bytes: sink.Bytes(Bytes(column)); break;
                default: throw new InvalidOperationException($"{field.Kind} is not a kind of field.");
            }

            column++;
        }
    }

    public long? OptionalNumber(int column) => IsNothing(column) ? null : Number(column);

    public string? OptionalText(int column) => IsNothing(column) ? null : Text(column);

    public DateOnly? OptionalDay(int column) => IsNothing(column) ? null : Day(column);
}
