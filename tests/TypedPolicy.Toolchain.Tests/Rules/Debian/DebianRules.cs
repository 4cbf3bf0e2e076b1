using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedPolicy.Tests.Support;
using TypedPolicy.Toolchain.Tests.Debian;
using TypedPolicy.Toolchain.Tests.Indexing;
using TypedPolicy.Toolchain.Tests.Linking;
using TypedPolicy.Toolchain.Tests.Tools;

namespace TypedPolicy.Toolchain.Tests.Rules.Debian;

/// <summary>The cases in Debian's whole policy: all that link are linked together, once, and asked about together.</summary>
public sealed class DebianRules : IDisposable
{
    private static readonly ImmutableArray<AdditionalText> Index = [new AdditionalFile("/project/debian12.sepolidx", DebianIndex.Text)];

    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<LinkedPolicy> _linked;
    private readonly Lazy<string[]> _rules;

    public DebianRules()
    {
        _linked = new(() => Link(DebianPolicy.Files, merging: true, [.. DebianCases.All
            .SelectMany(c => c.Says.OfType<Refuses>().Any() ? new[] { (c.Rule, Source: c.GoodSource) } : [(c.Rule, Source: c.BadSource), (c.Rule, Source: c.GoodSource)])
            .Select(c => c.Source)]));
        _rules = new(() =>
        [
            .. Search("-A", "-ds", "-rs", "-s", "^(bad|good)[0-9]+(_[a-z]+)?_t$", Linked.Binary),
            .. Search("-A", "-ds", "-s", "init_t", "-dt", "-rt", "-t", "^(bad|good)[0-9]+_t$", Linked.Binary),
        ]);
    }

    /// <summary>Debian's policy with every policy that the tools take.</summary>
    internal LinkedPolicy Linked => _linked.Value;

    /// <summary>The allow rules of these policies, as sesearch writes them.</summary>
    public IReadOnlyList<string> Rules => _rules.Value;

    internal TemporaryFolder Folder => _folder;

    /// <summary>A policy that references Debian's bindings.</summary>
    internal static CSharpCompilation Compile(params (string Path, string Source)[] files)
    {
        var compilation = Policy.Compile([.. files, Policy.Usings, ("Base.cs", "global using TypedPolicy.Base;")]).AddReferences(DebianBindings.Reference);
        var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToArray();
        return errors.Length == 0 ? compilation : throw new InvalidOperationException(string.Join('\n', errors.Select(e => e.ToString())));
    }

    /// <summary>What the analyzers say with Debian's index.</summary>
    internal static Task<ImmutableArray<Diagnostic>> Analyze(Compilation compilation, string targets = "debian12") => Analysis.Of(compilation, targets, Index);

    /// <summary>Links policies with Debian's, whatever the rules say of them.</summary>
    internal LinkedPolicy Link(IEnumerable<string> modules, bool merging, params string[] sources) =>
        LinkedPolicy.Link(_folder, [.. modules, .. sources.Select(Write)], merging);

    /// <summary>Compiles a module as a reference-policy author does.</summary>
    internal ToolRun Make(string module)
    {
        var folder = _folder.At(Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "own.te"), $"policy_module(own, 1.0)\n{module}\n");
        return Tool.Make.Run("-C", folder, "-f", "/usr/share/selinux/devel/Makefile", "own.pp");
    }

    public void Dispose() => _folder.Dispose();

    private string Write(string source)
    {
        var policy = Direct.InSpiteOfFindings(Compile(("Policy.cs", source)), "debian12");
        return _folder.Write($"{Guid.NewGuid():N}.cil", policy.Cil);
    }

    private static string[] Search(params string[] arguments) => Tool.Sesearch.Run(arguments).Succeeded().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
