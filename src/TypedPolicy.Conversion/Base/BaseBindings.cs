using System.Collections.Immutable;
using TypedPolicy.Conversion.Permissions;
using TypedPolicy.Refpolicy.Bindings;

namespace TypedPolicy.Conversion.Base;

/// <summary>The C# source of a base policy's bindings, beside the library as it is: it has permission enums for its own object classes.</summary>
public static class BaseBindings
{
    // No class that holds interfaces begins with _.
    private const string SetFile = "_PermissionSet.cs";

    /// <summary>Writes the sources.</summary>
    /// <param name="names">The names of the base.</param>
    /// <returns>File names and texts, in the order of names; line ends are <c>\n</c>.</returns>
    public static ImmutableArray<(string Name, string Text)> Write(BindingNames names)
    {
        var files = BindingWriter.Write(names, PermissionEnum.Classes);
        var sets = BaseSets.Of(names);
        return sets.Classes.IsEmpty ? files : [.. files.Append((SetFile, SetWriter.Write(sets))).OrderBy(f => f.Item1, StringComparer.Ordinal)];
    }
}
