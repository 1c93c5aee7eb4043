using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace FundLedger.Journal;

/// <summary>
/// Computes the seal of an entry: SHA-256 over the seal before it and a canonical encoding of every field of the entry
/// and of each of its records. Every field is written with its kind and length, so that no two different entries have
/// the same encoding.
/// <para>Format 1. Number: 'n' and 8 bytes, big-endian. Text: 't', length in 4 bytes, UTF-8. Day: 'd' and 4 bytes,
/// yyyymmdd as a number. Moment: 'm' and 8 bytes, milliseconds since 1970 UTC. Bytes: 'b', length in 4 bytes, the bytes.
/// Nothing: '-'. A record begins with 'r' and the name of its table as text. The whole begins with the text
/// "FundLedger seal 1" and the 32 bytes of the seal before (zeros for the first entry).</para>
/// </summary>
public sealed class SealWriter : FieldSink, IDisposable
{
    public const int Format = 1;
    public const int Length = 32;
    static readonly byte[] Prefix = Encoding.UTF8.GetBytes("FundLedger seal 1");

    readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    byte[] _buffer = new byte[4096];
    int _used;

    /// <summary>Starts the encoding of an entry that follows the entry with the seal given.</summary>
    public void Begin(ReadOnlySpan<byte> previousSeal, EntryHeader header)
    {
        _used = 0;
        Entry = header.Number;
        Append(Prefix);
        Append(previousSeal);
        Number(header.Number);
        Number(header.Format);
        Text(Word.Of(header.Kind));
        Day(header.Date);
        Moment(header.RecordedAt);
        Text(header.RecordedBy);
        Text(header.ApprovedBy);
        Text(header.Reason);
        Text(header.Text);
        Number(header.Reverses);
        Number(header.Batch);
        Number(header.Lines);
        Text(header.RateCurrency);
        Number(header.Rate);
        Day(header.RateDate);
        Text(header.RateSource);
    }

    /// <summary>Starts a record; its fields follow.</summary>
    public void Record(string table)
    {
        Tag((byte)'r');
        Text(table);
    }

    /// <summary>The seal of what was written since <see cref="Begin"/>.</summary>
    public byte[] Finish()
    {
        _hash.AppendData(_buffer, 0, _used);
        return _hash.GetHashAndReset();
    }

    public override void Number(long? value)
    {
        if (value is not { } number)
        {
            Tag((byte)'-');
            return;
        }

        Tag((byte)'n');
        BinaryPrimitives.WriteInt64BigEndian(Room(8), number);
        _used += 8;
    }

    public override void Text(string? value)
    {
        if (value is null)
        {
            Tag((byte)'-');
            return;
        }

        Tag((byte)'t');
        var room = Room(4 + Encoding.UTF8.GetMaxByteCount(value.Length));
        var length = Encoding.UTF8.GetBytes(value, room[4..]);
        BinaryPrimitives.WriteInt32BigEndian(room, length);
        _used += 4 + length;
    }

    public override void Day(DateOnly? value)
    {
        if (value is not { } day)
        {
            Tag((byte)'-');
            return;
        }

        Tag((byte)'d');
        BinaryPrimitives.WriteInt32BigEndian(Room(4), (day.Year * 10_000) + (day.Month * 100) + day.Day);
        _used += 4;
    }

    public void Moment(DateTimeOffset value)
    {
        Tag((byte)'m');
        BinaryPrimitives.WriteInt64BigEndian(Room(8), value.ToUnixTimeMilliseconds());
        _used += 8;
    }

    public override void Bytes(ReadOnlyMemory<byte> value)
    {
        Tag((byte)'b');
        BinaryPrimitives.WriteInt32BigEndian(Room(4), value.Length);
        _used += 4;
        Append(value.Span);
    }

    public void Dispose() => _hash.Dispose();

    /// <summary>As people and reports write a seal: 64 hexadecimal digits, lower case.</summary>
    public static string ToText(ReadOnlySpan<byte> seal) => Convert.ToHexStringLower(seal);

    void Tag(byte tag)
    {
        Room(1)[0] = tag;
        _used++;
    }

    void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        _used += bytes.Length;
    }

    Span<byte> Room(int size)
    {
        if (_used + size > _buffer.Length) Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _used + size));
        return _buffer.AsSpan(_used, size);
    }
}
