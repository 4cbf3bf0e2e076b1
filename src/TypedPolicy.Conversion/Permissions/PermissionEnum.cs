namespace TypedPolicy.Conversion.Permissions;

/// <summary>The permission enum of an object class: how C# says permissions of that class. The library's enums are made from the same table.</summary>
internal sealed class PermissionEnum
{
    private static readonly Dictionary<string, PermissionEnum> ByClass = Read();

    private static readonly Dictionary<string, PermissionEnum> ByName = ByClass.Values.ToDictionary(e => e.Name, StringComparer.Ordinal);

    private const string SetEnding = "Set";

    private readonly Dictionary<string, ulong> _permissions = new(StringComparer.Ordinal);
    private readonly List<(string Name, ulong Bits)> _members = [];
    private readonly Dictionary<string, string> _sets;

    private PermissionEnum(ObjectClass objectClass)
    {
        Name = ObjectClassNames.OfClass(objectClass);
        foreach (var (name, _) in objectClass.Permissions)
        {
            var bit = 1UL << _permissions.Count;
            _permissions.Add(name, bit);
            _members.Add((ObjectClassNames.OfPermission(name), bit));
        }

        _sets = objectClass.Sets.ToDictionary(set => ObjectClassNames.OfSet(objectClass, set), set => set.Name, StringComparer.Ordinal);
        _members.AddRange(objectClass.Sets.Select(set => (ObjectClassNames.OfSet(objectClass, set), set.Permissions.Aggregate(0UL, (bits, p) => bits | _permissions[p]))));
    }

    /// <summary>The C# name of the enum: <c>FilePerms</c>.</summary>
    public string Name { get; }

    /// <summary>The object classes that the library has.</summary>
    public static IReadOnlyCollection<string> Classes => ByClass.Keys;

    /// <summary>The enum of a class, if the library has one.</summary>
    public static PermissionEnum? Of(string objectClass) => ByClass.GetValueOrDefault(objectClass);

    /// <summary>The permissions of the class.</summary>
    public IReadOnlyCollection<string> Permissions => _permissions.Keys;

    /// <summary>The permissions that a word stands for: a set of the reference policy (<c>list_dir_perms</c>), or a member of the enum, of which <c>ListSet</c> means <c>List</c>; null for any other word.</summary>
    public IReadOnlyList<string>? Named(string word)
    {
        var name = _sets.FirstOrDefault(s => s.Value == word).Key ?? MemberOf(word);
        var bits = name is null ? 0 : _members.Find(m => m.Name == name).Bits;
        return bits == 0 ? null : [.. _permissions.Where(p => (p.Value & bits) != 0).Select(p => p.Key)];
    }

    /// <summary>What the reference policy calls the set that C# calls by a word such as <c>DirPerms.List</c>; null if there is no such set.</summary>
    public static string? SetOf(string word) =>
        ByName.TryGetValue(word.Split('.')[0], out var known) && known.MemberOf(word) is { } member ? known._sets.GetValueOrDefault(member) : null;

    private string? MemberOf(string word)
    {
        var name = word.StartsWith(Name + ".", StringComparison.Ordinal) ? word[(Name.Length + 1)..] : word;
        return Has(name) ? name : name.EndsWith(SetEnding, StringComparison.Ordinal) && Has(name[..^SetEnding.Length]) ? name[..^SetEnding.Length] : null;

        bool Has(string member) => _members.Exists(m => m.Name == member);
    }

    /// <summary>How C# says permissions.</summary>
    /// <param name="words">What the module wrote: groups of permissions, a group for each word (a permission set is a group of several).</param>
    /// <param name="unknown">Permissions that the class does not have.</param>
    /// <returns><c>FilePerms.ReadSet | FilePerms.Execute</c>; null if no permission is known.</returns>
    public string? Say(IEnumerable<IReadOnlyCollection<string>> words, List<string> unknown)
    {
        var said = new List<(string Name, ulong Bits)>();
        foreach (var word in words)
        {
            var bits = 0UL;
            foreach (var permission in word)
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

            said.AddRange(Members(bits));
        }

        return Shortest(said);
    }

