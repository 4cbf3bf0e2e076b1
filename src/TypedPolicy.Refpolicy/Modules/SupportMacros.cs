using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Refpolicy.M4;
using TypedPolicy.Refpolicy.Sources;

namespace TypedPolicy.Refpolicy.Modules;

/// <summary>The support macros of a policy (<c>support/*.spt</c>), without its interfaces.</summary>
public sealed class SupportMacros
{
    private const string SetSuffix = "_perms";

    private readonly HeaderTree _tree;
    private readonly Dictionary<string, IReadOnlyList<string>?> _sets = new(StringComparer.Ordinal);

    private SupportMacros(HeaderTree tree, M4Symbols written) => (_tree, Written) = (tree, written);

    internal SourceMap Sources => _tree.Sources;

    /// <summary>The macros that are written out where a module is read: all but the permission sets and the patterns, whose names say more than what is in them.</summary>
    internal M4Symbols Written { get; }

    /// <summary>Takes the support macros out of a tree's files.</summary>
    /// <param name="files">All files of the tree.</param>
    public static SupportMacros Read(IEnumerable<HeaderFile> files)
    {
        var tree = HeaderTree.Read(files.Where(f => !f.EndsWith(".if")));
        var written = new M4Symbols(tree.Symbols);
        foreach (var name in tree.Symbols.Names.Where(n => n.EndsWith(SetSuffix, StringComparison.Ordinal)).ToList())
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
    public IEnumerable<string> Sets => _tree.Symbols.Names.Where(n => n.EndsWith(SetSuffix, StringComparison.Ordinal)).OrderBy(n => n, StringComparer.Ordinal);

    /// <summary>The permissions of a permission set; null if a word is none.</summary>
    public IReadOnlyList<string>? PermissionsOf(string word)
    {
        if (!_sets.TryGetValue(word, out var permissions))
        {
            permissions = word.EndsWith(SetSuffix, StringComparison.Ordinal) && _tree.Symbols.Find(word)?.Body is not null ? Expand(word) : null;
            _sets.Add(word, permissions);
        }

        return permissions;
    }

    private List<string> Expand(string word)
    {
        var engine = new M4Engine(_tree.Sources, _tree.Symbols);
        engine.Run(MappedText.Of(word));
        var words = engine.TakeOutput().Text.Split([' ', '\t', '\n', '{', '}', ';'], StringSplitOptions.RemoveEmptyEntries);
        return [.. words.Distinct()];
    }
}
