using System.Text.RegularExpressions;
using TypedPolicy.Model.Targets;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Targets;

namespace TypedPolicy.Tool.Importing;

/// <summary>What a base policy is called: the end of its assembly's and package's name, and the name of its index.</summary>
internal static partial class BaseName
{
    /// <summary>Whether a name can be a part of an assembly's name, a package's and a file's.</summary>
    public static bool IsValid(string name) => Pattern().IsMatch(name);

    /// <summary>The name of a tree that nobody named: for this machine's own headers the distribution and its release (<c>debian12</c>), else the one of <c>build.conf</c> (<c>debian</c>).</summary>
    public static string Of(string folder, BuildSettings settings)
    {
        if (Path.GetFullPath(folder) == Headers.HeaderFolder.Usual && OfRelease("/") is { } name)
        {
            return name;
        }

        return settings.Distribution is { Length: > 0 } distribution && IsValid(distribution) ? distribution : "refpolicy";
    }

    /// <summary>The name of a system's release: as in <c>TypedPolicyTargets</c>, <c>debian12</c> and <c>el9</c>, but Fedora by its number; <see langword="null"/> if it has none.</summary>
    /// <param name="root">The root of the system.</param>
    public static string? OfRelease(string root)
    {
        var (names, release) = BaseIdentity.Release(root);
        var id = names.Count == 0 ? "" : names[0] != "fedora" && names.Contains("rhel") ? "el" : names[0];
        return id.Length > 0 && IsValid(id + release) ? id + release : null;
    }

    /// <summary>The target that a base policy is for, where it is a known one. Fedora is one target, whatever its number.</summary>
    public static string? TargetOf(string name) => (Target.TryGet(name) ?? Target.TryGet(name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')))?.Name;

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
