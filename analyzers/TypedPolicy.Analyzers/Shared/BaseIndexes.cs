using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using TypedPolicy.Model.Checks.Base;
using TypedPolicy.Model.Index;
using TypedPolicy.Model.Targets;

namespace TypedPolicy.Analyzers.Shared;

/// <summary>The indexes of base policies among a project's additional files. One is read once for as long as its text lives, whatever is typed meanwhile.</summary>
internal static class BaseIndexes
{
    private const string Extension = ".sepolidx";

    private static readonly ConditionalWeakTable<SourceText, Lazy<ReadIndex>> Known = new();

    /// <summary>What is known without an index, by the names of the targets: there are few sets of them.</summary>
    private static readonly ConcurrentDictionary<string, BaseKnowledge> WithoutIndex = new(StringComparer.Ordinal);

    /// <summary>The last set of indexes, and what is known by them: it is joined anew only when a file changes.</summary>
    private static readonly ConditionalWeakTable<BaseIndex, Joined> LastOf = new();

    /// <summary>Whether a file is an index.</summary>
    public static bool Is(AdditionalText file) => file.Path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>The index in a file, and what is wrong with it.</summary>
    public static ReadIndex Read(SourceText text) => Known.GetValue(text, static text => new Lazy<ReadIndex>(() =>
    {
        // Analyzers run side by side: the second one waits for what the first one reads.
        var index = BaseIndexReader.Read(text.ToString(), out var problem);
        return new ReadIndex(index, problem);
    })).Value;

    /// <summary>What the project knows of its base.</summary>
    public static BaseKnowledge Of(AnalyzerOptions options, CancellationToken cancellation)
    {
        var indexes = options.AdditionalFiles
            .Where(Is)
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => file.GetText(cancellation))
            .Where(text => text is not null)
            .Select(text => Read(text!))
            .Where(read => read.Problem is null)
            .Select(read => read.Index)
            .ToImmutableArray();
        var targets = ProjectSettings.Of(options, cancellation).Targets;
        if (indexes.IsEmpty)
        {
            return WithoutIndex.GetOrAdd(string.Join(";", targets.Select(t => t.Name)), _ => new BaseKnowledge([], targets));
        }

        if (!LastOf.TryGetValue(indexes[0], out var joined) || !joined.Targets.SequenceEqual(targets) || !joined.Indexes.SequenceEqual(indexes, ReferenceEquality.Instance))
        {
            joined = new Joined(indexes, targets, new BaseKnowledge(indexes, targets));
            LastOf.Remove(indexes[0]);
            joined = LastOf.GetValue(indexes[0], _ => joined);
        }

        return joined.Knowledge;
    }

    /// <summary>An index as it was read.</summary>
    internal sealed record ReadIndex(BaseIndex Index, IndexProblem? Problem);

    private sealed record Joined(ImmutableArray<BaseIndex> Indexes, ImmutableArray<Target> Targets, BaseKnowledge Knowledge);

    private sealed class ReferenceEquality : IEqualityComparer<BaseIndex>
    {
        public static readonly ReferenceEquality Instance = new();

        public bool Equals(BaseIndex? x, BaseIndex? y) => ReferenceEquals(x, y);

        public int GetHashCode(BaseIndex obj) => RuntimeHelpers.GetHashCode(obj);
    }
}
