using System.Text;

namespace TypedPolicy.Model.Naming;

/// <summary>
/// Makes SELinux names of C# names: <c>GravityInstaller</c> → <c>gravity_installer_t</c>, <c>IGravityDomain</c> →
/// <c>gravity_domain</c>, <c>HTTPServer</c> → <c>http_server_t</c>, the enum <c>LampPerms</c> → the class <c>lamp</c>.
/// </summary>
public static class NameOf
{
    /// <summary>Words in lower case with <c>_</c> between them. Runs of capitals are one word; digits stay where they are.</summary>
    public static string Words(string csharp)
    {
        var name = new StringBuilder(csharp.Length + 8);
        for (var i = 0; i < csharp.Length; i++)
        {
            var c = csharp[i];
            if (c is >= 'A' and <= 'Z' && i > 0 && csharp[i - 1] != '_' && BeginsWord(csharp, i))
            {
                name.Append('_');
            }

            name.Append(c is >= 'A' and <= 'Z' ? (char)(c + ('a' - 'A')) : c);
        }

        return name.ToString();
    }

    /// <summary>The C# name of a permission or a class: <c>name_connect</c> → <c>NameConnect</c>.</summary>
    public static string Pascal(string selinux)
    {
        var name = new StringBuilder(selinux.Length);
        var upper = true;
        foreach (var c in selinux)
        {
            if (c is '_' or '-' or '.')
            {
                upper = true;
                continue;
            }

            name.Append(upper && c is >= 'a' and <= 'z' ? (char)(c - ('a' - 'A')) : c);
            upper = false;
        }

        return name.ToString();
    }

    /// <summary>The name without the ending of its kind: the prefix of nested types, the class of an enum of permissions.</summary>
    /// <param name="words">A name in SELinux's spelling.</param>
    /// <param name="kind">What it names.</param>
    public static string Stem(string words, EntityKind kind)
    {
        foreach (var ending in Endings(kind))
        {
            if (words.Length > ending.Length && words.EndsWith(ending, StringComparison.Ordinal))
            {
                return words.Substring(0, words.Length - ending.Length);
            }
        }

        return words;
    }

    /// <summary>The whole name: prefix, words, and the suffix of the kind, which is never given twice.</summary>
    /// <param name="csharp">The C# name.</param>
    /// <param name="kind">What it names.</param>
    /// <param name="prefix">The stem of the outer type, or nothing.</param>
    public static string Of(string csharp, EntityKind kind, string? prefix)
    {
        var words = Words(kind is EntityKind.TypeAttribute or EntityKind.RoleAttribute ? WithoutI(csharp) : csharp);
        var stem = Stem(words, kind);
        return (prefix is null ? "" : prefix + "_") + stem + Suffix(kind);
    }

    /// <summary>The suffix of a kind.</summary>
    public static string Suffix(EntityKind kind) => kind switch
    {
        EntityKind.Type => "_t",
        EntityKind.Role => "_r",
        EntityKind.User => "_u",
        _ => "",
    };

    /// <summary>A C# interface's name without its leading I.</summary>
    public static string WithoutI(string csharp) =>
        csharp.Length > 1 && csharp[0] == 'I' && csharp[1] is >= 'A' and <= 'Z' ? csharp.Substring(1) : csharp;

    private static string[] Endings(EntityKind kind) => kind switch
    {
        EntityKind.Type => ["_t", "_type"],
        EntityKind.Role => ["_r", "_role"],
        EntityKind.User => ["_u", "_user"],

        // A class is named by the enum of its permissions, as FilePerms is file.
        EntityKind.ObjectClass or EntityKind.ClassMap => ["_perms", "_permissions"],
        _ => [],
    };

    private static bool BeginsWord(string csharp, int at) =>
        csharp[at - 1] is not (>= 'A' and <= 'Z')
        || (at + 1 < csharp.Length && csharp[at + 1] is >= 'a' and <= 'z');
}
