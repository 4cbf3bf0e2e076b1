namespace TypedPolicy.Toolchain.Tests.Vocabulary;

/// <content>Object classes, class maps and named permissions.</content>
public static partial class Cases
{
    private static IEnumerable<LinkedCase> Classes =>
    [
        new("A_class_of_ones_own_has_its_permissions",
            """
            [ObjectClass("inventory"), Flags] public enum InventoryPerms : uint { List = 1, [Permission("move_it")] Move = 2, Both = List | Move }
            [Domain, Allow<Etc>(InventoryPerms.Both)] public sealed class UsesClass;
            """,
            """
            class inventory (list move_it)
            +domain uses_class_t
            allow uses_class_t etc_t inventory list move_it
            """),
        new("An_external_class_is_used_and_not_declared",
            """
            [External("system"), ObjectClass, Flags] public enum Machine : uint { Halt = 1 }
            [Domain, Allow<Etc>(Machine.Halt)] public sealed class Halts;
            """,
            """
            +domain halts_t
            allow halts_t etc_t system halt
            """),
        new("A_member_of_a_class_map_stands_for_permissions_of_several_classes",
            """
            [ClassMap] public enum Storage { [ClassMapping(FilePerms.Read | FilePerms.Open, DirPerms.Search)] Look }
            [Domain, Allow<Etc>(Storage.Look)] public sealed class Looks;
            """,
            """
            +domain looks_t
            allow looks_t etc_t file read open
            allow looks_t etc_t dir search
            """),
        new("Named_permissions_stand_for_permissions_of_several_classes",
            """
            [ClassPermission] public enum Tidy { [ClassMapping(FilePerms.Unlink, DirPerms.RemoveName)] Up }
            [Domain, Allow<Etc>(Tidy.Up)] public sealed class Tidies;
            """,
            """
            +domain tidies_t
            allow tidies_t etc_t file unlink
            allow tidies_t etc_t dir remove_name
            """),
    ];
}
