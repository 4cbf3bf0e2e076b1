using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;
using TypedPolicy.Model.Paths;

namespace TypedPolicy.Sepol.Linking;

/// <summary>
/// Whether a policy package has its end. It does not record how long it is, and its last sections are text (file contexts, users), of which libsepol takes whatever is there: a type whose
/// name is cut is a type. A text ends with its line; where that has no end, its type must be one that the module names.
/// </summary>
internal static partial class PackageEnd
{
    private const int HeaderSize = 12;
    private const int MaxSections = 16;

    // SELINUX_POLICY_… of file contexts, seusers, user_extra and netfilter_contexts
    private const uint FileContexts = 0xf97cff90;
    private static readonly uint[] Texts = [FileContexts, 0x097cff91, 0x097cff92, 0x097cff93];

    // How many bytes of numbers are before the name of a symbol, its length among them.
    private const int MaxNumbers = 32;

    /// <summary>Whether a package stops in the middle of its last section.</summary>
    public static bool IsMissing(ReadOnlySpan<byte> package)
    {
        if (package.Length < HeaderSize || BinaryPrimitives.ReadUInt32LittleEndian(package[8..]) is not (> 0 and <= MaxSections and var count) || package.Length < HeaderSize + (4 * (int)count))
        {
            return false; // libsepol says so.
        }

        var start = BinaryPrimitives.ReadUInt32LittleEndian(package[(HeaderSize + (4 * ((int)count - 1)))..]);
        if (start + 4L >= package.Length || !Texts.Contains(BinaryPrimitives.ReadUInt32LittleEndian(package[(int)start..])) || package[^1] == '\n')
        {
            return false;
        }

        var text = package[((int)start + 4)..];
        var lines = Encoding.UTF8.GetString(text).Split('\n');
        return BinaryPrimitives.ReadUInt32LittleEndian(package[(int)start..]) != FileContexts || !IsWhole(lines[^1], lines, package[..(int)start]);
    }

    private static bool IsWhole(string line, string[] lines, ReadOnlySpan<byte> modules)
    {
        var fields = FileContextWords.Split(line);
        if (FileContextWords.IsEmpty(fields) || fields is [_, .., FileContextWords.None])
        {
            return true;
        }

        var parts = fields[^1].Split(':', 4);
        return fields.Length > 1 && parts.Length >= 3 && IsName(modules, parts[2])
            && (parts.Length == 4 ? Level().IsMatch(parts[3]) : !lines.Any(l => FileContextWords.Split(l) is [_, .., var last] && last.Count(c => c == ':') > 2));
    }

    // A module has each name after its length.
    private static bool IsName(ReadOnlySpan<byte> modules, string name)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        for (int at = 0, next; bytes.Length > 0 && (next = modules[at..].IndexOf(bytes)) >= 0; at++)
        {
            at += next;
            for (var back = 4; back <= MaxNumbers && back <= at; back += 4)
            {
                if (BinaryPrimitives.ReadUInt32LittleEndian(modules[(at - back)..]) == (uint)bytes.Length)
                {
                    return true;
                }
            }
        }

        return false;
    }

    [GeneratedRegex("^[a-z][a-z0-9_]*[0-9a-z](:[^:]*[0-9a-z])?(-.*[0-9a-z])?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Level();
}
