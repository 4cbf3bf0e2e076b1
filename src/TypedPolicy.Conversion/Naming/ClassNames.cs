using System.Reflection;
using TypedPolicy.Model.Naming;
using TypedPolicy.Refpolicy.Bindings;
using EntityKind = TypedPolicy.Model.Naming.EntityKind;

namespace TypedPolicy.Conversion.Naming;

/// <summary>
/// The C# names that a module's own declarations get: the shortest one from which the naming rule makes the SELinux name again, else one that
/// carries the SELinux name along. Each name is given once.
/// </summary>
public sealed class ClassNames
{
    // Names of namespaces that a policy file uses: a class of the same name would hide them.
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal) { "System", "TypedPolicy" };

    private readonly HashSet<string> _parameters = new(StringComparer.Ordinal);

    // Members of every class: a nested class of the same name would hide them (CS0108).
    private static readonly HashSet<string> OfObject = new(typeof(object).GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).Select(m => m.Name), StringComparer.Ordinal);

    /// <summary>Keeps a name from being given.</summary>
    public void Reserve(string name) => _taken.Add(name);

    /// <summary>Whether a type parameter may have a name: no class has it, and none gets it after this.</summary>
    public bool MayHide(string name) => IsFree(name) && (_parameters.Contains(name) || (_taken.Add(name) && _parameters.Add(name)));

    /// <summary>A name for a class that declares nothing: the first of some that is free, or the last with a number.</summary>
    public string Free(params IReadOnlyList<string> candidates)
    {
        if (candidates.SkipLast(1).FirstOrDefault(c => Take("", c)) is { } first)
        {
            return first;
        }

        var name = candidates[^1];
        var free = name;
        for (var i = 2; !Take("", free); i++)
        {
            free = $"{name}{i}";
        }

        return free;
    }

    /// <summary>The name for a declaration.</summary>
    /// <param name="selinux">Its SELinux name.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="outer">The stem of the class that it is nested in, where it is.</param>
    /// <returns>The C# name, and the SELinux name where the naming rule does not make it.</returns>
    public (string Name, string? Explicit) Give(string selinux, EntityKind kind, string? outer = null)
    {
        var words = NameOf.Stem(selinux, kind);
        if (outer is not null && words.StartsWith(outer + "_", StringComparison.Ordinal))
        {
            words = words[(outer.Length + 1)..];
        }

        var name = Identifiers.Of(words);
        if (kind is EntityKind.TypeAttribute or EntityKind.RoleAttribute)
        {
            name = "I" + name;
        }

        var scope = outer is null ? "" : outer + ".";
        if ((outer is not null && name == Identifiers.Of(outer)) || !Take(scope, name))
        {
            var plain = name;
            name = plain + KindWord(kind);
            for (var i = 2; !Take(scope, name); i++)
            {
                name = $"{plain}{i}";
            }
        }

        return (name, NameOf.Of(name, kind, outer) == selinux ? null : selinux);
    }

    /// <summary>Whether a word can be a part of SELinux names.</summary>
    public static bool IsName(string word) => word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.');

    /// <summary>Whether a class may have a name: none of the library's, none of those that every class has a member of, and not that of the class of permission sets.</summary>
    public static bool IsFree(string name) => name != BindingNames.PermsClass && !LibraryNames.IsType(name) && !OfObject.Contains(name);

    private bool Take(string scope, string name) => IsFree(name) && _taken.Add(scope + name);

    private static string KindWord(EntityKind kind) => kind switch
    {
        EntityKind.Role or EntityKind.RoleAttribute => "Role",
        EntityKind.User => "User",
        EntityKind.Boolean or EntityKind.Tunable => "Boolean",
        EntityKind.TypeAttribute => "Attribute",
        EntityKind.ObjectClass => "Class",
        _ => "Type",
    };
}
