using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedPolicy.Tests.Support;
using TypedPolicy.Toolchain.Tests.Indexing;
using TypedPolicy.Toolchain.Tests.Tools;
using Xunit;

namespace TypedPolicy.Toolchain.Tests.Rules.Debian;

/// <summary>The samples with the index of Debian's policy: the rules have nothing to warn of but what is justified in place.</summary>
[Trait("Needs", "toolchain")]
public sealed class DebianSampleTests
{
    [Theory]
    [InlineData("Gravity", "Imported", "el9;debian12")]
    [InlineData("Gravity", "Embedded", "el9;debian12")]
    [InlineData("Container", "", "debian12")]
    public async Task A_sample_has_no_warning(string sample, string without, string targets) =>
        Assert.Equal("", string.Join("\n", await Warnings(Compile(sample, without), targets)));

    [Fact]
    public async Task A_policy_on_top_of_another_has_no_warning_and_no_advice_to_call_an_interface()
    {
        var found = await DebianRules.Analyze(Compile("Workload", "").AddReferences(Built("Gravity")));

        Assert.Equal("", string.Join("\n", Warnings(found)));
        Assert.DoesNotContain(found, d => d.Id == "TP7001");
    }

    private static async Task<string[]> Warnings(Compilation compilation, string targets) => Warnings(await DebianRules.Analyze(compilation, targets));

    private static string[] Warnings(ImmutableArray<Diagnostic> found) => [.. found.Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(d => d.ToString())];

    private static CSharpCompilation Compile(string sample, string without)
    {
        var folder = Path.Combine(Repository.Root, "samples", sample);
        var files = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file))
            .Where(file => !Array.Exists(["obj/", "bin/", without + "/"], other => file.StartsWith(other, StringComparison.Ordinal)))
            .Select(file => (file, File.ReadAllText(Path.Combine(folder, file))));
        var compilation = Policy.Compile([("Usings.cs", "global using System; global using System.Collections.Generic; global using System.Linq;"), .. files]);

        // Debian has no policy of containers: Gravity, and what builds on it, takes the types that it names from one more sample.
        compilation = sample == "Container" ? compilation : compilation.AddReferences(Built("Container"));
        return without == "Embedded" ? compilation.AddReferences(DebianBindings.Reference) : compilation;
    }

    private static MetadataReference Built(string sample) => Policy.Of(Compile(sample, "Imported").WithAssemblyName(sample), new() { ["TypedPolicyTargets"] = "debian12" }).Reference;
}
