using System.Globalization;
using System.Net;

namespace TypedPolicy.Sepol.Differences;

/// <summary>Whether something can match two labels of a kind, given by what they label.</summary>
internal static class LabelOverlap
{
    public static bool Exists(string kind, string one, string other)
    {
        var (first, second) = (one.Split(' '), other.Split(' '));
        return kind switch
        {
            "portcon" or "ibpkeycon" => first[1] == second[1] && Range(first[2]) is var a && Range(second[2]) is var b && a.Low <= b.High && b.Low <= a.High,
            _ => Networks(first, second),
        };
    }

    private static (uint Low, uint High) Range(string text)
    {
        var ends = text.Split('-');
        return (Number(ends[0]), Number(ends[^1]));
    }

    private static uint Number(string text) => text.StartsWith("0x", StringComparison.Ordinal)
        ? uint.Parse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
        : uint.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    // Two networks have an address in common if they agree in the bits of both masks.
    private static bool Networks(string[] first, string[] second)
    {
        var parts = ((string[])[first[1], first[2], second[1], second[2]]).Select(p => IPAddress.Parse(p).GetAddressBytes()).ToList();
        return parts[0].Length == parts[2].Length
            && Enumerable.Range(0, parts[0].Length).All(i => ((parts[0][i] ^ parts[2][i]) & parts[1][i] & parts[3][i]) == 0);
    }
}
