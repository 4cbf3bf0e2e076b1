using TypedPolicy.Guest;
using Xunit;

namespace TypedPolicy.Kernel.Tests.Vocabulary;

/// <content>Types, attributes and their members; booleans and blocks.</content>
public static partial class KernelCases
{
    private static IEnumerable<KernelCase> Types =>
    [
        new("A_domain_is_in_the_roles_that_it_names_and_in_no_other",
            """
            [Domain, Role<SystemR>] public sealed class InRole;
            [Domain] public sealed class InNoRole;
            """,
            guest =>
            {
                guest.In("in_role_t", Step.Fork()).Succeeds();
                IsValid(guest, "system_u:system_r:in_role_t:s0").Succeeds();
                IsInvalid(guest, "system_u:system_r:in_no_role_t:s0");
            }),
        new("A_file_type_is_a_label_on_disk_and_a_bare_type_is_none",
            """
            [FileType] public sealed class OnDisk;
            [PolicyType] public sealed class Bare;
            [Domain, Role<SystemR>, Allow<RootDirectory>(DirPerms.Rw), Allow<OnDisk>(FilePerms.CreateSet | FilePerms.Write), Allow<Bare>(FilePerms.CreateSet | FilePerms.Write)]
            [TypeTransition<RootDirectory, OnDisk>(typeof(FilePerms), Name = "on-disk"), TypeTransition<RootDirectory, Bare>(typeof(FilePerms), Name = "bare")]
            public sealed class Labels;
            """,
            guest =>
            {
                guest.In("labels_t", Step.Create("/on-disk")).Succeeds();
                Assert.Contains(guest.In("labels_t", Step.Create("/bare")).IsForbidden().Denials, d => d.Permissions.Contains("associate"));
            }),
        new("An_alias_is_another_name_of_the_type",
            """
            [FileType, Alias("renamed_before_t")] public sealed class Renamed;
            """,
            guest =>
            {
                guest.File("/renamed", "renamed_before_t");
                IsValid(guest, Label("renamed_before_t")).SaysText(Label("renamed_t"));
            }),
        new("Attributes_and_sets_stand_for_their_members",
            """
            [TypeAttribute] public interface ILeft;
            [TypeAttribute] public interface IRight;
            [FileType] public sealed class LeftOnly : ILeft;
            [FileType] public sealed class Both : ILeft, IRight;
            [FileType] public sealed class RightOnly;
            [RulesFor<RightOnly>, MemberOf<IRight>] public static class JoinsLater;
            [TypeAttribute, Include<ILeft>, Include<IRight>, Exclude<Both>] public interface IEither;
            [TypeAttribute, Include<ILeft>, Intersect<IRight>] public interface ICommon;
            [TypeAttribute, All, Exclude<ILeft>, Intersect<IRight>] public interface INotLeft;
            [Domain, Role<SystemR>, Allow<IEither>(FilePerms.ReadSet), Allow<ICommon>(FilePerms.Append | FilePerms.Open), Allow<INotLeft>(FilePerms.Getattr)] public sealed class Sets;
            """,
            guest =>
            {
                guest.Permits("sets_t", "left_only_t", "file", "read", true);
                guest.Permits("sets_t", "right_only_t", "file", "read", true);
                guest.Permits("sets_t", "both_t", "file", "read", false);
                guest.Permits("sets_t", "both_t", "file", "append", true);
                guest.Permits("sets_t", "left_only_t", "file", "append", false);
                guest.Permits("sets_t", "right_only_t", "file", "getattr", true);
            }),
        new("A_template_makes_its_types_and_rules_for_each_class_that_derives_from_it",
            """
            [Template, Allow<Shape<Self>.State>(FilePerms.ReadSet)]
            public abstract class Shape<TSelf>
            {
                [FileType] public sealed class State;
            }

            [Domain, Role<SystemR>] public sealed class Circle : Shape<Circle>;
            [Domain, Role<SystemR>] public sealed class Square : Shape<Square>;
            """,
            guest =>
            {
                guest.File("/circle", "circle_state_t");
                guest.In("circle_t", Step.Read("/circle")).Succeeds();
                guest.In("square_t", Step.Read("/circle")).IsForbidden();
            }),
        new("An_entrypoint_is_how_a_domain_is_entered_and_nothing_else_is",
            """
            [Domain, Role<SystemR>, Allow<Self>(ProcessPerms.Setexec), Allow<Entered>(ProcessPerms.Transition), Allow<Entered.Exec>(FilePerms.Exec), Allow<Bin>(DirPerms.SearchSet, FilePerms.Exec)]
            [Allow<Through>(FilePerms.Exec)]
            public sealed class Enters;
            [Domain, Role<SystemR>, Entrypoint<Through>, Allow<Enters>(FdPerms.Use)] public sealed class Entered { [Entrypoint, FileContext("/usr/bin/entered")] public sealed class Exec; }
            [FileType, FileContext("/usr/bin/through")] public sealed class Through;
            """,
            guest =>
            {
                var entering = Step.SetExecution("system_u:system_r:entered_t:s0");
                guest.In("enters_t", entering, Step.Execute("/usr/bin/entered")).Succeeds().EndsIn("entered_t");
                guest.In("enters_t", entering, Step.Execute("/usr/bin/through")).Succeeds().EndsIn("entered_t");
                guest.In("enters_t", entering, Step.Execute("/usr/bin/ordinary")).IsDenied("entrypoint", "bin_t");
            }),
    ];

