using TypedPolicy.Model.Naming;

namespace TypedPolicy.Model.Classes;

/// <summary>The C# names of classes, permissions and sets: mechanical, so that who knows one name can type the other.</summary>
public static class ObjectClassNames
{
    /// <summary><c>tcp_socket</c> is <c>TcpSocketPerms</c>.</summary>
    public static string OfClass(ObjectClass @class) => Pascal(@class.Name) + "Perms";

    /// <summary><c>name_connect</c> is <c>NameConnect</c>.</summary>
    public static string OfPermission(string permission) => Pascal(permission);

    /// <summary><c>manage_file_perms</c> of <c>file</c> is <c>Manage</c>; <c>read_file_perms</c> is <c>ReadSet</c>, since <c>Read</c> is a permission.</summary>
    public static string OfSet(ObjectClass @class, ClassPermissionSet set)
    {
        var verb = VerbOf(@class.Name, set.Name);
        return @class.Permissions.Any(permission => permission.Name == verb) ? Pascal(verb) + "Set" : Pascal(verb);
    }

    /// <summary>What a set is called within a class: <c>manage</c> for <c>manage_file_perms</c> of <c>file</c>, <c>create_stream</c> for <c>create_stream_socket_perms</c> of <c>tcp_socket</c>.</summary>
    public static string VerbOf(string @class, string set)
    {
        var verb = WithoutEnd(PermissionSetName.Stem(set), "_" + @class);
        return @class.EndsWith("_socket", StringComparison.Ordinal) ? WithoutEnd(verb, "_socket") : verb;
    }

    private static string WithoutEnd(string text, string end) =>
        text.EndsWith(end, StringComparison.Ordinal) ? text.Substring(0, text.Length - end.Length) : text;

    private static string Pascal(string name) =>
        string.Concat(name.Split('_').Select(part => char.ToUpperInvariant(part[0]) + part.Substring(1)));
}
