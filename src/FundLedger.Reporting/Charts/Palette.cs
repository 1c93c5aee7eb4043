using System.Collections.Immutable;
using FundLedger.Drawing;

namespace FundLedger.Charts;

/// <summary>
/// The colours of documents and pages: a few for text and lines, around one blue, and one for each thing that figures
/// are about. The latter are told apart by readers with any colour vision: neighbours differ in lightness too.
/// </summary>
public static class Palette
{
    static readonly ImmutableArray<Ink> Hues =
    [
        new("vftc", "#0077B6", "#4CB3EA"), new("upr-p", "#E59A1C", "#F2B64F"),
        new("ldc-sids", "#1B8A6B", "#4CC3A0"), new("upr-i", "#A8518A", "#D98ABF"),
        new("received", "#0077B6", "#4CB3EA"), new("paid", "#0077B6", "#4CB3EA"),
        new("pledged", "#A9D3EC", "#2F5E7D"), new("signed", "#5BA9D6", "#3E86B3"),
        new("outstanding", "#E59A1C", "#F2B64F"), new("previous", "#B9C3CB", "#5D6B76"),
        new("overdue-1", "#F6CF84", "#7A5A1E"), new("overdue-2", "#E99B3C", "#B5742A"),
        new("overdue-3", "#CC5F2B", "#E08A55"), new("overdue-4", "#8C2B1F", "#F2B8A6"),
        new("income", "#0077B6", "#4CB3EA"), new("expenditure", "#7B8894", "#9AA7B2"),
        new("african", "#E59A1C", "#F2B64F"), new("asia-pacific", "#0077B6", "#4CB3EA"),
        new("eastern-european", "#1B8A6B", "#4CC3A0"), new("grulac", "#A8518A", "#D98ABF"),
        new("weog", "#6CB8E6", "#9AD2F5"), new("other", "#9AA5AE", "#7C8893"),
    ];

    static readonly Dictionary<string, Ink> ByName =
        Hues.ToDictionary(hue => hue.Name, StringComparer.OrdinalIgnoreCase);

    // For series whose hue nobody named, in order.
    static readonly ImmutableArray<Ink> Unnamed =
        [.. new[] { "vftc", "upr-p", "ldc-sids", "upr-i", "weog", "overdue-3" }.Select(name => ByName[name])];

    public static Ink Paper { get; } = new("paper", "#FFFFFF", "#12171C");

    public static Ink Text { get; } = new("text", "#1B242C", "#E8EDF1");

    public static Ink Muted { get; } = new("muted", "#5A6872", "#A3B0BA");

    public static Ink Accent { get; } = new("accent", "#00608F", "#6CC4F2");

    /// <summary>The blue of the United Nations, for rules and areas; too light for small text.</summary>
    public static Ink Blue { get; } = new("blue", "#009EDB", "#009EDB");

    public static Ink Rule { get; } = new("rule", "#9DABB6", "#4A5762");

    public static Ink Hairline { get; } = new("hairline", "#DCE3E8", "#2B343C");

    public static Ink Tint { get; } = new("tint", "#EFF6FA", "#1A232B");

    public static Ink Warning { get; } = new("warning", "#8C4A00", "#F2B64F");

    public static Ink WarningTint { get; } = new("warning-tint", "#FCF1DC", "#33270F");

    /// <summary>Every colour, for a style sheet.</summary>
    public static ImmutableArray<Ink> All { get; } =
        [Paper, Text, Muted, Accent, Blue, Rule, Hairline, Tint, Warning, WarningTint, .. Hues];

    /// <summary>
    /// The colour of a hue's name, in any case: a fund's code, a rung, an age, a regional group. A name without a
    /// colour of its own takes that of its place among its neighbours.
    /// </summary>
    public static Ink Of(string? hue, int place = 0) =>
        hue is not null && ByName.TryGetValue(hue, out var ink) ? ink : Unnamed[place % Unnamed.Length];
}
