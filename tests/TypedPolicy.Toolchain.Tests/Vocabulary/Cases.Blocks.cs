namespace TypedPolicy.Toolchain.Tests.Vocabulary;

/// <content>Conditions and optionals.</content>
public static partial class Cases
{
    private static IEnumerable<LinkedCase> Blocks =>
    [
        new("A_rule_under_a_boolean_is_conditional",
            """
            [PolicyBoolean(Default = true)] public sealed class SwitchOn;
            [PolicyBoolean] public sealed class SwitchOff;
            [Domain]
            public sealed class Switched
            {
                [If<SwitchOn>, Allow<Etc>(FilePerms.Read)] static class A;
                [IfNot<SwitchOff>, Allow<Etc>(FilePerms.Write), TypeTransition<Var, Etc>(typeof(FilePerms))] static class B;
                [If<SwitchOn>, IfNot<BaseEnabled>, Allow<Etc>(FilePerms.Append)] static class C;
                [If<SwitchOn>, DontAudit<Var>(DirPerms.Search)]
                static class D
                {
                    [If<BaseDisabled>, AuditAllow<Var>(DirPerms.Search)] static class Inner;
                }
            }
            """,
            """
            boolean switch_on true
            boolean switch_off false
            +domain switched_t
            allow switched_t etc_t file read if switch_on
            allow switched_t etc_t file write if !switch_off
            typetransition switched_t var_t file etc_t if !switch_off
            allow switched_t etc_t file append if !base_enabled & switch_on
            dontaudit switched_t var_t dir search if switch_on
            auditallow switched_t var_t dir search if base_disabled & switch_on
            """),
        new("A_tunable_decides_when_the_policy_is_built",
            """
            [Tunable(Default = true)] public sealed class TuneIn;
            [Tunable] public sealed class TuneOut;
            [Domain]
            public sealed class Tuned
            {
                [If<TuneIn>, Allow<Etc>(FilePerms.Read)] static class A;
                [If<TuneOut>, Allow<Etc>(FilePerms.Write)] static class B;
                [IfNot<TuneOut>, MemberOf<IBaseGroup>] static class C;
                [If<TuneIn>]
                static class D
                {
                    [If<BaseEnabled>, Allow<Etc>(FilePerms.Append)] static class Inner;
                }
            }
            """,
            """
            +domain tuned_t
            +member tuned_t base_group
            allow tuned_t etc_t file read
            allow tuned_t etc_t file append if base_enabled
            """),
        new("An_optional_whose_names_exist_is_there_and_one_whose_names_do_not_is_left_out",
            """
            [External("not_installed_t")] public sealed class NotInstalled;
            [External("not_installed_r"), Role] public sealed class NotInstalledR;
            [External("not_installed"), PolicyBoolean] public sealed class NotInstalledBoolean;
            [PolicyInterface, Allow<Arg1>(FilePerms.Read)] public sealed class OptReadsAttribute<T> : PolicyInterfaceAttribute;
            [Domain]
            public sealed class Opts
            {
                [Optional, Allow<Etc>(FilePerms.Read), MemberOf<IBaseGroup>] static class There;
                [Optional, Allow<NotInstalled>(FilePerms.Read), Allow<Etc>(FilePerms.Write)] static class Missing;
                [Optional, OptReads<NotInstalled>, Allow<Etc>(FilePerms.Write)] static class MissingInACall;
                [Optional, Role<NotInstalledR>, Allow<Etc>(FilePerms.Write)] static class MissingRole;
                [Optional, Allow<Etc>(FilePerms.Getattr)]
                static class Outer
                {
                    [Optional, Allow<NotInstalled>(FilePerms.Read)] static class Inner;
                    [Optional, Allow<Etc>(FilePerms.Lock)] static class Other;
                }

                [If<BaseEnabled>, Allow<Etc>(FilePerms.Append)]
                static class Conditional
                {
                    [Optional, Allow<Etc>(FilePerms.Map)] static class Kept;
                    [Optional, Allow<NotInstalled>(FilePerms.Map)] static class Lost;
                }

                [Optional]
                static class Around
                {
                    [If<NotInstalledBoolean>, Allow<Etc>(FilePerms.Write)] static class When;
                }
            }
            """,
            """
            +domain opts_t
            +member opts_t base_group
            allow opts_t etc_t file read getattr lock
            allow opts_t etc_t file append map if base_enabled
            """),
        new("Rules_for_a_type_that_someone_else_declares",
            """
            [RulesFor<Initrc>, Allow<Bin>(FilePerms.Quotaon)]
            public static class ForInitrc
            {
                [If<BaseEnabled>, Allow<Bin>(FilePerms.Mounton)] static class When;
                [RulesFor<Init>, Allow<Bin>(FilePerms.Link)] static class Nested;
            }
            """,
            """
            allow initrc_t bin_t file quotaon
            allow initrc_t bin_t file mounton if base_enabled
            allow init_t bin_t file link
            """),
    ];
}
