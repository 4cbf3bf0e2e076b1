namespace TypedPolicy.Model.Classes;

/// <summary>An object class of the table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Origin">Who checks its permissions: <c>kernel</c> or <c>userspace</c>.</param>
/// <param name="Summary">What it is, as a phrase.</param>
/// <param name="Permissions">Its permissions, in the order of their bits.</param>
/// <param name="Sets">Its named sets of permissions.</param>
public sealed record ObjectClass(string Name, string Origin, string Summary, IReadOnlyList<ClassPermission> Permissions, IReadOnlyList<ClassPermissionSet> Sets);

/// <summary>A permission of an object class.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Meaning">What it means, as a phrase; null if the table does not have it.</param>
public sealed record ClassPermission(string Name, string? Meaning);

/// <summary>A named set of permissions of an object class.</summary>
/// <param name="Name">Its name: <c>manage_file_perms</c>.</param>
/// <param name="Permissions">What is in it, also by way of other sets, in the order of the class.</param>
/// <param name="Note">A note on it; null if there is none.</param>
public sealed record ClassPermissionSet(string Name, IReadOnlyList<string> Permissions, string? Note);
