using System.Collections.Immutable;
using TypedPolicy.Model.Naming;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Refpolicy.M4;
using TypedPolicy.Refpolicy.Sources;

namespace TypedPolicy.Refpolicy.Modules;

/// <summary>The support macros of a policy (<c>support/*.spt</c>), without its interfaces.</summary>
public sealed class SupportMacros
{
    private readonly HeaderTree _tree;
    private readonly Lazy<Dictionary<string, ImmutableArray<string>>> _sets;

    private SupportMacros(HeaderTree tree, M4Symbols written)
    {
        (_tree, Written) = (tree, written);
        _sets = new(() => _tree.PermissionSets.ToDictionary(s => s.Name, s => s.Permissions, StringComparer.Ordinal));
    }

    internal SourceMap Sources => _tree.Sources;

    /// <summary>The macros that are written out where a module is read: all but the permission sets and the patterns, whose names say more than what is in them.</summary>
    internal M4Symbols Written { get; }

    /// <summary>Takes the support macros out of a tree's files.</summary>
    /// <param name="files">All files of the tree.</param>
    public static SupportMacros Read(IEnumerable<HeaderFile> files)
    {
        var tree = HeaderTree.Read(files.Where(f => !f.EndsWith(".if")));
        var written = new M4Symbols(tree.Symbols);
        foreach (var name in tree.Symbols.Names.Where(PermissionSetName.Is).ToList())
        {
            if (tree.Symbols.Find(name)?.Body?.Text.TrimStart().StartsWith("{", StringComparison.Ordinal) == true)
            {
                written.Undefine(name);
            }
        }

        foreach (var pattern in tree.Patterns)
        {
            written.Undefine(pattern.Name);
        }

        return new SupportMacros(tree, written);
    }

    /// <summary>The names of its permission sets, sorted.</summary>
    public IEnumerable<string> Sets => _tree.PermissionSets.Select(s => s.Name);

    /// <summary>The permissions of a permission set; null if a word is not one.</summary>
    public IReadOnlyList<string>? PermissionsOf(string word) => _sets.Value.TryGetValue(word, out var permissions) ? permissions : null;
}
