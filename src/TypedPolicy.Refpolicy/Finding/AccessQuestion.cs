using System.Collections.Immutable;
using TypedPolicy.Model.Languages;

namespace TypedPolicy.Refpolicy.Finding;

/// <summary>An access that someone looks for: <c>ping_exec_t:file execute</c>, <c>domain ping_exec_t:file { read open }</c>.</summary>
/// <param name="Source">Who is to have it, a type or attribute; nothing for anyone who calls the interface.</param>
/// <param name="Target">The type or attribute; <c>self</c> for the source itself.</param>
/// <param name="Class">The object class.</param>
/// <param name="Permissions">The permissions, sorted, each once.</param>
public sealed record AccessQuestion(string? Source, string Target, string Class, ImmutableArray<string> Permissions)
{
    /// <summary>How many permissions a question may have: no class has more.</summary>
    public const int MaxPermissions = 64;

    private const int MaxNameLength = 2_048; // of libsepol

    /// <summary>Reads a question. Braces, commas and a semicolon may be where rules have them; <c>allow</c> may be before it.</summary>
    /// <param name="text">The question.</param>
    /// <param name="problem">What is wrong with it.</param>
    public static AccessQuestion? Parse(string text, out string? problem)
    {
        problem = null;
        var words = text.Replace(":", " : ").Split([' ', '\t', '\n', '\r', '{', '}', ',', ';'], StringSplitOptions.RemoveEmptyEntries).ToList();
        if (words is ["allow", _, not ":", ..])
        {
            words.RemoveAt(0);
        }

        var colon = words.IndexOf(":");
        if (colon is not (1 or 2) || words.Count < colon + 3 || words.LastIndexOf(":") != colon)
        {
            problem = "It is written TARGET:CLASS PERMISSION …, with the source before it where one is meant: 'ping_exec_t:file execute', 'staff_t ping_exec_t:file execute'.";
            return null;
        }

        if (words.FirstOrDefault(w => w != ":" && !IsName(w)) is { } wrong)
        {
            problem = $"'{PlainText.Excerpt(wrong, longest: 64)}' is not a valid SELinux name.";
            return null;
        }

        var permissions = words.Skip(colon + 2).Distinct().OrderBy(p => p, StringComparer.Ordinal).ToImmutableArray();
        if (permissions.Length > MaxPermissions)
        {
            problem = $"No class has more than {MaxPermissions} permissions.";
            return null;
        }

        return new AccessQuestion(colon == 2 ? words[0] : null, words[colon - 1], words[colon + 1], permissions);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{(Source is null ? "" : Source + " ")}{Target}:{Class} {(Permissions.Length == 1 ? Permissions[0] : $"{{ {string.Join(" ", Permissions)} }}")}";

    private static bool IsName(string word) =>
        word.Length <= MaxNameLength && word.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '.' or '-');
}
