using System.Globalization;

namespace TypedPolicy.Model.Security;

/// <summary>The two spellings.</summary>
public sealed partial record NetworkAddress
{
    private static byte[]? ReadIPv4(string text)
    {
        string[] parts = text.Split('.');
        var bytes = new byte[4];
        if (parts.Length != 4)
        {
            return null;
        }

        for (int i = 0; i < 4; i++)
        {
            string part = parts[i];
            if (part.Length is 0 or > 3 || (part[0] == '0' && part.Length > 1) || !part.All(value => value is >= '0' and <= '9'))
            {
                return null;
            }

            int number = int.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture);
            if (number > 255)
            {
                return null;
            }

            bytes[i] = (byte)number;
        }

        return bytes;
    }

    private static byte[]? ReadIPv6(string text)
    {
        int gap = text.IndexOf("::", StringComparison.Ordinal);
        if (gap < 0)
        {
            return ReadGroups(text, canEndInIPv4: true) is { Count: 16 } all ? [.. all] : null;
        }

        // a third colon, or a second gap, leaves an empty group behind
        string before = text.Substring(0, gap);
        string after = text.Substring(gap + 2);
        List<byte>? head = before.Length == 0 ? [] : ReadGroups(before, canEndInIPv4: false);
        List<byte>? tail = after.Length == 0 ? [] : ReadGroups(after, canEndInIPv4: true);
        if (head is null || tail is null || head.Count + tail.Count > 14)
        {
            return null;
        }

        return [.. head, .. new byte[16 - head.Count - tail.Count], .. tail];
    }

    private static List<byte>? ReadGroups(string text, bool canEndInIPv4)
    {
        List<byte> bytes = [];
        string[] groups = text.Split(':');
        for (int i = 0; i < groups.Length; i++)
        {
            string group = groups[i];
            if (canEndInIPv4 && i == groups.Length - 1 && group.IndexOf('.') >= 0)
            {
                if (ReadIPv4(group) is not { } embedded)
                {
                    return null;
                }

                bytes.AddRange(embedded);
            }
            else if (group.Length is 0 or > 4 || !group.All(value => value is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F')))
            {
                return null;
            }
            else
            {
                int value = int.Parse(group, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                bytes.Add((byte)(value >> 8));
                bytes.Add((byte)value);
            }
        }

        return bytes;
    }

    private string WriteIPv6()
    {
        int[] groups = [.. Enumerable.Range(0, 8).Select(i => (Bytes[2 * i] << 8) | Bytes[(2 * i) + 1])];
        (int start, int length) = LongestZeros(groups);
        if (length < 2)
        {
            return Write(groups);
        }

        return Write(groups.Take(start)) + "::" + Write(groups.Skip(start + length));

        static string Write(IEnumerable<int> groups) => string.Join(":", groups.Select(group => group.ToString("x", CultureInfo.InvariantCulture)));
    }

    /// <summary>The first of the longest runs of zero groups.</summary>
    private static (int Start, int Length) LongestZeros(int[] groups)
    {
        (int Start, int Length) best = (0, 0);
        for (int start = 0; start < groups.Length; start++)
        {
            int length = groups.Skip(start).TakeWhile(group => group == 0).Count();
            best = length > best.Length ? (start, length) : best;
        }

        return best;
    }
}
