using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace FundLedger.Donors;

/// <summary>
/// What an entry seals of a contact's details: SHA-256 over a random salt and every detail, each after its length in 4 bytes,
/// big-endian. Without the salt, which is erased with the details, nobody can try names against it.
/// </summary>
public static class ContactHash
{
    public const int SaltLength = 32;

    public static byte[] Of(ReadOnlySpan<byte> salt, ContactDetails details)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, salt);
        foreach (var text in details.Texts()) Append(hash, Encoding.UTF8.GetBytes(text));
        return hash.GetHashAndReset();
    }

    static void Append(IncrementalHash hash, ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
        hash.AppendData(length);
        hash.AppendData(part);
    }
}
