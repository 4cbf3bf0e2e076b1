using System.Text.Json;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Tests.Support;

/// <summary>The command, run in this process.</summary>
internal static class TypedPolicyCommand
{
    public static CommandRun Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = CommandLine.RunAsync(arguments, output, error).GetAwaiter().GetResult();
        return new(code, output.ToString(), error.ToString());
    }
}

/// <summary>How the command ended.</summary>
internal sealed record CommandRun(int Code, string Output, string Error)
{
    /// <summary>It ended with this code; what it said is the message where it did not.</summary>
    public CommandRun EndsWith(int code)
    {
        Assert.True(Code == code, $"It ended with {Code}.\n{Output}{Error}");
        return this;
    }

    public CommandRun Succeeds() => EndsWith(ExitCode.Success);

    public JsonElement Json()
    {
        using var document = JsonDocument.Parse(Output);
        return document.RootElement.Clone();
    }
}
