using System.Globalization;
using System.Text;
using TypedPolicy.Model.Languages;

namespace TypedPolicy.Model.Naming;

/// <summary>Which names SELinux accepts.</summary>
public static class NameRules
{
    /// <summary>Names are shorter than this (libsepol: CIL_MAX_NAME_LENGTH).</summary>
    public const int MaxLength = 2048;

    /// <summary>What is wrong with a name, or nothing (libsepol: cil_verify_name).</summary>
    /// <param name="name">The name.</param>
    /// <param name="kind">What it names.</param>
    public static string? Problem(string name, EntityKind kind) =>
        UsedProblem(name, kind) ?? (name.IndexOf('.') >= 0 ? "it contains '.', which separates the names of blocks in CIL" : null);

    /// <summary>What is wrong with a name that someone else declares, or nothing: it may lie in a block, <c>container.process</c>.</summary>
    /// <param name="name">The name.</param>
    /// <param name="kind">What it names.</param>
    public static string? UsedProblem(string name, EntityKind kind) =>
        CharacterProblem(name) ?? (ReservedWords.Contains(name, kind) ? "CIL reserves this word" : null);

    /// <summary>What is wrong with a module's name, or nothing (libsemanage: semanage_module_validate_name).</summary>
    public static string? ModuleProblem(string name)
    {
        if (CharacterProblem(name) is { } problem)
        {
            return problem;
        }

        return name.EndsWith(".", StringComparison.Ordinal) || name.Contains("..")
            ? "a dot in a module's name must be followed by a letter, a digit, '_' or '-'"
            : null;
    }

    /// <summary>A legal module name made of an assembly's.</summary>
    public static string ToModuleName(string assembly)
    {
        var name = new string([.. assembly.Select(c => IsNameCharacter(c) ? c : '_')]);
        while (name.Contains(".."))
        {
            name = name.Replace("..", ".");
        }

        name = name.Trim('.');
        return name.Length > 0 && name[0] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') ? name : "policy_" + name;
    }

    /// <summary>A name that SELinux accepts and that is close to one which it refuses; null if there is none.</summary>
    /// <param name="entity">What has the name.</param>
    /// <param name="module">The module, whose name tells a reserved word from a name.</param>
    public static string? Mend(EntityRef entity, string module)
    {
        var letters = new string([.. entity.Name.Select(c => char.IsSurrogate(c) ? '_' : c)]).Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark);
        var name = new string([.. letters.Select(c => IsNameCharacter(c) && c != '.' ? c : '_')]);
        return new[] { name, $"{ToPrefix(module)}_{name.TrimStart('_')}" }.FirstOrDefault(n => n != entity.Name && Problem(n, entity.Kind) is null);
    }

    /// <summary>A name as a message shows it: on one line, and not too long.</summary>
    /// <param name="name">The name.</param>
    public static string Show(string name) => PlainText.Excerpt(name, longest: 60);

    /// <summary>A module's name as the beginning of other names, which no dot may be in.</summary>
    public static string ToPrefix(string module) => module.Replace('.', '_');

    private static string? CharacterProblem(string name)
    {
        if (name.Length == 0)
        {
            return "it is empty";
        }

        if (name.Length >= MaxLength)
        {
            return $"it has {name.Length} characters, and SELinux accepts fewer than {MaxLength}";
        }

        if (name[0] is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z')))
        {
            return "it does not begin with a letter from a to z";
        }

        foreach (var c in name)
        {
            if (!IsNameCharacter(c))
            {
                return $"it contains {Show(c)}, and SELinux accepts only letters from a to z, digits, '_' and '-'";
            }
        }

        return null;
    }

    private static bool IsNameCharacter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '.' or '-';

    private static string Show(char c) => c == ' ' ? "a space" : c is > ' ' and < '\u007f' ? $"'{c}'" : $"the character U+{(int)c:X4}";
}
