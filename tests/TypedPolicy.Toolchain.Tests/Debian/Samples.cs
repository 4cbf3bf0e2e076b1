using TypedPolicy.Binding;
using TypedPolicy.Model.Declarations;
using TypedPolicy.Tests.Support;
using TypedPolicy.Toolchain.Tests.Tools;
using Xunit;

namespace TypedPolicy.Toolchain.Tests.Debian;

/// <summary>The samples, compiled from their sources; Gravity on the embedded externals.</summary>
internal sealed class Samples
{
    // What the projects get from ImplicitUsings.
    private static readonly (string, string) Usings = ("Usings.cs", "global using System; global using System.Collections.Generic; global using System.Linq;");

    private Samples(Sample[] all) => All = all;

    public static Samples Compiled { get; } = Compile();

    /// <summary>Those that a Debian system has, in the order of their dependencies.</summary>
    public IReadOnlyList<Sample> All { get; }

    public Sample this[string module] => All.Single(s => s.Module == module);

    private static Samples Compile()
    {
        var container = Policy.Of(Sources("Container"), Targets("debian12"));
        var gravity = Policy.Of(Sources("Gravity"), Targets("el9;debian12"));
        var workload = Policy.Of(Sources("Workload"), Targets("el9;debian12"), gravity);
        return new([new("container_types", container), new("gravity", gravity), new("inventory", workload)]);
    }

    private static Dictionary<string, string> Targets(string targets) => new() { ["TypedPolicyTargets"] = targets };

    private static (string Path, string Source)[] Sources(string sample)
    {
        var folder = Path.Combine(Repository.Root, "samples", sample);
        var files = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file))
            .Where(file => !Array.Exists(["obj/", "bin/", "Imported/"], folder => file.StartsWith(folder, StringComparison.Ordinal)));
        return [Usings, .. files.Select(file => (file, File.ReadAllText(Path.Combine(folder, file))))];
    }
}

/// <summary>One sample: its artifacts and its model.</summary>
internal sealed class Sample
{
    private readonly Policy _policy;

    public Sample(string module, Policy policy)
    {
        Assert.True(policy.Problems.IsEmpty, string.Join('\n', policy.Problems));
        Module = module;
        _policy = policy;
        Model = PolicyBinder.Bind(policy.Compilation, "/project/", CancellationToken.None).Model;
    }

    public string Module { get; }

    public PolicyModel Model { get; }

    public string Cil(string target) => _policy.Artifact(Module + ".cil", target);

    public string FileContexts(string target) => _policy.Artifact(Module + ".fc", target);
}
