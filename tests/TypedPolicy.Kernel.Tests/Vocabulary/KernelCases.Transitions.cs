using TypedPolicy.Guest;
using Xunit;

namespace TypedPolicy.Kernel.Tests.Vocabulary;

/// <content>Transitions, roles and users.</content>
public static partial class KernelCases
{
    private static IEnumerable<KernelCase> Transitions =>
    [
        new("DomainTransition_is_all_that_starting_a_program_in_another_domain_takes",
            """
            [Domain, Role<SystemR>, Allow<Bin>(DirPerms.SearchSet), DomainTransition<Stepped>] public sealed class Steps;
            [Domain, Role<SystemR>, Allow<Bin>(DirPerms.SearchSet), DomainTransition<Stepped.Exec, Stepped>(NoNewPrivileges = true)] public sealed class StepsWithNone;
            [Domain, Role<SystemR>] public sealed class Stepped { [Entrypoint, FileContext("/usr/bin/stepped")] public sealed class Exec; }
            """,
            guest =>
            {
                guest.In("steps_t", Step.Execute("/usr/bin/stepped")).Succeeds().EndsIn("stepped_t");
                guest.In("steps_t", Step.NoNewPrivileges(), Step.Execute("/usr/bin/stepped")).IsForbidden();
                guest.In("steps_with_none_t", Step.NoNewPrivileges(), Step.Execute("/usr/bin/stepped")).Succeeds().EndsIn("stepped_t");
            }),
        new("TypeTransition_gives_new_objects_a_type_and_grants_nothing",
            """
            [FileType] public sealed class MadeFile;
            [FileType] public sealed class MadeByName;
            [FileType] public sealed class Place;
            [Domain, Role<SystemR>, Allow<Place>(DirPerms.Rw), Allow<MadeFile>(FilePerms.CreateSet | FilePerms.Write, DirPerms.Create), Allow<MadeByName>(FilePerms.CreateSet | FilePerms.Write)]
            [TypeTransition<Place, MadeFile>(typeof(FilePerms), typeof(DirPerms)), TypeTransition<Place, MadeByName>(typeof(FilePerms), Name = "by.name")]
            [TypeTransition<Bin, Granted>(typeof(ProcessPerms)), Allow<Bin>(DirPerms.SearchSet, FilePerms.Exec)]
            public sealed class Maker;
            [Domain, Role<SystemR>] public sealed class Granted;
            """,
            guest =>
            {
                guest.Directory("/place", "place_t");
                guest.In("maker_t", Step.Create("/place/a"), Step.CreateDirectory("/place/d"), Step.Create("/place/by.name")).Succeeds();
                guest.Kernel.Run(null, Step.GetLabel("/place/a")).SaysText(Label("made_file_t"));
                guest.Kernel.Run(null, Step.GetLabel("/place/d")).SaysText(Label("made_file_t"));
                guest.Kernel.Run(null, Step.GetLabel("/place/by.name")).SaysText(Label("made_by_name_t"));
                guest.In("maker_t", Step.Execute("/usr/bin/ordinary")).IsDenied("transition", "granted_t");
            }),
        new("TypeChange_and_TypeMember_answer_those_who_ask",
            """
            [FileType] public sealed class Terminal;
            [FileType] public sealed class OwnTerminal;
            [FileType] public sealed class OwnFolder;
            [Domain, Role<SystemR>, TypeChange<Terminal, OwnTerminal>(typeof(ChrFilePerms)), TypeMember<Terminal, OwnFolder>(typeof(DirPerms))] public sealed class Asks;
            """,
            guest =>
            {
                guest.Asks("relabel", "system_u:system_r:asks_t:s0", Label("terminal_t"), "chr_file").SaysText(Label("own_terminal_t"));
                guest.Asks("member", "system_u:system_r:asks_t:s0", Label("terminal_t"), "dir").SaysText("system_u:object_r:own_folder_t:s0");
            }),
        new("RangeTransition_gives_what_is_run_or_created_another_range",
            """
            [FileType] public sealed class RangedPlace;
            [Domain, Role<SystemR>, Allow<Bin>(DirPerms.SearchSet), DomainTransition<Ranged>, RangeTransition<Ranged.Exec>("s0:c7")]
            [Allow<RangedPlace>(DirPerms.Rw, FilePerms.CreateSet | FilePerms.Write), RangeTransition<RangedPlace>("s0:c9", typeof(FilePerms))]
            public sealed class Ranges;
            [Domain, Role<SystemR>] public sealed class Ranged { [Entrypoint, FileContext("/usr/bin/ranged")] public sealed class Exec; }
            """,
            guest =>
            {
                Assert.Equal("system_u:system_r:ranged_t:s0:c7", guest.In("ranges_t", Step.Execute("/usr/bin/ranged")).Succeeds().Context);
                guest.Directory("/ranged-place", "ranged_place_t");
                guest.In("ranges_t", Step.Create("/ranged-place/a")).Succeeds();
                guest.Kernel.Run(null, Step.GetLabel("/ranged-place/a")).SaysText(Label("ranged_place_t", "s0:c9"));
            }),
    ];

