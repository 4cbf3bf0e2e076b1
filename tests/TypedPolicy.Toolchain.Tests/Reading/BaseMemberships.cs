using TypedPolicy.Model.Targets;

namespace TypedPolicy.Toolchain.Tests.Reading;

/// <summary>The attributes of the base that a type of a kind joins: the reference policy's files_type(), corenet_port() and so on, said once more.</summary>
internal static class BaseMemberships
{
    private static readonly string[] File = ["file_type", "non_auth_file_type", "non_security_file_type"];

    public static string[] Of(TypeKind kind) => kind switch
    {
        TypeKind.Policy => [],
        TypeKind.Domain => ["domain"],
        TypeKind.File => File,
        TypeKind.Executable => [.. File, "entry_type", "exec_type"],
        TypeKind.Port => ["port_type"],
        TypeKind.Node => ["node_type"],
        TypeKind.Netif => ["netif_type"],
        TypeKind.Filesystem => ["filesystem_type"],
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
