using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using TypedPolicy.Binding;

namespace TypedPolicy.Analyzers.Shared;

/// <summary>The policy of a compilation, read once and shared by all rules that need all of it.</summary>
internal sealed class SharedModel
{
    private static readonly ConditionalWeakTable<Compilation, SharedModel> Known = new();
    private readonly object _gate = new();
    private BoundPolicy? _policy;

    /// <summary>The policy; whoever asks first waits for it, and whoever gives up leaves nothing half done.</summary>
    public static BoundPolicy Of(Compilation compilation, CancellationToken cancellation)
    {
        var shared = Known.GetValue(compilation, static _ => new SharedModel());
        if (shared._policy is { } known)
        {
            return known;
        }

        lock (shared._gate)
        {
            return shared._policy ??= PolicyBinder.Bind(compilation, "", cancellation);
        }
    }

    /// <summary>Whether a compilation can hold policy at all: it references the vocabulary and is not the vocabulary itself.</summary>
    public static bool HasPolicy(Compilation compilation) =>
        compilation.GetTypeByMetadataName("TypedPolicy.PolicyArtifactAttribute") is { } marker
        && !SymbolEqualityComparer.Default.Equals(marker.ContainingAssembly, compilation.Assembly);
}
