namespace TypedPolicy.Conversion.Permissions;

/// <summary>Renders permissions in C#: by the members of the library's enums, and by the permission sets of a base's bindings where a module names them.</summary>
/// <param name="sets">The sets of the bindings.</param>
internal sealed class PermissionText(BaseSets sets)
{
    /// <summary>Renders permissions by the library's members alone.</summary>
    public static PermissionText OfLibrary { get; } = new(BaseSets.None);

    /// <summary>Permissions as C#.</summary>
    /// <param name="objectClass">A class of the library.</param>
    /// <param name="permissions">The permissions.</param>
    /// <param name="unknown">Those that the class does not have.</param>
    public string? Render(string objectClass, IEnumerable<string> permissions, List<string> unknown) => Render(objectClass, permissions.Select(p => (p, (IReadOnlyCollection<string>)[p])), unknown);

    /// <summary>The permissions and sets that a module wrote, as C#.</summary>
    /// <param name="objectClass">A class of the library.</param>
    /// <param name="words">Each the name of a permission or of a permission set, and what is in it.</param>
    /// <param name="unknown">Permissions that the class does not have.</param>
    /// <returns><c>FilePerms.ReadSet | FilePerms.Execute</c>; null if no permission is known.</returns>
    public string? Render(string objectClass, IEnumerable<(string Name, IReadOnlyCollection<string> Permissions)> words, List<string> unknown)
    {
        var type = PermissionEnum.Of(objectClass)!;
        var rendered = new List<PermissionMember>();
        foreach (var (name, permissions) in words)
        {
            var bits = type.Bits(permissions, unknown);

            // A set of the headers keeps its name, unless the library has a member for the same permissions.
            rendered.AddRange(sets.Of(objectClass, name) is { } set && !type.Members.Any(m => m.Bits == bits) ? [new(set, bits)] : Members(type.Members, bits));
        }

        return Shortest(type, rendered);
    }

    /// <summary>Two arguments of an access rule for one class as one: <c>DirPerms.Manage</c> for <c>DirPerms.SearchSet</c> and <c>DirPerms.Manage</c>.</summary>
    public string Join(string first, string second)
    {
        var words = first.Split(" | ").Concat(second.Split(" | ")).Distinct().ToList();
        var type = PermissionEnum.Called(EnumOf(first));
        var members = words.ConvertAll(word => type is null ? default : type.Members.FirstOrDefault(m => m.Word == word) is { Bits: not 0 } member ? member : new(word, sets.PermissionsOf(word) is { } permissions ? type.Bits(permissions, []) : 0));
        return type is not null && members.TrueForAll(m => m.Bits != 0) ? Shortest(type, members)! : string.Join(" | ", words);
    }

    /// <summary>The enum whose permissions an argument gives: <c>FilePerms</c> for <c>FilePerms.Read</c>, and for <c>Perms.File.Manage</c>. A complement goes together with nothing but itself.</summary>
    public static string EnumOf(string argument)
    {
        if (argument.StartsWith('~'))
        {
            return argument;
        }

        var parts = argument.Split(' ')[0].Split('.');
        return parts.Length > 2 ? BaseSets.EnumOf(parts[1]) : parts[0];
    }

    /// <summary>Members as C#: those that come to a set are that set, a long list is written as the sets in it, and a member that another contains is left out.</summary>
    private static string? Shortest(PermissionEnum type, List<PermissionMember> rendered)
    {
        var needed = new List<PermissionMember>();
        foreach (var member in rendered.Distinct().OrderByDescending(m => ulong.PopCount(m.Bits)))
        {
            if ((member.Bits & ~needed.Aggregate(0UL, (bits, n) => bits | n.Bits)) != 0)
            {
                needed.Add(member);
            }
        }

        var members = rendered.Distinct().Where(needed.Contains).ToList();
        var shorter = Members([.. type.Members, .. rendered], rendered.Aggregate(0UL, (bits, member) => bits | member.Bits)).ToList();
        return members.Count == 0 ? null : string.Join(" | ", (shorter.Count == 1 || shorter.Count <= Math.Max(members.Count / 2, members.Count - 4) ? shorter : members).Select(m => m.Word));
    }

    /// <summary>The members that come to some bits: the set that has most of them first, then the one with most of the rest, at last single permissions.</summary>
    private static IEnumerable<PermissionMember> Members(IReadOnlyList<PermissionMember> known, ulong bits)
    {
        for (var rest = bits; rest != 0;)
        {
            var next = known.Where(m => (m.Bits & ~bits) == 0 && (m.Bits & rest) != 0)
                .OrderByDescending(m => ulong.PopCount(m.Bits & rest)).ThenBy(m => ulong.PopCount(m.Bits)).First();
            rest &= ~next.Bits;
            yield return next;
        }
    }
}
