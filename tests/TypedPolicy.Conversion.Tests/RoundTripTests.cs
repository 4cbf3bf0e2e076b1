using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using TypedPolicy.Conversion.Base;
using TypedPolicy.Conversion.Converting;
using TypedPolicy.Refpolicy.Bindings;
using TypedPolicy.Refpolicy.Expansion;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Refpolicy.Modules;
using TypedPolicy.Refpolicy.Tests.Differential;
using TypedPolicy.Tests.Support;
using TypedPolicy.Toolchain.Tests.Debian;
using TypedPolicy.Toolchain.Tests.Reading;
using TypedPolicy.Toolchain.Tests.Refpolicy;
using TypedPolicy.Toolchain.Tests.Tools;
using Xunit;
using Xunit.Abstractions;

namespace TypedPolicy.Conversion.Tests;

/// <summary>
/// Modules become C#, the C# becomes CIL, and that says in Debian's policy what m4 and checkmodule make of the modules. Between them they call every interface
/// of the headers but those whose transitions are between types of others.
/// </summary>
[Trait("Needs", "toolchain")]
public sealed partial class RoundTripTests(ITestOutputHelper output)
{
    private const int Modules = 120;

    [Fact]
    public async Task A_hundred_and_twenty_modules_that_call_eight_thousand_interfaces_say_the_same_after_they_were_converted()
    {
        var files = HeaderFiles();
        var tree = HeaderTree.Read(files);
        var names = BindingNames.Of(tree);
        var support = SupportMacros.Read(files);
        var basePolicy = new HeaderBase(tree, names);
        var bindings = Bindings(names);
        using var folder = new TemporaryFolder();
        var callable = tree.Interfaces.Where(i => i.Signature.Compiles && !HeaderMistakes.All.ContainsKey(i.Name)).ToList();
        var declared = DeclaredNames();
        var modules = Enumerable.Range(0, Modules).Select(seed => new RandomModule(seed, callable.Where((_, index) => index % Modules == seed), declared)).ToList();
        var texts = modules.ToDictionary(m => m, m => m.Make());
        foreach (var (module, te) in texts)
        {
            folder.Write(module.Name + ".te", te);
        }

        var patterns = new HeaderFile("wrpattern.te", AllPatterns(tree));
        folder.Write(patterns.Path, patterns.Text);

        foreach (var module in WrittenModule.All)
        {
            folder.Write(module.Name + ".te", module.Rules);
            folder.Write(module.Name + ".if", module.Interfaces);
        }

        string[] all = [.. modules.Select(m => m.Name), .. WrittenModule.All.Select(m => m.Name), "wrpattern"];
        var theirs = Task.Run(() =>
        {
            Compile(folder, all);
            return Link(folder, "theirs", all.Select(name => folder.At(name + ".cil")));
        });
        var converted = new List<string>();
        var notes = 0;
        foreach (var (name, sources) in texts.Select(t => (t.Key.Name, (HeaderFile[])[new(t.Key.Name + ".te", t.Value)])).Concat(WrittenModule.All.Select(m => (m.Name, m.Files))).Append(("wrpattern", [patterns])))
        {
            var result = ModuleConverter.Convert(tree, support, basePolicy, sources);
            notes += result.Notes.Length;
            var lost = result.Notes.Where(n => n.IsLoss && !n.Message.Contains(" is written out where the module calls it", StringComparison.Ordinal)).ToList();
            Assert.True(lost.Count == 0, $"{name}: {string.Join("\n", lost.Take(5))}\n{sources[0].Text}");
            var policy = Policy.Of(
                Policy.Compile([.. result.Files.Select(f => (f.Name, f.Text)), Policy.Usings]).AddReferences(bindings).WithAssemblyName(name),
                new() { ["TypedPolicyLineMarks"] = "false", ["TypedPolicyTargets"] = "debian12" });
            Assert.True(policy.Problems.IsEmpty, $"{name}: {string.Join("\n", policy.Problems)}\n{sources[0].Text}");
            converted.Add(folder.Write(name + ".ours.cil", policy.CilFor("debian12")));
        }

        var ours = Link(folder, "ours", converted);
        Compare(await theirs, ours, modules, notes);
    }

    private void Compare(PolicyDump theirs, PolicyDump ours, List<RandomModule> modules, int notes)
    {
        var difference = PolicyDifference.Between(theirs, new HashSet<string>(), ours);
        var more = ConditionalFacts.Different(difference.Unexpected, theirs, ours).ToList();
        var less = ConditionalFacts.Different(difference.Lost, theirs, ours).ToList();
        output.WriteLine($"{modules.Count} modules, {modules.Sum(m => m.Calls)} calls, {ours.Statements.Count} statements, {difference.Unexpected.Length} facts under conditions in other words, {notes} notes");
        Assert.True(modules.Sum(m => m.Calls) > 8_000, "The headers hold more interfaces than these.");
        Assert.True(more.Count == 0, $"The C# says more:\n{string.Join("\n", more.Take(20))}");
        Assert.True(less.Count == 0, $"The C# says less:\n{string.Join("\n", less.Take(20))}");
    }

