using TypedPolicy.Tests.Support;
using TypedPolicy.Toolchain.Tests.Tools;

namespace TypedPolicy.Kernel.Tests;

/// <summary>The first example of the README, compiled.</summary>
internal static class ReadmeExample
{
    public static Policy Policy { get; } = Policy.Of([("Policy.cs", Source())], new() { ["TypedPolicyTargets"] = "debian12" });

    private static string Source()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ReplaceLineEndings("\n");
        var start = readme.IndexOf("```csharp\n", StringComparison.Ordinal) + "```csharp\n".Length;
        return readme[start..readme.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
