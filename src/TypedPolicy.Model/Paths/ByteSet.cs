namespace TypedPolicy.Model.Paths;

/// <summary>A set of bytes: what one place of a pattern can match. libselinux matches bytes, not characters.</summary>
internal readonly record struct ByteSet(ulong A, ulong B, ulong C, ulong D)
{
    public static ByteSet All { get; } = new(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue);

    public static ByteSet Digits { get; } = Range('0', '9');

    public static ByteSet Word { get; } = Range('A', 'Z') | Range('a', 'z') | Digits | Of('_');

    public static ByteSet NotSlash { get; } = ~Of('/');

    public bool IsEmpty => (A | B | C | D) == 0;

    /// <summary>The lowest byte in it that can be in a path, which 0 cannot.</summary>
    public int? First
    {
        get
        {
            for (var value = 1; value < 256 && !IsEmpty; value++)
            {
                if (Contains(value))
                {
                    return value;
                }
            }

            return null;
        }
    }

    public static ByteSet Of(char value) => Range(value, value);

    public static ByteSet Range(char low, char high)
    {
        ulong a = 0, b = 0;
        for (int value = low; value <= high; value++)
        {
            if (value < 64)
            {
                a |= 1UL << value;
            }
            else
            {
                b |= 1UL << (value - 64);
            }
        }

        return new(a, b, 0, 0);
    }

    public bool Contains(int value) => (((value >> 6) switch { 0 => A, 1 => B, 2 => C, _ => D } >> (value & 63)) & 1) != 0;

    public bool IsSubsetOf(ByteSet other) => (this & ~other).IsEmpty;

    public static ByteSet operator |(ByteSet x, ByteSet y) => new(x.A | y.A, x.B | y.B, x.C | y.C, x.D | y.D);

    public static ByteSet operator &(ByteSet x, ByteSet y) => new(x.A & y.A, x.B & y.B, x.C & y.C, x.D & y.D);

    public static ByteSet operator ~(ByteSet x) => new(~x.A, ~x.B, ~x.C, ~x.D);
}
