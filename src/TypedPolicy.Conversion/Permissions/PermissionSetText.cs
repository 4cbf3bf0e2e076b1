using TypedPolicy.Model.Naming;

namespace TypedPolicy.Conversion.Permissions;

/// <summary>How C# writes a permission set of the reference policy.</summary>
public static class PermissionSetText
{
    /// <summary>
    /// <c>FilePerms.ReadSet</c> for <c>read_file_perms</c> where that has what the library's has, else <c>Perms.File.ReadSet</c>, the set of the bindings; null if its name has no object class of
    /// the library, or the class lacks one of its permissions.
    /// </summary>
    /// <param name="sets">The sets of the bindings.</param>
    /// <param name="set">The name of the set.</param>
    /// <param name="permissions">What is in it.</param>
    public static string? Of(BaseSets sets, string set, IReadOnlyCollection<string> permissions)
    {
        var @class = PermissionSetName.ClassOf(set, PermissionEnum.Classes);
        var unknown = new List<string>();
        var rendered = @class is null ? null : new PermissionText(sets).Render(@class, [(set, permissions)], unknown);
        return unknown.Count == 0 ? rendered : null;
    }
}
