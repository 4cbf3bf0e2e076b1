using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using TypedPolicy.Binding.Vocabulary;
using TypedPolicy.Model;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Binding.Entities;

/// <summary>Reads enums of permissions: object classes, class maps, named class permissions.</summary>
internal sealed class EnumReader(EntityTable entities)
{
    private readonly Dictionary<INamedTypeSymbol, PermissionEnum> _known = new(SymbolEqualityComparer.Default);

    /// <summary>The members of an enum.</summary>
    public PermissionEnum Of(INamedTypeSymbol type)
    {
        if (!_known.TryGetValue(type, out var read))
        {
            _known.Add(type, read = Read(type));
        }

        return read;
    }

    private PermissionEnum Read(INamedTypeSymbol type)
    {
        var entity = entities.Of(type);
        var members = ImmutableArray.CreateBuilder<PermissionMember>();
        var isBits = entity.Kind == EntityKind.ObjectClass || type.GetAttributes().Any(a => a.AttributeClass?.Name == nameof(FlagsAttribute));
        var fields = type.GetMembers().OfType<IFieldSymbol>().Where(f => f.HasConstantValue).ToArray();
        foreach (var field in fields)
        {
            var value = Bits(field.ConstantValue);

            // The first name of a bit is its permission; a set of one, such as All of a class with one permission, is another word for it.
            if (!isBits || (IsOneBit(value) && members.All(m => m.Value != value)))
            {
                var name = PermissionName(field) ?? NameOf.Words(field.Name);
                members.Add(new PermissionMember(field, value, entity.Kind == EntityKind.ClassPermission ? $"{entity.Name}_{name}" : name));
            }
        }

        var known = members.Aggregate(0ul, (bits, m) => bits | m.Value);
        return new PermissionEnum(entity, isBits, members.ToImmutable(), fields.Count(f => Bits(f.ConstantValue) == known) == 1);
    }

    /// <summary>The bits of an enum value, whatever its underlying type.</summary>
    public static ulong Bits(object? value) => value switch
    {
        null => 0,
        ulong u => u,
        _ => unchecked((ulong)Convert.ToInt64(value, CultureInfo.InvariantCulture)),
    };

    private static bool IsOneBit(ulong value) => value != 0 && (value & (value - 1)) == 0;

    private static string? PermissionName(IFieldSymbol field)
    {
        foreach (var attribute in field.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && AttributeClassifier.IsLibraryType(type, "PermissionAttribute")
                && attribute.ConstructorArguments is [{ Value: string name }])
            {
                return name;
            }
        }

        return null;
    }
}

/// <summary>A member of an enum of permissions that stands for one permission.</summary>
/// <param name="Field">The member.</param>
/// <param name="Value">Its value.</param>
/// <param name="Name">The SELinux name.</param>
internal sealed record PermissionMember(IFieldSymbol Field, ulong Value, string Name);

/// <summary>An enum of permissions.</summary>
/// <param name="Entity">The class, class map or group of class permissions.</param>
/// <param name="IsBits">Whether a value is a set of members, one bit each.</param>
/// <param name="Members">The members that stand for one permission, in the order of the source.</param>
/// <param name="SaysAll">Whether the value with every member means all permissions of the class. Where a permission set has each of them, as <c>create_shm_perms</c>, it means that set.</param>
internal sealed record PermissionEnum(EntityRef Entity, bool IsBits, ImmutableArray<PermissionMember> Members, bool SaysAll)
{
    private readonly Dictionary<ulong, ImmutableArray<PermissionSet>> _decoded = [];

    /// <summary>The permissions of a value; none where it holds a bit that is not a permission.</summary>
    public ImmutableArray<PermissionSet> Decode(ulong value)
    {
        if (!_decoded.TryGetValue(value, out var sets))
        {
            _decoded.Add(value, sets = DecodeNew(value));
        }

        return sets;
    }

    private ImmutableArray<PermissionSet> DecodeNew(ulong value)
    {
        var members = Members.Where(m => IsBits ? (value & m.Value) != 0 : value == m.Value).ToArray();
        var known = Members.Aggregate(0ul, (bits, m) => bits | m.Value);
        var unknown = value & ~known;

        // The complement of a set, ~FilePerms.Write, has every bit that is not a permission.
        var isComplement = unknown != 0 && (unknown & 0xffff_ffff) == (~known & 0xffff_ffff);
        if (members.Length == 0 || (IsBits && unknown != 0 && !isComplement))
        {
            return [];
        }

        // All of a class is what the base policy knows of it, which may be less than the library's table; so is all but some.
        IEnumerable<string> names = Entity.Kind == EntityKind.ObjectClass && SaysAll && members.Length == Members.Length && members.Length > 1
            ? ["all"]
            : Sorted(members);
        return Entity.Kind == EntityKind.ClassPermission
            ? [.. names.Select(n => new PermissionSet(new EntityRef(EntityKind.ClassPermission, n), EquatableArray<string>.Empty))]
            : [new PermissionSet(Entity, EquatableArray.From(names)) { Excluded = EquatableArray.From(isComplement && Entity.Kind == EntityKind.ObjectClass ? Sorted(Members.Except(members)) : []) }];
    }

    private static IEnumerable<string> Sorted(IEnumerable<PermissionMember> members) => members.Select(m => m.Name).Distinct().OrderBy(n => n, StringComparer.Ordinal);
}
