namespace FundLedger.Data.Engines;

enum WaitingKind : byte
{
    Nothing,
    Number,
    Text,
    Day,
    Bytes,
}

/// <summary>A value of a row that waits: a number or the number of a day in <see cref="Number"/>, text and bytes beside it.</summary>
readonly record struct WaitingValue(WaitingKind Kind, long Number, object? Reference)
{
    internal static WaitingValue Of(long? value) => value is { } number ? new(WaitingKind.Number, number, null) : default;

    internal static WaitingValue Of(string? value) => value is null ? default : new(WaitingKind.Text, 0, value);

    internal static WaitingValue Of(DateOnly? value) => value is { } day ? new(WaitingKind.Day, day.DayNumber, null) : default;

    internal static WaitingValue Of(ReadOnlyMemory<byte> value) => new(WaitingKind.Bytes, 0, value.ToArray());

    internal bool IsNothing => Kind == WaitingKind.Nothing;

    internal DateOnly Day => DateOnly.FromDayNumber((int)Number);
}
