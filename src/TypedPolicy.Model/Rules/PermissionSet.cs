using TypedPolicy.Model.Naming;

namespace TypedPolicy.Model.Rules;

/// <summary>
/// Permissions of one object class or class map; or a name for permissions: a class permission, or a parameter that stands for one.
/// </summary>
/// <param name="Class">The class or class map; the class permission or parameter itself where <paramref name="Names"/> is empty.</param>
/// <param name="Names">The permissions, sorted.</param>
public sealed record PermissionSet(EntityRef Class, EquatableArray<string> Names)
{
    /// <summary>The permissions that are left out of a complement, sorted: all others of the class are given, of which <see cref="Names"/> has those that are known. Empty for any other set.</summary>
    public EquatableArray<string> Excluded { get; init; } = EquatableArray<string>.Empty;

    /// <summary>The permissions that CIL names for it.</summary>
    public EquatableArray<string> Written => Excluded.Count > 0 ? Excluded : Names;

    /// <summary>Whether it is a name for permissions that are listed elsewhere.</summary>
    public bool IsNamed => Class.Kind is EntityKind.ClassPermission or EntityKind.Parameter;
}
