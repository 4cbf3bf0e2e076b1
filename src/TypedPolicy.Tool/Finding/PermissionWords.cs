using System.Collections.Immutable;
using TypedPolicy.Conversion.Permissions;
using TypedPolicy.Model.Naming;

namespace TypedPolicy.Tool.Finding;

/// <summary>Permissions as people write them: by their names, by those of the reference policy's sets (<c>list_dir_perms</c>), and by those of the library's (<c>DirPerms.List</c>).</summary>
internal static class PermissionWords
{
    // Of some fifty permissions, one is always near.
    private const int SlipOfTheHand = 2;

    /// <summary>The permissions that words stand for, sorted; a word that is not one stays.</summary>
    public static ImmutableArray<string> Of(string @class, IEnumerable<string> words) =>
        [.. words.SelectMany(w => PermissionEnum.Of(@class)?.Named(w) ?? [w]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>What is wrong with a class or its permissions, by the library's table, with what was probably meant; null if nothing looks like a slip.</summary>
    public static string? Problem(string @class, IEnumerable<string> permissions)
    {
        if (PermissionEnum.Of(@class) is not { } known)
        {
            return Similar.To(@class, PermissionEnum.Classes, SlipOfTheHand) is { } near ? $"There is no class '{@class}'. Did you mean '{near}'?" : null;
        }

        return permissions.Where(p => !known.Permissions.Contains(p)).Select(p => Similar.To(p, known.Permissions, SlipOfTheHand) is { } near
            ? $"The class {@class} has no permission '{p}'. Did you mean '{near}'?"
            : null).FirstOrDefault(m => m is not null);
    }
}
