using System.Collections.Immutable;
using System.Text;
using TypedPolicy.Learning.Explaining;
using TypedPolicy.Model.Languages;
using TypedPolicy.Refpolicy.Denials;
using TypedPolicy.Refpolicy.Finding;

namespace TypedPolicy.Tool.Denials;

/// <summary>A type of its own for what a domain makes, as C#: the transitions on the domain's class, and a class in it.</summary>
internal sealed class PrivateTypeCode(PrivateType type)
{
    // A path that a person would have to look at twice is left to them.
    private const string PlainCharacters = "/._-+@";

    private readonly SortedDictionary<string, (SortedSet<string> Permissions, List<string> Uses, string? Path)> _made = new(StringComparer.Ordinal);
    private readonly List<string> _ofDirectory = [];

    /// <summary>The type.</summary>
    public PrivateType Type => type;

    /// <summary>Takes a denial on an object, or on the directory itself.</summary>
    public void Add(Denial denial, ImmutableArray<string> permissions, string use)
    {
        // What is denied on the directory itself is given by the transition; only a directory that was made is one of its own.
        if (denial.Class == "dir" && !permissions.Contains("create"))
        {
            _ofDirectory.Add(use);
            return;
        }

        var (all, uses, path) = _made.TryGetValue(denial.Class, out var known) ? known : (new SortedSet<string>(StringComparer.Ordinal), [], null);
        all.UnionWith(permissions);
        uses.Add(use);
        _made[denial.Class] = (all, uses, path ?? denial.Paths.FirstOrDefault(IsPlain));
    }

    /// <summary>The attributes by which what is made gets the type, each with what it is for.</summary>
    /// <param name="owner">The class that carries them.</param>
    public IEnumerable<(string Text, List<string> Uses)> Transitions(string owner)
    {
        var made = _made.Where(m => !IsThere(m.Value)).ToList();
        if (made.Count == 0 && _ofDirectory.Count == 0)
        {
            return [];
        }

        string Text(string @class) => $"[{type.Transition.CSharp}<{owner}.{type.Name}>(typeof({AccessCode.EnumOf(@class)}))]";
        return made.Count == 0
            ? [(Text("file"), _ofDirectory)]
            : made.Select((m, i) => (Text(m.Key), i == 0 ? [.. m.Value.Uses, .. _ofDirectory] : m.Value.Uses));
    }

    /// <summary>The class.</summary>
    public string Declaration()
    {
        var text = new StringBuilder("    /// <summary>Its ").Append(type.Purpose).Append(".</summary>\n    [FileType, ").Append(type.Mark is { } mark ? mark.CSharp + ", " : "");
        foreach (var (_, made) in _made.Where(m => IsThere(m.Value)))
        {
            text.Append("FileContext(").Append(CSharpText.Literal(made.Path!)).Append(", FileKind.File), ");
        }

        var access = _made.Count == 0 ? "FilePerms.Manage" : string.Join(", ", _made.Select(m => AccessCode.OfOwner(m.Key, m.Value.Permissions)));
        return text.Append("AllowFrom<Owner>(").Append(access).Append(")]\n    public sealed class ").Append(type.Name).Append(";\n").ToString();
    }

    /// <summary>Whether a file was there already, so that it wants a label and no transition.</summary>
    private bool IsThere((SortedSet<string> Permissions, List<string> Uses, string? Path) made) =>
        made.Path is not null && _made.ContainsKey("file") && _made["file"].Permissions == made.Permissions && !made.Permissions.Contains("create") && type.Directory is not ("tmp_t" or "tmpfs_t" or "var_run_t" or "var_lock_t");

    private static bool IsPlain(string path) => path.StartsWith('/') && path.All(c => char.IsAsciiLetterOrDigit(c) || PlainCharacters.Contains(c, StringComparison.Ordinal));
}
