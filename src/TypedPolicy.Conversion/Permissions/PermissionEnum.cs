using TypedPolicy.Model.Classes;

namespace TypedPolicy.Conversion.Permissions;

/// <summary>The permission enum of an object class. The library's enums are made from the same table.</summary>
internal sealed class PermissionEnum
{
    private static readonly Dictionary<string, PermissionEnum> ByClass = ObjectClassTable.Classes.ToDictionary(c => c.Name, c => new PermissionEnum(c), StringComparer.Ordinal);

    private static readonly Dictionary<string, PermissionEnum> ByName = ByClass.Values.ToDictionary(e => e.Name, StringComparer.Ordinal);

    private const string SetEnding = "Set";

    private readonly Dictionary<string, ulong> _permissions = new(StringComparer.Ordinal);
    private readonly List<PermissionMember> _members = [];
    private readonly Dictionary<string, string> _sets;

    private PermissionEnum(ObjectClass objectClass)
    {
        Name = ObjectClassNames.OfClass(objectClass);
        foreach (var (name, _) in objectClass.Permissions)
        {
            var bit = 1UL << _permissions.Count;
            _permissions.Add(name, bit);
            _members.Add(new(Word(ObjectClassNames.OfPermission(name)), bit));
        }

        _sets = objectClass.Sets.ToDictionary(set => Word(ObjectClassNames.OfSet(objectClass, set)), set => set.Name, StringComparer.Ordinal);
        _members.AddRange(objectClass.Sets.Select(set => new PermissionMember(Word(ObjectClassNames.OfSet(objectClass, set)), set.Permissions.Aggregate(0UL, (bits, p) => bits | _permissions[p]))));
    }

    /// <summary>The C# name of the enum: <c>FilePerms</c>.</summary>
    public string Name { get; }

    /// <summary>The object classes that the library has.</summary>
    public static IReadOnlyCollection<string> Classes => ByClass.Keys;

    /// <summary>The enum of a class, if the library has one.</summary>
    public static PermissionEnum? Of(string objectClass) => ByClass.GetValueOrDefault(objectClass);

    /// <summary>The enum of a C# name, if the library has one.</summary>
    public static PermissionEnum? Called(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The permissions of the class.</summary>
    public IReadOnlyCollection<string> Permissions => _permissions.Keys;

    /// <summary>The members of the enum but <c>All</c>: permissions, then sets.</summary>
    public IReadOnlyList<PermissionMember> Members => _members;

    /// <summary>The permissions that a word stands for: a set of the reference policy (<c>list_dir_perms</c>), or a member of the enum, of which <c>ListSet</c> means <c>List</c>; null for any other word.</summary>
    public IReadOnlyList<string>? Named(string word)
    {
        var name = _sets.FirstOrDefault(s => s.Value == word).Key ?? MemberOf(word);
        var bits = name is null ? 0 : _members.Find(m => m.Word == name).Bits;
        return bits == 0 ? null : [.. _permissions.Where(p => (p.Value & bits) != 0).Select(p => p.Key)];
    }

    /// <summary>What the reference policy calls the set that C# calls by a word such as <c>DirPerms.List</c>; null if there is no such set.</summary>
    public static string? SetOf(string word) =>
        Called(word.Split('.')[0]) is { } known && known.MemberOf(word) is { } member ? known._sets.GetValueOrDefault(member) : null;

    /// <summary>The bits of permissions.</summary>
    /// <param name="permissions">The permissions.</param>
    /// <param name="unknown">Those that the class does not have.</param>
    public ulong Bits(IEnumerable<string> permissions, ICollection<string> unknown)
    {
        var bits = 0UL;
        foreach (var permission in permissions)
        {
            if (_permissions.TryGetValue(permission, out var bit))
            {
                bits |= bit;
            }
            else
            {
                unknown.Add(permission);
            }
        }

        return bits;
    }

    /// <summary>The smallest named set that has some permissions; <see langword="null"/> if each has something that may not be added, or a permission is unknown.</summary>
    /// <param name="permissions">The permissions.</param>
    /// <param name="mayAdd">Whether a permission may be added.</param>
    public string? Covering(IReadOnlyCollection<string> permissions, Func<string, bool> mayAdd)
    {
        var unknown = new List<string>();
        var (asked, added) = (Bits(permissions, unknown), Bits(_permissions.Keys.Where(mayAdd), unknown));
        return unknown.Count > 0 ? null : _members.Where(m => !ulong.IsPow2(m.Bits) && (asked & ~m.Bits) == 0 && (m.Bits & ~(asked | added)) == 0).OrderBy(m => ulong.PopCount(m.Bits)).FirstOrDefault().Word;
    }

    private string? MemberOf(string word)
    {
        var name = word.StartsWith(Name + ".", StringComparison.Ordinal) ? word : Word(word);
        return Has(name) ? name : name.EndsWith(SetEnding, StringComparison.Ordinal) && Has(name[..^SetEnding.Length]) ? name[..^SetEnding.Length] : null;

        bool Has(string member) => _members.Exists(m => m.Word == member);
    }

    private string Word(string member) => $"{Name}.{member}";
}

/// <summary>A word for permissions of one class.</summary>
/// <param name="Word">How C# writes it: <c>FilePerms.Manage</c>.</param>
/// <param name="Bits">The permissions.</param>
internal readonly record struct PermissionMember(string Word, ulong Bits);
