using TypedPolicy.Guest;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.Kernel.Tests.Judgements;

/// <content>Files that a domain may use but cannot reach, and domains that categories are to keep from files.</content>
public static partial class JudgedCases
{
    private static IEnumerable<JudgedCase> Files =>
    [
        new(DiagnosticId.UnreachableFiles, "Notes",
            """
            [Domain, Role<SystemR>, Allow<Var>(DirPerms.SearchSet)«|, Allow<VarLib>(DirPerms.SearchSet)»]
            public sealed class @ { [FileType, FileContextTree("/var/lib/%"), AllowFrom<Owner>(DirPerms.Manage, FilePerms.Manage)] public sealed class Data; }
            """,
            (guest, name) => guest.In($"{name}_t", Step.Create($"/var/lib/{name}/note")).IsDenied("search", "var_lib_t"),
            (guest, name) => guest.In($"{name}_t", Step.Create($"/var/lib/{name}/note"), Step.Remove($"/var/lib/{name}/note")).Succeeds()),
        new(DiagnosticId.UnreachableFiles, "Pid",
            """
            [Domain, Role<SystemR>, Allow<Var>(DirPerms.SearchSet), Allow<Run>(DirPerms.SearchSet), Allow<@File>(FilePerms.Manage)«|, Allow<Run>(DirPerms.Rw), TypeTransition<Run, @File>(typeof(FilePerms))»]
            public sealed class @;
            [FileType, FileContext("/run/%", FileKind.File)] public sealed class @File;
            """,
            (guest, name) =>
            {
                guest.In($"{name}_t", Step.Remove($"/run/{name}")).IsDenied("write", "var_run_t");
                guest.In($"{name}_t", Step.Create($"/run/{name}.new")).IsDenied("write", "var_run_t");
                guest.Permits($"{name}_t", "var_run_t", "dir", "remove_name", false);
                guest.Permits($"{name}_t", "var_run_t", "dir", "add_name", false);
            },
            (guest, name) =>
            {
                guest.In($"{name}_t", Step.Remove($"/run/{name}"), Step.Create($"/run/{name}"), Step.Rename($"/run/{name}", $"/run/{name}.old")).Succeeds();
                guest.Kernel.Run(null, Step.GetLabel($"/run/{name}.old")).SaysText($"system_u:object_r:{name}_file_t:s0");
            }),
        new(DiagnosticId.UnreachableFiles, "Delete",
            """
            [Domain, Role<SystemR>, Allow<@Folder>(DirPerms.«SearchSet|DelEntry»), Allow<@File>(FilePerms.Delete)] public sealed class @;
            [FileType, FileContext("/srv/%", FileKind.Directory)] public sealed class @Folder;
            [FileType, FileContext("/srv/%/file", FileKind.File)] public sealed class @File;
            """,
            (guest, name) => Deletes(guest, name).IsDenied("write", $"{name}_folder_t"),
            (guest, name) => Deletes(guest, name).Succeeds()),
        new(DiagnosticId.UnreachableFiles, "Tree",
            """
            [FileType, FileContextTree("/srv/%")] public sealed class @Data;
            [Domain, Role<SystemR>, Allow<@Data>(FilePerms.Manage, DirPerms.«List|Rw»)] public sealed class @;
            """,
            (guest, name) => guest.In($"{name}_t", Step.Create($"/srv/{name}/new")).IsDenied("write", $"{name}_data_t"),
            (guest, name) => guest.In($"{name}_t", Step.Create($"/srv/{name}/new"), Step.Remove($"/srv/{name}/new")).Succeeds()),
    ];

    private static IEnumerable<JudgedCase> Categories =>
    [
        new(DiagnosticId.CategoriesWithoutEffect, "Tenant",
            """
            [FileType] public sealed class @Data;
            [Domain, Role<SystemR>, RangeTransition<@.Exec>("s0:c5"), DomainTransition<@>, Allow<Bin>(DirPerms.SearchSet)] public sealed class @Starter;
            [Domain, Role<SystemR>, Allow<@Data>(FilePerms.ReadSet)«|, MemberOf<IConstrained>»] public sealed class @ { [Entrypoint, FileContext("/usr/bin/%", FileKind.File)] public sealed class Exec; }
            """,
            (guest, name) => ReadsDataOfAnother(guest, name).Succeeds().EndsIn($"{name}_t"),
            (guest, name) => ReadsDataOfAnother(guest, name).IsDenied("read", $"{name}_data_t")),
    ];

    private static Outcome Deletes(DebianGuest guest, string name)
    {
        guest.Directory($"/srv/{name}", $"{name}_folder_t");
        guest.File($"/srv/{name}/file", $"{name}_file_t");
        return guest.In($"{name}_t", Step.Remove($"/srv/{name}/file"));
    }

    private static Outcome ReadsDataOfAnother(DebianGuest guest, string name)
    {
        guest.Kernel.Run(null, Step.Create($"/{name}"), Step.SetLabel($"/{name}", $"system_u:object_r:{name}_data_t:s0:c6")).Succeeds();
        return guest.In($"system_u:system_r:{name}_starter_t:s0-s0:c0.c1023", Step.Execute($"/usr/bin/{name}", Step.Read($"/{name}")));
    }
}
