using System.Globalization;

namespace TypedPolicy.Analyzers.Shared;

/// <summary>The values of permission enums as sets of bits.</summary>
internal static class EnumBits
{
    /// <summary>The bits of a value of any enum.</summary>
    public static ulong Of(object value) => value is ulong bits ? bits : unchecked((ulong)Convert.ToInt64(value, CultureInfo.InvariantCulture));

    /// <summary>How many there are.</summary>
    public static int Count(ulong value)
    {
        var count = 0;
        for (; value != 0; value &= value - 1)
        {
            count++;
        }

        return count;
    }
}
