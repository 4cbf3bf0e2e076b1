using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Children;

/// <summary>Whose fault it is where a child ends without an answer: libsepol's, ours, or that of a limit.</summary>
internal static class ChildFailure
{
    // A process that a signal ended has 128 and the signal's number for its code.
    private const int MaxOwnCode = 128;
    private const int Killed = MaxOwnCode + 9;

    // What the runtime writes before it ends a process whose managed code failed. What libsepol and libc write is never that.
    private static readonly string[] RuntimeFailures = ["Unhandled exception", "Stack overflow.", "Fatal error.", "Process terminated.", "Out of memory."];

    /// <summary>Why there is no answer; <see langword="null"/> if there is one, or the child said why itself.</summary>
    public static string? Of(int code, bool answered, string error, ChildWork work) => code switch
    {
        // libsepol ends the process with 1 where malloc gives it nothing.
        ExitCode.No when !answered && error.Length == 0 => $"{work.Name} ran out of memory. {work.Advice}",
        <= MaxOwnCode => null,
        Killed => "The process that links was killed (signal 9), by a user or because the machine ran out of memory.",
        _ when Array.Exists(RuntimeFailures, f => error.Contains(f, StringComparison.Ordinal)) => $"typedpolicy itself failed while linking (exit code {code}): {FirstLine(error)}",
        _ => $"libsepol crashed while linking the policy (exit code {code}).",
    };

    private static string FirstLine(string error) => error.Split('\n').Select(l => l.Trim()).FirstOrDefault(l => l.Length > 0) ?? "";
}
