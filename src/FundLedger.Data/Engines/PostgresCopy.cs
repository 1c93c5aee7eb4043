using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Text;
using Npgsql;

namespace FundLedger.Data.Engines;

/// <summary>
/// A plain insert, whose rows are written by COPY. They gather as PostgreSQL's binary format has them (its manual, COPY), so that the
/// thread that sends them has nothing else to do.
/// </summary>
sealed class PostgresCopy(PostgresStatements set, StatementText text) : PostgresStatement(set, text)
{
    /// <summary>The signature, no flags, and no more of a header.</summary>
    static readonly byte[] Header = [.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8, 0, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>Stands where the next row would tell how many values it has.</summary>
    static readonly byte[] End = [0xFF, 0xFF];

    /// <summary>The length of a value that there is none of.</summary>
    const int Nothing = -1;

    static readonly int DayZero = new DateOnly(2000, 1, 1).DayNumber;

    readonly ConcurrentBag<ArrayBufferWriter<byte>> _spare = [];
    ArrayBufferWriter<byte> _rows = new();

    public override void Number(long? value)
    {
        if (Begin(value is null ? Nothing : sizeof(long))) BinaryPrimitives.WriteInt64BigEndian(Room(sizeof(long)), value!.Value);
    }

    public override void Text(string? value)
    {
        if (value is null)
        {
            Begin(Nothing);
            return;
        }

        var length = Encoding.UTF8.GetByteCount(value);
        Begin(length);
        Encoding.UTF8.GetBytes(value, Room(length));
    }

    public override void Day(DateOnly? value)
    {
        if (Begin(value is null ? Nothing : sizeof(int)))
            BinaryPrimitives.WriteInt32BigEndian(Room(sizeof(int)), value!.Value.DayNumber - DayZero);
    }

    public override void Bytes(ReadOnlyMemory<byte> value)
    {
        Begin(value.Length);
        value.Span.CopyTo(Room(value.Length));
    }

    protected override Action WorkOf(NpgsqlConnection connection, int rows)
    {
        var sent = _rows;
        _rows = _spare.TryTake(out var spare) ? spare : new ArrayBufferWriter<byte>();
        return () =>
        {
            using (var copy = connection.BeginRawBinaryCopy(Saying.AsCopy()))
            {
                copy.Write(Header);
                copy.Write(sent.WrittenSpan);
                copy.Write(End);
            }

            sent.ResetWrittenCount();
            _spare.Add(sent);
        };
    }

    /// <summary>Begins a value of this length, and its row where it is the first; whether anything follows.</summary>
    bool Begin(int length)
    {
        if (Next()) BinaryPrimitives.WriteInt16BigEndian(Room(sizeof(short)), (short)Saying.Width);
        BinaryPrimitives.WriteInt32BigEndian(Room(sizeof(int)), length);
        return length != Nothing;
    }

    Span<byte> Room(int length)
    {
        var room = _rows.GetSpan(length)[..length];
        _rows.Advance(length);
        return room;
    }
}