    /// <summary>The smallest named set that has some permissions; <see langword="null"/> if each has something that may not be added, or a permission is unknown.</summary>
    /// <param name="permissions">The permissions.</param>
    /// <param name="mayAdd">Whether a permission may be added.</param>
    public string? Covering(IReadOnlyCollection<string> permissions, Func<string, bool> mayAdd)
    {
        var (asked, added) = (0UL, _permissions.Where(p => mayAdd(p.Key)).Aggregate(0UL, (bits, p) => bits | p.Value));
        foreach (var permission in permissions)
        {
            if (!_permissions.TryGetValue(permission, out var bit))
            {
                return null;
            }

            asked |= bit;
        }

        var best = _members.Where(m => !ulong.IsPow2(m.Bits) && (asked & ~m.Bits) == 0 && (m.Bits & ~(asked | added)) == 0).OrderBy(m => ulong.PopCount(m.Bits)).FirstOrDefault();
        return best.Name is null ? null : $"{Name}.{best.Name}";
    }

    /// <summary>What two arguments of an access rule say of one class, as one: <c>DirPerms.Manage</c> for <c>DirPerms.SearchSet</c> and <c>DirPerms.Manage</c>.</summary>
    public static string Join(string first, string second)
    {
        var words = first.Split(" | ").Concat(second.Split(" | ")).Distinct().ToList();
        var type = ByName.GetValueOrDefault(first[..first.IndexOf('.', StringComparison.Ordinal)]);
        var members = words.ConvertAll(word => type?._members.Find(m => word == $"{type.Name}.{m.Name}") ?? default);
        return type is not null && members.TrueForAll(m => m.Bits != 0) ? type.Shortest(members)! : string.Join(" | ", words);
    }

    /// <summary>Members as C#: those that come to a set are that set, a long list is said by the sets in it, and what another says already is not said again.</summary>
    private string? Shortest(List<(string Name, ulong Bits)> said)
    {
        var needed = new List<(string Name, ulong Bits)>();
        foreach (var member in said.Distinct().OrderByDescending(m => ulong.PopCount(m.Bits)))
        {
            if ((member.Bits & ~needed.Aggregate(0UL, (bits, n) => bits | n.Bits)) != 0)
            {
                needed.Add(member);
            }
        }

        var members = said.Distinct().Where(needed.Contains).ToList();
        var sets = Members(said.Aggregate(0UL, (bits, member) => bits | member.Bits)).ToList();
        return members.Count == 0 ? null : string.Join(" | ", (sets.Count == 1 || sets.Count <= Math.Max(members.Count / 2, members.Count - 4) ? sets : members).Select(m => $"{Name}.{m.Name}"));
    }

    /// <summary>The members that come to some bits: the set that has most of them first, then the one with most of the rest, at last single permissions.</summary>
    private IEnumerable<(string Name, ulong Bits)> Members(ulong bits)
    {
        for (var rest = bits; rest != 0;)
        {
            var next = _members.Where(m => (m.Bits & ~bits) == 0 && (m.Bits & rest) != 0)
                .OrderByDescending(m => ulong.PopCount(m.Bits & rest)).ThenBy(m => ulong.PopCount(m.Bits)).First();
            rest &= ~next.Bits;
            yield return next;
        }
    }

    private static Dictionary<string, PermissionEnum> Read()
    {
        using var stream = typeof(PermissionEnum).Assembly.GetManifestResourceStream("object-classes.txt")!;
        using var reader = new StreamReader(stream);
        return ObjectClassTable.Read(reader.ReadToEnd().ReplaceLineEndings("\n")).ToDictionary(c => c.Name, c => new PermissionEnum(c), StringComparer.Ordinal);
    }
}
