using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedPolicy.Binding.Reuse;

/// <summary>
/// All of a compilation that its classes can know of each other: the shape of each file, and what is referenced. Compilations of one shape
/// declare the same names. It is a value and holds no compilation; to compare two costs little, since a file that stays has the same text.
/// </summary>
public sealed class PolicyShape : IEquatable<PolicyShape>
{
    private readonly string? _assembly;
    private readonly (OutputKind, MetadataImportOptions) _options;
    private readonly ImmutableArray<MetadataReference> _references;
    private readonly ImmutableArray<(string Path, string Text)> _files;

    private PolicyShape(Compilation compilation, ImmutableArray<(string Path, string Text)> files)
    {
        _assembly = compilation.AssemblyName;
        _options = (compilation.Options.OutputKind, compilation.Options.MetadataImportOptions);
        _references = [.. compilation.References];
        _files = files;
    }

    /// <summary>The shape of a compilation.</summary>
    public static PolicyShape Of(Compilation compilation, CancellationToken cancellation)
    {
        var files = ImmutableArray.CreateBuilder<(string Path, string Text)>();
        var reachesOut = false;
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            var shape = TreeShape.Of(tree, cancellation);
            files.Add((tree.FilePath, shape.Text));
            reachesOut |= shape.ReachesOut;
        }

        // An attribute may then be more than it seems, in any file: the files themselves are compared.
        return new PolicyShape(compilation, reachesOut ? [.. compilation.SyntaxTrees.Select(t => (t.FilePath, t.ToString()))] : files.ToImmutable());
    }

    /// <inheritdoc/>
    public bool Equals(PolicyShape? other) =>
        other is not null
        && (ReferenceEquals(this, other)
            || (_assembly == other._assembly
                && _files.SequenceEqual(other._files)
                && _references.SequenceEqual(other._references)
                && _options.Equals(other._options)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PolicyShape);

    /// <inheritdoc/>
    public override int GetHashCode() => _files.Length;
}
