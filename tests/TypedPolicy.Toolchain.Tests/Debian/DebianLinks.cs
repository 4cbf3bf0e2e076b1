using System.Text.RegularExpressions;
using TypedPolicy.Model.Targets;
using TypedPolicy.Toolchain.Tests.Linking;
using TypedPolicy.Toolchain.Tests.Reading;
using TypedPolicy.Toolchain.Tests.Tools;
using Xunit;

namespace TypedPolicy.Toolchain.Tests.Debian;

/// <summary>Debian's whole policy, linked with the samples: once for all tests, since it takes seconds.</summary>
public sealed partial class DebianLinks : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public DebianLinks()
    {
        var names = DebianPolicy.Files.SelectMany(f => Declaration().Matches(File.ReadAllText(f))).Select(m => m.Groups[1].Value);
        Facts = new([.. Samples.Compiled.All.Select(s => s.Model)], names);
        TypesAlone = Link(_folder.Write("types.cil", Facts.Types()));
        WithSamples = Link([.. Samples.Compiled.All.Select(s => Write(s, "debian12"))]);
        WithSamplesOfEl9 = Link([.. Samples.Compiled.All.Select(s => Write(s, s.Module == "container_types" ? "debian12" : "el9"))]);
        File.Copy(DebianPolicy.SubstitutionsFile, WithSamples.FileContexts + ".subs_dist");
        var equivalences = Target.El9.Equivalences.Entries.Select(e => $"{e.Alias} {e.Real}");
        File.WriteAllLines(WithSamplesOfEl9.FileContexts + ".subs_dist", equivalences);
    }

    /// <summary>What the samples say.</summary>
    internal ModelFacts Facts { get; }

    /// <summary>The base with the types and attributes of the samples, without a rule of theirs.</summary>
    internal LinkedPolicy TypesAlone { get; }

    /// <summary>The base with the samples, as Debian gets them.</summary>
    internal LinkedPolicy WithSamples { get; }

    /// <summary>The base with the samples in the form for Enterprise Linux 9, whose names are the same.</summary>
    internal LinkedPolicy WithSamplesOfEl9 { get; }

    internal TemporaryFolder Folder => _folder;

    public void Dispose() => _folder.Dispose();

    private LinkedPolicy Link(params string[] modules) => LinkedPolicy.Link(_folder, [.. DebianPolicy.Files, .. modules]);

    private string Write(Sample sample, string target) => _folder.Write($"{sample.Module}.{target}.cil", sample.Cil(target));

    [GeneratedRegex(@"^\s*\((?:type|typeattribute|typealias|role|roleattribute|boolean|user|class) ([^\s()]+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}

/// <summary>The tests that share the linked policies.</summary>
[CollectionDefinition(nameof(DebianLinks))]
public sealed class DebianLinksCollection : ICollectionFixture<DebianLinks>;
