using System.Globalization;
using System.Reflection;
using TypedPolicy.Model.Naming;

namespace TypedPolicy.Testing;

/// <summary>Which permissions of which class a value of a permission enum stands for.</summary>
internal static class PermissionsOf
{
    /// <summary>The class and its permissions, in order.</summary>
    /// <exception cref="ArgumentException">It is not a permission set.</exception>
    public static (string Class, string[] Permissions) Value(Enum value)
    {
        var type = value.GetType();
        if (PolicyNameOf.Entity(type) is not { Kind: EntityKind.ObjectClass } entity)
        {
            throw new ArgumentException($"{type.Name}.{value} is not a permission of an object class.");
        }

        var bits = Convert.ToUInt64(value, CultureInfo.InvariantCulture);
        var seen = 0UL;
        var names = new List<string>();
        foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Static).OrderBy(f => f.MetadataToken))
        {
            // The first name of a bit is its permission; a member of several bits is a set.
            var bit = Convert.ToUInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture);
            if (ulong.IsPow2(bit) && (seen & bit) == 0)
            {
                seen |= bit;
                if ((bits & bit) != 0)
                {
                    names.Add(field.GetCustomAttribute<PermissionAttribute>()?.Name ?? NameOf.Words(field.Name));
                }
            }
        }

        return names.Count > 0 && (bits & ~seen) == 0 ? (entity.Name, [.. names.Order(StringComparer.Ordinal)]) : throw new ArgumentException($"{type.Name}.{value} is not a permission set.");
    }

    /// <summary>The kind of the files of an object class.</summary>
    /// <exception cref="ArgumentException">It is not a class of files.</exception>
    public static Model.Paths.FileKind FileKind(string @class) => @class switch
    {
        "file" => Model.Paths.FileKind.File,
        "dir" => Model.Paths.FileKind.Directory,
        "lnk_file" => Model.Paths.FileKind.SymbolicLink,
        "chr_file" => Model.Paths.FileKind.CharacterDevice,
        "blk_file" => Model.Paths.FileKind.BlockDevice,
        "sock_file" => Model.Paths.FileKind.Socket,
        "fifo_file" => Model.Paths.FileKind.Pipe,
        _ => throw new ArgumentException($"{@class} is not a class of files, so it cannot be asked about a path."),
    };

    /// <summary>The object class of a permission enum.</summary>
    /// <exception cref="ArgumentException">The type is not an object class.</exception>
    public static string Class(Type type) => PolicyNameOf.Entity(type) is { Kind: EntityKind.ObjectClass } entity ? entity.Name : throw new ArgumentException($"{type} is not an object class.");
}
