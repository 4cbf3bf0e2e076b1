using System.Collections.Immutable;
using TypedPolicy.Model.Naming;
using TypedPolicy.Refpolicy.Expansion;
using TypedPolicy.Refpolicy.M4;
using TypedPolicy.Refpolicy.Sources;

namespace TypedPolicy.Refpolicy.Headers;

/// <summary>A permission set of the support files: a macro that stands for permissions, such as <c>manage_file_perms</c>.</summary>
/// <param name="Name">Its name, which ends in <c>_perms</c>.</param>
/// <param name="Permissions">What is in it, in the order of the macro; none twice.</param>
public sealed record HeaderPermissionSet(string Name, ImmutableArray<string> Permissions);

/// <summary>Finds the permission sets among the macros of the support files.</summary>
internal static class PermissionSetReader
{
    /// <summary>The sets of a tree: seven times as many as Debian or Fedora have.</summary>
    private const int MaxSets = 2_000;

    /// <summary>The characters that m4 reads for a set, and that the set expands to.</summary>
    private const int MaxCharacters = 65_536;

    private static readonly M4Limits Limits = new() { Work = MaxCharacters, Output = MaxCharacters, Depth = 64, Pending = 1_000 };

    /// <summary>The sets, in the order of their names.</summary>
    /// <exception cref="IOException">There are too many.</exception>
    public static IEnumerable<HeaderPermissionSet> Read(HeaderTree tree)
    {
        var names = tree.Symbols.Names.Where(n => PermissionSetName.Is(n) && HeaderNames.IsMacro(n) && tree.IsSupportMacro(n)).OrderBy(n => n, StringComparer.Ordinal).ToList();
        if (names.Count > MaxSets)
        {
            throw new IOException($"These headers define more than {MaxSets} permission sets. Debian and Fedora have fewer than 300.");
        }

        foreach (var name in names)
        {
            // A macro with parameters is another thing, and so is one that amounts to statements (all_kernel_class_perms) or to a complement.
            if (tree.Symbols.Find(name)!.Parts.All(p => p.Kind == MacroPartKind.Text) && Expand(tree, name) is { IsEmpty: false } permissions)
            {
                yield return new HeaderPermissionSet(name, permissions);
            }
        }
    }

    private static ImmutableArray<string> Expand(HeaderTree tree, string name)
    {
        var engine = new M4Engine(tree.Sources, tree.Symbols, Limits);
        engine.Run(MappedText.Of(name));
        var words = engine.TakeOutput().Text.Split('\n').SelectMany(line => line.Split('#')[0].Split([' ', '\t', '\r', '{', '}'], StringSplitOptions.RemoveEmptyEntries)).Distinct().ToImmutableArray();
        return engine.IsStopped || !words.All(IsPermission) ? [] : words;
    }

    private static bool IsPermission(string word) => word.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_');
}