    private static IEnumerable<KernelCase> Blocks =>
    [
        new("A_boolean_decides_while_the_system_runs",
            """
            [PolicyBoolean(Default = true)] public sealed class SwitchOn;
            [PolicyBoolean] public sealed class SwitchOff;
            [FileType] public sealed class SwitchedData;
            [Domain, Role<SystemR>]
            public sealed class Switched
            {
                [If<SwitchOn>, Allow<SwitchedData>(FilePerms.ReadSet)] static class A;
                [IfNot<SwitchOff>, Allow<SwitchedData>(FilePerms.Append | FilePerms.Open)] static class B;
            }
            """,
            guest =>
            {
                guest.Kernel.Run(null, Step.Read("/sys/fs/selinux/booleans/switch_on")).SaysText("1 1");
                guest.Kernel.Run(null, Step.Read("/sys/fs/selinux/booleans/switch_off")).SaysText("0 0");
                guest.Permits("switched_t", "switched_data_t", "file", "read", true);
                guest.Permits("switched_t", "switched_data_t", "file", "append", true);
                guest.With("switch_off", () => guest.Permits("switched_t", "switched_data_t", "file", "append", false));
            }),
        new("A_tunable_decides_when_the_policy_is_built",
            """
            [Tunable(Default = true)] public sealed class TuneIn;
            [Tunable] public sealed class TuneOut;
            [FileType] public sealed class TunedData;
            [Domain, Role<SystemR>]
            public sealed class Tuned
            {
                [If<TuneIn>, Allow<TunedData>(FilePerms.ReadSet)] static class A;
                [If<TuneOut>, Allow<TunedData>(FilePerms.Write)] static class B;
            }
            """,
            guest =>
            {
                guest.Permits("tuned_t", "tuned_data_t", "file", "read", true);
                guest.Permits("tuned_t", "tuned_data_t", "file", "write", false);
                Assert.Equal(2, guest.Kernel.Run(null, Step.Read("/sys/fs/selinux/booleans/tune_in")).Error);
            }),
        new("An_optional_block_is_there_where_its_names_are",
            """
            [External("not_installed_t")] public sealed class NotInstalled;
            [FileType] public sealed class OptionalData;
            [Domain, Role<SystemR>]
            public sealed class Opts
            {
                [Optional, Allow<OptionalData>(FilePerms.Read), Allow<Bin>(DirPerms.Search)] static class There;
                [Optional, Allow<OptionalData>(FilePerms.Write), Allow<NotInstalled>(FilePerms.Read)] static class Missing;
            }
            """,
            guest =>
            {
                guest.Permits("opts_t", "optional_data_t", "file", "read", true);
                guest.Permits("opts_t", "optional_data_t", "file", "write", false);
            }),
        new("An_interface_gives_its_caller_its_rules",
            """
            [PolicyInterface, Allow<Arg1>(FilePerms.ReadSet)] public sealed class ReadItAttribute<T> : PolicyInterfaceAttribute;
            [FileType] public sealed class InterfaceData;
            [Domain, Role<SystemR>, ReadIt<InterfaceData>] public sealed class Caller;
            """,
            guest => guest.Permits("caller_t", "interface_data_t", "file", "open", true)),
        new("Contexts_for_containers_are_valid",
            """
            [Domain, Role<SystemR>] public sealed class BoxProcess;
            [FileType] public sealed class BoxContent;
            """,
            guest =>
            {
                var contexts = Policy.Artifact("lxc_contexts", "debian12").Split('\n', StringSplitOptions.RemoveEmptyEntries);
                Assert.Equal(2, contexts.Length);
                Assert.All(contexts, line => IsValid(guest, line.Split('"')[1]).Succeeds());
            })
        {
            Assembly =
                """
                [assembly: PolicyModule("vocabulary", Version = "1.0")]
                [assembly: ContainerContexts(Process = typeof(Cases.Contexts_for_containers_are_valid.BoxProcess), File = typeof(Cases.Contexts_for_containers_are_valid.BoxContent))]
                """,
        },
    ];
}
