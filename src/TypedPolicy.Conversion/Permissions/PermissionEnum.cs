using System.Reflection;
using TypedPolicy.Model.Naming;

namespace TypedPolicy.Conversion.Permissions;

/// <summary>The permission enum of an object class: how C# says permissions of that class.</summary>
public sealed class PermissionEnum
{
    private static readonly Dictionary<string, PermissionEnum> ByClass = typeof(ObjectClassAttribute).Assembly.GetExportedTypes()
        .Where(t => t.IsEnum && t.GetCustomAttribute<ObjectClassAttribute>() is not null)
        .Select(t => new PermissionEnum(t))
        .ToDictionary(e => e.ObjectClass, StringComparer.Ordinal);

    private readonly Dictionary<string, ulong> _permissions = new(StringComparer.Ordinal);
    private readonly List<(string Name, ulong Bits)> _members = [];

    private PermissionEnum(Type type)
    {
        Name = type.Name;
        ObjectClass = type.GetCustomAttribute<ObjectClassAttribute>()!.Name ?? NameOf.Words(type.Name);
        foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Static))
        {
            var bits = Bits(field.GetRawConstantValue()!);
            _members.Add((field.Name, bits));
            if (ulong.IsPow2(bits) && field.Name != "All")
            {
                _permissions.TryAdd(field.GetCustomAttribute<PermissionAttribute>()?.Name ?? NameOf.Words(field.Name), bits);
            }
        }
    }

    /// <summary>The C# name of the enum: <c>FilePerms</c>.</summary>
    public string Name { get; }

    /// <summary>The object class: <c>file</c>.</summary>
    public string ObjectClass { get; }

    /// <summary>The enum of a class, if the library has one.</summary>
    public static PermissionEnum? Of(string objectClass) => ByClass.GetValueOrDefault(objectClass);

    /// <summary>How C# says permissions.</summary>
    /// <param name="words">What the module wrote: groups of permissions, a group for each word (a permission set is a group of several).</param>
    /// <param name="unknown">Permissions that the class does not have.</param>
    /// <returns><c>FilePerms.ReadSet | FilePerms.Execute</c>; nothing where no permission is known.</returns>
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

        // Permissions that come to a set are that set, and what another word says already is not said again.
        var all = said.Aggregate(0UL, (bits, member) => bits | member.Bits);
        if (said.Count > 1 && Members(all).ToList() is [var whole])
        {
            return $"{Name}.{whole.Name}";
        }

        var needed = new List<(string Name, ulong Bits)>();
        foreach (var member in said.Distinct().OrderByDescending(m => ulong.PopCount(m.Bits)))
        {
            if ((member.Bits & ~needed.Aggregate(0UL, (bits, n) => bits | n.Bits)) != 0)
            {
                needed.Add(member);
            }
        }

        return needed.Count == 0 ? null : string.Join(" | ", said.Distinct().Where(needed.Contains).Select(m => $"{Name}.{m.Name}"));
    }

    /// <summary>The member that has exactly these bits, or one for each bit.</summary>
    private IEnumerable<(string Name, ulong Bits)> Members(ulong bits)
    {
        if (bits == 0)
        {
            return [];
        }

        var exact = _members.Find(m => m.Bits == bits && m.Name != "All");
        return exact.Name is not null ? [exact] : _members.Where(m => ulong.IsPow2(m.Bits) && (m.Bits & bits) != 0);
    }

    private static ulong Bits(object value) => value is ulong wide ? wide : unchecked((ulong)Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));
}
