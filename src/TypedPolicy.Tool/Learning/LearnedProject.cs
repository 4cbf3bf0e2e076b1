using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using TypedPolicy.Caching;
using TypedPolicy.Files;
using TypedPolicy.Learning.Answers;
using TypedPolicy.Learning.Compiling;
using TypedPolicy.Model.Targets;
using TypedPolicy.Refpolicy.Finding;
using TypedPolicy.Sepol;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Sepol.Queries;
using TypedPolicy.Tool.Policies;

namespace TypedPolicy.Tool.Learning;

/// <summary>A project whose C# is edited: what its last build compiled it with, its sources as they are now, and what it is linked with.</summary>
internal sealed class LearnedProject
{
    private const int MaxFileSize = 16 << 20;

    private readonly BuiltPolicy _build;
    private readonly PolicyBase _base;

    private LearnedProject(BuiltPolicy build, PolicyBase policyBase, PolicySources sources) => (_build, _base, Sources) = (build, policyBase, sources);

    /// <summary>The C#.</summary>
    public PolicySources Sources { get; }

    /// <summary>What the policy is called in messages.</summary>
    public string PolicyName => $"{_build.Record.Name} with {_base}";

    /// <summary>Reads a project by its last build.</summary>
    /// <param name="build">The build.</param>
    /// <param name="bases">What to link with; what the build was linked with if there are none.</param>
    /// <exception cref="SepolException">The build is of an earlier version, or a file is missing.</exception>
    public static LearnedProject Read(BuiltPolicy build, IReadOnlyList<string> bases)
    {
        var record = build.Record;
        if (record.References.Count == 0)
        {
            throw new SepolException($"The build of {record.Display} does not say what it was compiled with: it is of an earlier version of TypedPolicy. Run 'dotnet build'.");
        }

        if (record.References.FirstOrDefault(r => !File.Exists(r)) is { } gone)
        {
            throw new SepolException($"'{gone}', which {record.Display} was compiled with, is gone. Run 'dotnet build'.");
        }

        var own = record.Sources.Where(s => s.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) && File.Exists(s)).ToImmutableSortedDictionary(s => s, Text, StringComparer.Ordinal);
        var sources = new PolicySources(
            record.Name,
            record.Folder,
            own,
            [.. record.Generated.Where(g => g.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) && File.Exists(g)).Select(Text)],
            [.. record.References.Select(r => (MetadataReference)MetadataReference.CreateFromFile(r))],
            [.. record.Symbols],
            Target.TryGet(record.Spelling) ?? build.Target,
            build.Target);
        return new(build, PolicyBase.From(bases.Count > 0 ? bases : build.Bases), sources);
    }

    /// <summary>Links the C# with the other policy of its build and with its base, and puts together what answers are made from.</summary>
    /// <exception cref="SepolException">It does not link.</exception>
    public LearningFacts Link(CompiledPolicy compiled, FinderIndex index, IReadOnlySet<string> accepted)
    {
        using var folder = TemporaryFolder.Create();
        var (cil, fileContexts) = compiled.Write();
        var file = folder.At(compiled.Module + ".cil");
        File.WriteAllText(file, cil, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        var (policy, labels) = LinkedPolicies.Get([.. Others(), file], _base);
        return LearningFacts.Of(compiled, KernelPolicy.Read(policy), PolicyName, Encoding.UTF8.GetString(labels), _base.IsEmbedded, index, accepted);
    }

    /// <summary>The policy files of the build that are not the project's own.</summary>
    private IEnumerable<string> Others()
    {
        var own = _build.Record.OwnFiles.Select(Path.GetFileName).ToHashSet(StringComparer.Ordinal);
        return Directory.EnumerateFiles(_build.Folder, "*.cil").Where(f => !own.Contains(Path.GetFileName(f))).Order(StringComparer.Ordinal);
    }

    private static SourceText Text(string path)
    {
        using var stream = new MemoryStream(RegularFile.ReadAllBytes(path, MaxFileSize));
        return SourceText.From(stream);
    }
}
