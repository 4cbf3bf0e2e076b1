using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using TypedPolicy.Binding;
using TypedPolicy.Binding.Reuse;
using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Semantics;
using TypedPolicy.Model.Targets;

namespace TypedPolicy.Analyzers.Shared;

/// <summary>The policy of a compilation, read once and shared by all rules that need all of it.</summary>
internal sealed class SharedModel
{
    private static readonly ConditionalWeakTable<Compilation, SharedModel> Known = new();

    /// <summary>The last policy that was read with a file in it: what comes next differs by an edit.</summary>
    private static readonly ConditionalWeakTable<SyntaxTree, PolicyReading> LastWith = new();

    private static readonly ConditionalWeakTable<PolicyModel, PolicyAnalysis> Analyses = new();

    private readonly object _gate = new();
    private BoundPolicy? _policy;

    /// <summary>The policy; anyone who asks first waits for it, and anyone who gives up leaves nothing half done.</summary>
    public static BoundPolicy Of(Compilation compilation, CancellationToken cancellation)
    {
        var shared = Known.GetValue(compilation, static _ => new SharedModel());
        if (shared._policy is { } known)
        {
            return known;
        }

        lock (shared._gate)
        {
            return shared._policy ??= Read(compilation, cancellation);
        }
    }

    /// <summary>What follows from a policy: the same for all rules of a project, whose paths are those of one target.</summary>
    public static PolicyAnalysis Analyze(BoundPolicy policy, Target spelling) =>
        Analyses.GetValue(policy.Model, model => new PolicyAnalysis(model, spelling)) is var known && known.Spelling == spelling ? known : new PolicyAnalysis(policy.Model, spelling);

    private static BoundPolicy Read(Compilation compilation, CancellationToken cancellation)
    {
        // An edit replaces one file: of the first, the last and one between, the others are still there.
        var trees = compilation.SyntaxTrees.ToArray();
        var anchors = trees.Length == 0 ? [] : new[] { trees[0], trees[trees.Length / 2], trees[trees.Length - 1] };
        var before = anchors.Select(tree => LastWith.TryGetValue(tree, out var last) ? last : null).FirstOrDefault(last => last is not null);
        var reading = PolicyReading.Of(compilation, before, cancellation);
        foreach (var tree in anchors)
        {
            LastWith.Remove(tree);
            LastWith.GetValue(tree, _ => reading);
        }

        return reading.Policy;
    }

    /// <summary>Whether a compilation can hold policy at all: it references the vocabulary and is not the vocabulary itself.</summary>
    public static bool HasPolicy(Compilation compilation) =>
        compilation.GetTypeByMetadataName("TypedPolicy.PolicyArtifactAttribute") is { } marker
        && !SymbolEqualityComparer.Default.Equals(marker.ContainingAssembly, compilation.Assembly);
}
