namespace TypedPolicy.Toolchain.Tests.Vocabulary;

/// <content>Interfaces of a module and their calls.</content>
public static partial class Cases
{
    private static IEnumerable<LinkedCase> Interfaces =>
    [
        new("An_interface_gives_its_rules_to_who_applies_it",
            """
            [PolicyInterface]
            [Allow<Arg1>(FilePerms.Read)]
            [Looks<Arg1>]
            public sealed class ReadsAttribute<T> : PolicyInterfaceAttribute
            {
                [RulesFor<Arg1>, Allow<Self>(FdPerms.Use)] static class Back;
            }

            [PolicyInterface("looks_around"), Allow<Arg1>(DirPerms.Search)] public sealed class LooksAttribute<T> : PolicyInterfaceAttribute;
            [Domain, Reads<Etc>] public sealed class Applies;
            [RulesFor<Init>, Looks<Var>] public static class ForeignApplies;
            [TypeAttribute, Looks<Device>] public interface IAppliers;
            [Domain] public sealed class AppliesToo : IAppliers;
            """,
            """
            +domain applies_t applies_too_t
            allow applies_t etc_t file read
            allow applies_t etc_t dir search
            allow etc_t etc_t fd use
            allow init_t var_t dir search
            allow applies_too_t device_t dir search
            """),
        new("An_interface_of_the_base_is_written_out",
            """
            [BaseInterface("etc_look", "(require (type etc_t var_t) (class (file (read open))))\n(allow {subject} etc_t (file (read open)))")]
            public sealed class LookAtEtcAttribute : PolicyInterfaceAttribute;
            [Domain, LookAtEtc] public sealed class BaseLooker;
            """,
            """
            +domain base_looker_t
            allow base_looker_t etc_t file read open
            """),
        new("An_interface_is_called_under_a_boolean",
            """
            [PolicyInterface, Allow<Arg1>(FilePerms.Read)] public sealed class PlainAttribute<T> : PolicyInterfaceAttribute;
            [PolicyInterface, Plain<Arg1>, Allow<Arg1>(FilePerms.Write)] public sealed class DeepAttribute<T> : PolicyInterfaceAttribute;
            [Domain]
            public sealed class Calls
            {
                [If<BaseEnabled>, Deep<Etc>] static class When;
                [IfNot<BaseEnabled>, Plain<Var>] static class WhenNot;
            }
            """,
            """
            +domain calls_t
            allow calls_t etc_t file read write if base_enabled
            allow calls_t var_t file read if !base_enabled
            """),
        new("An_interface_takes_names_classes_and_permissions",
            """
            [PolicyInterface]
            [TypeTransition<Arg1, Arg2>(typeof(Param2), Name = Param1.Value)]
            [Allow<Arg2>(Param3.Value)]
            public sealed class CreatesAttribute<TDirectory, TResult>(string name, Type objectClass, params object[] permissions) : PolicyInterfaceAttribute
            {
                public string Name { get; } = name;
                public Type ObjectClass { get; } = objectClass;
                public object[] Permissions { get; } = permissions;
            }

            [PolicyInterface, Creates<Device, Arg1>(Param1.Value, typeof(DirPerms), DirPerms.Create)]
            public sealed class PassesOnAttribute<T>(string name) : PolicyInterfaceAttribute
            {
                public string Name { get; } = name;
            }

            [PolicyInterface]
            public sealed class PerhapsAttribute<T>(string name) : PolicyInterfaceAttribute
            {
                public string Name { get; } = name;

                [Optional, TypeTransition<Device, Arg1>(typeof(FilePerms), Name = Param1.Value)] static class There;
            }

            [FileType] public sealed class Created;
            [Domain, PassesOn<Created>("passed on"), Perhaps<Created>("perhaps")] public sealed class Passer;
            [Domain, Creates<Var, Created>("one", typeof(FilePerms), FilePerms.Create), Creates<Etc, Created>("two", typeof(DirPerms), FilePerms.Write, DirPerms.Create)]
            public sealed class Creator;
            """,
            """
            +file created_t
            +domain passer_t creator_t
            typetransition passer_t device_t dir passed on created_t
            typetransition passer_t device_t file perhaps created_t
            allow passer_t created_t dir create
            typetransition creator_t var_t file one created_t
            typetransition creator_t etc_t dir two created_t
            allow creator_t created_t file create write
            allow creator_t created_t dir create
            """),
        new("An_interface_may_hold_labels_roles_and_conditions",
            """
            [PolicyInterface, FileContext<Arg1>("/opt/labelled-by-interface", FileKind.File), Role<Arg2>]
            public sealed class PlacesAttribute<T, TRole, TBoolean> : PolicyInterfaceAttribute
            {
                [If<Arg3>, Allow<Arg1>(FilePerms.Read)] static class When;
            }

            [FileType] public sealed class Placed;
            [Domain, Places<Placed, SystemR, BaseEnabled>] public sealed class Placer;
            """,
            """
            +file placed_t
            +domain placer_t
            roletype system_r placer_t
            allow placer_t placed_t file read if base_enabled
            filecon /opt/labelled-by-interface -- system_u:object_r:placed_t:s0
            """),
    ];
}
