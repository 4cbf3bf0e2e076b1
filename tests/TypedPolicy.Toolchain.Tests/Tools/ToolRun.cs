using System.Text;

namespace TypedPolicy.Toolchain.Tests.Tools;

/// <summary>What a tool said and how it ended.</summary>
internal sealed record ToolRun(string Command, int ExitCode, byte[] OutputBytes, string Error)
{
    public string Output => Encoding.UTF8.GetString(OutputBytes);

    /// <summary>The same run, where it succeeded; a test that needs it fails with what the tool said.</summary>
    public ToolRun Succeeded() =>
        ExitCode == 0 ? this : throw new InvalidOperationException($"{Command} ended with {ExitCode}.\n{Error}\n{Output}");
}