    private static IEnumerable<KernelCase> Roles =>
    [
        new("A_user_has_roles_and_a_range_and_a_process_is_in_no_others",
            """
            [Role] public sealed class Guard;
            [Role] public sealed class Porter;
            [User(typeof(Guard), Range = "s0-s0:c0.c7")] public sealed class Watchman;
            [Domain, Role<Guard>, Role<Porter>] public sealed class Watches;
            """,
            guest =>
            {
                IsValid(guest, "watchman_u:guard_r:watches_t:s0:c3").Succeeds();
                IsInvalid(guest, "watchman_u:porter_r:watches_t:s0");
                IsInvalid(guest, "watchman_u:guard_r:watches_t:s0:c8");
                IsInvalid(guest, "watchman_u:guard_r:in_role_t:s0");
                IsValid(guest, "watchman_u:object_r:on_disk_t:s0").Succeeds();
            }),
        new("RoleAllow_lets_a_role_change_and_RoleTransition_changes_it_where_that_is_allowed",
            """
            [Role, RoleAllow<Master>, RoleTransition<Roled.Exec, Master>] public sealed class Apprentice;
            [Role] public sealed class Master;
            [Role, RoleTransition<Roled.Exec, Master>] public sealed class Outsider;
            [User(typeof(Apprentice), typeof(Master), typeof(Outsider))] public sealed class Worker;
            [Domain, Role<Apprentice>, Role<Outsider>, Role<Master>, Allow<Self>(ProcessPerms.Setexec), Allow<Bin>(DirPerms.SearchSet, FilePerms.Exec), DomainTransition<Roled>, Entrypoint<Bin>]
            [Allow<Self>(ProcessPerms.Transition, FdPerms.Use)] public sealed class Works : IMayChangeRoles;
            [Domain, Role<Master>, Role<Outsider>] public sealed class Roled { [Entrypoint, FileContext("/usr/bin/roled")] public sealed class Exec; }
            """,
            guest =>
            {
                Assert.Equal("worker_u:master_r:roled_t:s0", guest.In("worker_u:apprentice_r:works_t:s0", Step.Execute("/usr/bin/roled")).Succeeds().Context);
                guest.In("worker_u:apprentice_r:works_t:s0", Step.SetExecution("worker_u:master_r:works_t:s0"), Step.Execute("/usr/bin/ordinary")).Succeeds();
                guest.In("worker_u:master_r:works_t:s0", Step.SetExecution("worker_u:apprentice_r:works_t:s0"), Step.Execute("/usr/bin/ordinary")).IsDenied("transition", "works_t");

                // The transition alone: the role is taken, and the change is not allowed.
                guest.In("worker_u:outsider_r:works_t:s0", Step.Execute("/usr/bin/roled")).IsDenied("transition", "roled_t");
            }),
    ];
}
