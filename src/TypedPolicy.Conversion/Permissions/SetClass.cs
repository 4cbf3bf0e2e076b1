using TypedPolicy.Refpolicy.Bindings;

namespace TypedPolicy.Conversion.Permissions;

/// <summary>An object class that permission sets may be about, with its enum.</summary>
internal sealed class SetClass
{
    private readonly Func<IReadOnlyCollection<string>, IEnumerable<string>> _render;
    private readonly bool _hasAll;

    private SetClass(string objectClass, string @namespace, string @enum, IEnumerable<string> permissions, bool hasAll, Func<IReadOnlyCollection<string>, IEnumerable<string>> render) =>
        (ObjectClass, Enum, FullEnum, Permissions, _hasAll, _render) = (objectClass, @enum, $"global::{@namespace}.{@enum}", permissions.ToHashSet(StringComparer.Ordinal), hasAll, render);

    /// <summary>The class.</summary>
    public string ObjectClass { get; }

    /// <summary>Its enum.</summary>
    public string Enum { get; }

    /// <summary>Its enum, in full.</summary>
    public string FullEnum { get; }

    /// <summary>The permissions that the enum has.</summary>
    public IReadOnlySet<string> Permissions { get; }

    /// <summary>A class of the library.</summary>
    public static SetClass OfLibrary(string objectClass)
    {
        var type = PermissionEnum.Of(objectClass)!;
        return new(
            objectClass, "TypedPolicy", type.Name, type.Permissions, !type.Members.Any(m => ulong.PopCount(m.Bits) == (ulong)type.Permissions.Count),
            permissions => PermissionText.OfLibrary.Render(objectClass, permissions, [])!.Split(" | ").Select(w => w[(type.Name.Length + 1)..]));
    }

    /// <summary>A class that the library does not have.</summary>
    public static SetClass OfBase(BaseEntity entity, string @enum)
    {
        var members = BindingNames.OfPermissions(entity).ToDictionary(m => m.Permission, m => m.CSharp, StringComparer.Ordinal);
        return new(entity.Name, BindingNames.Namespace, @enum, members.Keys, false, permissions => permissions.Select(p => members[p]));
    }

    /// <summary>Whether the value with some permissions means every permission of the class, also those that the enum does not have.</summary>
    public bool HasAll(IReadOnlyCollection<string> permissions) => _hasAll && Permissions.Count > 1 && permissions.Count == Permissions.Count;

    /// <summary>The members of the enum that come to some permissions.</summary>
    public IEnumerable<string> Render(IReadOnlyCollection<string> permissions) => _render(permissions);
}
