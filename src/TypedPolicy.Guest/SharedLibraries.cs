using System.Text.RegularExpressions;

namespace TypedPolicy.Guest;

/// <summary>The shared libraries that a program of this machine needs.</summary>
internal static partial class SharedLibraries
{
    /// <summary>Their paths; none for a program that needs none.</summary>
    public static IEnumerable<string> Of(string program) =>
        Library().Matches(HostTool.Output(HostTool.Find("ldd", "libc-bin"), program)).Select(m => m.Groups[1].Value).Distinct();

    [GeneratedRegex(@"(?:=>\s+|^\s+)(/\S+)\s+\(0x", RegexOptions.Multiline)]
    private static partial Regex Library();
}