    /// <summary>A module that calls every pattern of the headers.</summary>
    private static string AllPatterns(HeaderTree tree)
    {
        string Argument(HeaderInterface pattern, InterfaceParameter parameter) => parameter.Kind switch
        {
            InterfaceParameterKind.Class => "file",
            InterfaceParameterKind.FileName => $"\"{pattern.Name.Replace("_", "", StringComparison.Ordinal)}\"",
            _ => parameter.Number == 1 ? "wrpattern_t" : $"wrpattern_{parameter.Number}_t",
        };
        var types = Enumerable.Range(2, 3).Select(i => $"type wrpattern_{i}_t;\nfiles_type(wrpattern_{i}_t)\n");
        var calls = tree.Patterns.Select(p => $"{p.Name}({string.Join(", ", p.Signature.Parameters.Select(a => Argument(p, a)))})\n").ToList();
        Assert.True(calls.Count > 100, "The support files hold more patterns than these.");
        return $"policy_module(wrpattern, 1.0)\ntype wrpattern_t;\ndomain_type(wrpattern_t)\n{string.Concat(types)}{string.Concat(calls)}";
    }

    /// <summary>What Debian's policy declares.</summary>
    private static HashSet<string> DeclaredNames() =>
        [.. DebianPolicy.Files.SelectMany(File.ReadLines).Select(l => Declaration().Match(l)).Where(m => m.Success).Select(m => m.Groups[1].Value)];

    [GeneratedRegex(@"^\((?:type|typeattribute|typealias|role|roleattribute|boolean|tunable) (\w+)")]
    private static partial Regex Declaration();

    /// <summary>Debian's policy with modules. Interfaces chosen by chance may grant what its neverallow rules forbid, so those are not checked.</summary>
    private static PolicyDump Link(TemporaryFolder folder, string name, IEnumerable<string> modules)
    {
        var binary = folder.At(name + ".policy");
        Tool.Secilc.Run(["-N", "-m", "-o", binary, "-f", "/dev/null", .. DebianPolicy.Files, .. modules]).Succeeded();
        return PolicyDump.Read(Tool.Checkpolicy.Run("-M", "-b", "-C", "-o", "/dev/stdout", binary).Succeeded().Output);
    }

    private static PortableExecutableReference Bindings(BindingNames names)
    {
        var compilation = Policy.Compile([.. BaseBindings.Write(names)]).WithAssemblyName("TypedPolicy.Base.debian12");
        var stream = new MemoryStream();
        var emitted = compilation.Emit(stream);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Take(20)));
        return MetadataReference.CreateFromImage([.. stream.ToArray()]);
    }

    private static List<HeaderFile> HeaderFiles() =>
        [.. Directory.GetFiles(DebianHeaders.Folder, "*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".if", StringComparison.Ordinal) || f.EndsWith(".spt", StringComparison.Ordinal) || f.EndsWith("build.conf", StringComparison.Ordinal))
            .Select(f => new HeaderFile(Path.GetRelativePath(DebianHeaders.Folder, f), File.ReadAllText(f)))];

    /// <summary>The modules as the devel Makefile compiles them.</summary>
    private static void Compile(TemporaryFolder folder, IReadOnlyList<string> modules)
    {
        var interfaces = Tool.M4.Run([.. DebianHeaders.Support, .. DebianHeaders.Interfaces, .. WrittenModule.All.Select(m => folder.At(m.Name + ".if"))]).Succeeded().Output.Replace("dollarsstar", "$*", StringComparison.Ordinal);
        string[] headers = [.. DebianHeaders.Support, folder.Write("all_interfaces.conf", "divert(-1)\n" + interfaces + "\ndivert\n")];
        var refused = new ConcurrentBag<string>();
        Parallel.ForEach(modules, new ParallelOptions { MaxDegreeOfParallelism = 2 }, module =>
        {
            var text = Tool.M4.Run([.. DebianHeaders.Flags, "-s", .. headers, folder.At(module + ".te")]).Succeeded().Output;
            var source = folder.Write(module + ".tmp", text);
            if (Tool.Checkmodule.Run("-M", "-m", "-C", "-o", folder.At(module + ".cil"), source) is { ExitCode: not 0 } run)
            {
                refused.Add(run.Error);
            }
        });
        Assert.True(refused.IsEmpty, string.Join("\n", refused));
    }
}
