using TypedPolicy.Guest;
using Xunit;

namespace TypedPolicy.Kernel.Tests.Vocabulary;

/// <content>Object classes, constraints and defaults. They are of a class of their own, so that no other test is bound by them.</content>
public static partial class KernelCases
{
    private static IEnumerable<KernelCase> Classes =>
    [
        new("A_class_of_its_own_has_its_permissions_and_constraints",
            """
            [ObjectClass("case_lamp"), Flags] public enum LampPerms : uint { Light = 1, [Permission("put_out")] PutOut = 2 }
            [FileType] public sealed class Lamp;
            [FileType] public sealed class OtherLamp;
            [Domain, Role<SystemR>, Allow<Lamp>(LampPerms.Light | LampPerms.PutOut), Allow<OtherLamp>(LampPerms.Light)]
            [Constrain("(neq t2 other_lamp_t)", LampPerms.Light), MlsConstrain("(dom h1 h2)", LampPerms.PutOut)]
            [ValidateTransition("(neq t2 other_lamp_t)", typeof(LampPerms)), MlsValidateTransition("(eq l1 l2)", typeof(LampPerms))]
            public sealed class Lights;
            """,
            guest =>
            {
                guest.Permits("lights_t", "lamp_t", "case_lamp", "light", true);
                guest.Permits("lights_t", "other_lamp_t", "case_lamp", "light", false);         // the constraint
                guest.Permits("lights_t", Label("lamp_t"), "case_lamp", "put_out", true);
                guest.Permits("lights_t", Label("lamp_t", "s0:c5"), "case_lamp", "put_out", false);
                var task = "system_u:system_r:lights_t:s0";
                guest.Validates(Label("lamp_t"), Label("lamp_t"), "case_lamp", task).Succeeds();
                guest.Validates(Label("lamp_t"), Label("other_lamp_t"), "case_lamp", task).IsForbidden();
                guest.Validates(Label("lamp_t"), Label("lamp_t", "s0:c1"), "case_lamp", task).IsForbidden();
            }),
        new("A_new_object_takes_the_parts_of_its_context_that_the_defaults_say",
            """
            [ObjectClass("case_kite"), Flags] public enum KitePerms : uint { Fly = 1 }
            [FileType] public sealed class Kite;
            """,
            guest => guest.Asks("create", "unconfined_u:system_r:lights_t:s0-s0:c1", "system_u:object_r:kite_t:s0:c5", "case_kite").SaysText("system_u:system_r:lights_t:s0:c5"))
        {
            Assembly =
                """
                [assembly: DefaultUser(DefaultFrom.Target, typeof(Cases.A_new_object_takes_the_parts_of_its_context_that_the_defaults_say.KitePerms))]
                [assembly: DefaultRole(DefaultFrom.Source, typeof(Cases.A_new_object_takes_the_parts_of_its_context_that_the_defaults_say.KitePerms))]
                [assembly: DefaultType(DefaultFrom.Source, typeof(Cases.A_new_object_takes_the_parts_of_its_context_that_the_defaults_say.KitePerms))]
                [assembly: DefaultRange(DefaultFrom.Target, RangePart.LowHigh, typeof(Cases.A_new_object_takes_the_parts_of_its_context_that_the_defaults_say.KitePerms))]
                """,
        },
        new("A_map_of_classes_stands_for_permissions_of_several",
            """
            [ClassMap] public enum Storage { [ClassMapping(FilePerms.Read | FilePerms.Open, DirPerms.Search)] Look }
            [ClassPermission] public enum Tidy { [ClassMapping(FilePerms.Unlink, DirPerms.RemoveName)] Up }
            [FileType] public sealed class Shelf;
            [Domain, Role<SystemR>, Allow<Shelf>(Storage.Look), Allow<Shelf>(Tidy.Up)] public sealed class Looks;
            """,
            guest =>
            {
                guest.Permits("looks_t", "shelf_t", "file", "open", true);
                guest.Permits("looks_t", "shelf_t", "dir", "search", true);
                guest.Permits("looks_t", "shelf_t", "dir", "remove_name", true);
                guest.Permits("looks_t", "shelf_t", "file", "write", false);
            }),
    ];
}
