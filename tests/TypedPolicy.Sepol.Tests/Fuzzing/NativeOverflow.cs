using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace TypedPolicy.Sepol.Tests.Fuzzing;

/// <summary>
/// Whose recursion ended a process. The runtime writes "Stack overflow." in both cases, and the managed frames: those of a managed recursion come again and again, which it says; below a
/// native one each stands once.
/// </summary>
internal static partial class NativeOverflow
{
    public const string Managed = "overflow-managed";
    public const string Native = "overflow-native";

    private const int Deep = 4_000_000;

    /// <summary>Whether managed code recursed without an end.</summary>
    /// <param name="error">What the process wrote to its standard error.</param>
    public static bool IsManaged(string error) => error.Contains("Stack overflow", StringComparison.Ordinal) && Repeated().IsMatch(error);

    /// <summary>Overflows the stack of this process: by managed code, or in a function of the C library that follows brackets.</summary>
    public static int Run(string how)
    {
        var pattern = new byte[Deep + 1];
        Array.Fill(pattern, (byte)'(', 0, Deep);
        return how == Managed ? Descend(1) : Compile(new byte[1_024], pattern, 1);
    }

    private static int Descend(int depth) => depth == int.MaxValue ? depth : Descend(depth + 1) + depth;

    [DllImport("libc", EntryPoint = "regcomp")]
    private static extern int Compile(byte[] compiled, byte[] pattern, int flags);

    [GeneratedRegex(@"^Repeat(ed)? [0-9]+ times:", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Repeated();
}
