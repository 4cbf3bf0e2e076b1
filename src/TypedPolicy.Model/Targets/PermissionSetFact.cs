using System.Collections.Immutable;

namespace TypedPolicy.Model.Targets;

/// <summary>A permission set of the library of which a target has another.</summary>
/// <param name="Name">Its name: <c>manage_file_perms</c>.</param>
/// <param name="Classes">The classes that it is for; <c>*socket</c> stands for all of sockets.</param>
/// <param name="Permissions">The permissions that the library has in it.</param>
public sealed record PermissionSetFact(string Name, ImmutableArray<string> Classes, ImmutableSortedSet<string> Permissions)
{
    /// <summary>The word for every class of sockets.</summary>
    internal const string Sockets = "*socket";

    /// <summary>Whether it is for a class.</summary>
    public bool IsFor(string @class) => Classes.Contains(@class) || (Classes.Contains(Sockets) && IsSocket(@class));

    /// <summary>Whether a class is one of sockets.</summary>
    public static bool IsSocket(string @class) => @class == "socket" || @class.EndsWith("_socket", StringComparison.Ordinal);
}
