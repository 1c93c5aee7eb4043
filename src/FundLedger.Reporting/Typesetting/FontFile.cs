using System.Collections.Immutable;
using System.Runtime.InteropServices;
using HarfBuzzSharp;
using FontFace = HarfBuzzSharp.Face;

namespace FundLedger.Typesetting;

/// <summary>
/// A font that travels inside the program, so that a document looks the same on every machine. Each is loaded once,
/// when something is first set in it; several documents may be set with it at the same time.
/// </summary>
sealed class FontFile
{
    static readonly ImmutableArray<Lazy<FontFile>> All =
        [.. Enum.GetValues<Cut>().Select(cut => new Lazy<FontFile>(() => new FontFile(cut)))];

    FontFile(Cut cut)
    {
        var bytes = Read($"Fonts/NotoSans-{cut}.ttf");
        // Pinned for the life of the program: the font keeps pointing into it.
        var pinned = GCHandle.Alloc(bytes, GCHandleType.Pinned);
        using var blob = new Blob(pinned.AddrOfPinnedObject(), bytes.Length, MemoryMode.ReadOnly);
        Face = new FontFace(blob, 0);
        UnitsPerEm = Face.UnitsPerEm;
        Font = new Font(Face);
        Font.SetScale(UnitsPerEm, UnitsPerEm);
        Font.SetFunctionsOpenType();
        Face.MakeImmutable();
    }

    public FontFace Face { get; }

    public Font Font { get; }

    public int UnitsPerEm { get; }

    public static FontFile Of(Cut cut) => All[(int)cut].Value;

    public bool Has(int codePoint) => Font.TryGetGlyph((uint)codePoint, out _);

    static byte[] Read(string name)
    {
        using var stream = typeof(FontFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The font {name} is missing from the program.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
