namespace FundLedger.Drawing;

/// <summary>
/// A colour by its meaning, as hexadecimal RGB on white paper and on a dark screen. Paper uses <see cref="Light"/>; a
/// page refers to it by name and its style sheet decides.
/// </summary>
public sealed record Ink(string Name, string Light, string Dark);
