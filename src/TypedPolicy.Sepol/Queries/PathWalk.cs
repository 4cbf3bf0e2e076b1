using System.Collections.Immutable;
using TypedPolicy.Model.Paths;
using TypedPolicy.Sepol.Labels;

namespace TypedPolicy.Sepol.Queries;

/// <summary>
/// The directories that lead to a path. Before the kernel looks at a file, it asks for <c>search</c> on each directory above it, by the label of that directory: what a
/// rule grants on the file alone reaches nothing.
/// </summary>
public static class PathWalk
{
    private const string Class = "dir";
    private const string Permission = "search";

    /// <summary>The directories above a path, the outermost first, and whether they let the source through.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="labels">The file contexts, which give the label of each directory.</param>
    /// <param name="source">The type that walks, or a whole context, for which constraints count too.</param>
    /// <param name="path">An absolute path.</param>
    /// <param name="booleans">What the booleans are; as the policy sets them if not given.</param>
    /// <param name="root">The directory that is <c>/</c> to the source, as in a container: those above it are not asked.</param>
    /// <exception cref="SepolException">The path is not absolute or not below the root, or the policy has no such type.</exception>
    public static ImmutableArray<PathStep> To(KernelPolicy policy, FileContexts labels, string source, string path, BooleanStates? booleans = null, string root = "/")
    {
        var (parts, above) = (Parts(path), Parts(root));
        if (parts.Length < above.Length || !parts.AsSpan(0, above.Length).SequenceEqual(above))
        {
            throw new SepolException($"'{path}' is not below '{root}'.");
        }

        var steps = ImmutableArray.CreateBuilder<PathStep>();
        for (var length = above.Length; length < parts.Length; length++)
        {
            steps.Add(Step(policy, labels, source, "/" + string.Join('/', parts[..length]), booleans));
        }

        return steps.ToImmutable();
    }

    private static PathStep Step(KernelPolicy policy, FileContexts labels, string source, string directory, BooleanStates? booleans)
    {
        // What has no label in the file contexts has one that the kernel gives by the file system: nothing is known of it.
        if (labels.Find(directory, FileKind.Directory) is not { Context: { } context, Type: { } type } || !policy.HasType(type))
        {
            return new(source, directory, null, null);
        }

        var answer = source.Contains(':', StringComparison.Ordinal)
            ? policy.IsValidContext(context) ? policy.AccessOfContexts(source, context, Class, Permission, booleans) : null
            : policy.Access(source, type, Class, Permission, booleans);
        return new(source, directory, type, answer);
    }

    // '.' and '..' are taken as they would be without symbolic links.
    private static string[] Parts(string path)
    {
        if (!path.StartsWith('/'))
        {
            throw new SepolException($"'{path}' is not absolute.");
        }

        var parts = new List<string>();
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("." or ".."))
            {
                parts.Add(part);
            }
        }

        return [.. parts];
    }
}
