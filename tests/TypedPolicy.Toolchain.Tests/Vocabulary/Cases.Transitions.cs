namespace TypedPolicy.Toolchain.Tests.Vocabulary;

/// <content>Transitions of types and ranges.</content>
public static partial class Cases
{
    private static IEnumerable<LinkedCase> Transitions =>
    [
        new("A_new_object_gets_a_type",
            """
            [FileType] public sealed class MadeFile;
            [Domain]
            [TypeTransition<Var, MadeFile>(typeof(FilePerms), typeof(DirPerms))]
            [TypeTransition<Etc, MadeFile>(typeof(FilePerms), Name = "made by.name")]
            [TypeTransition<Etc, MadeFile>(typeof(FilePerms), Name = "*a?[b]")]
            [TypeTransition<Self, MadeFile>(typeof(AnonInodePerms), Name = "[userfaultfd]")]
            [TypeChange<Device, MadeFile>(typeof(ChrFilePerms))]
            [TypeMember<Var, MadeFile>(typeof(DirPerms))]
            public sealed class Maker;
            """,
            """
            +file made_file_t
            +domain maker_t
            typetransition maker_t var_t file made_file_t
            typetransition maker_t var_t dir made_file_t
            typetransition maker_t etc_t file made by.name made_file_t
            typetransition maker_t etc_t file *a?[b] made_file_t
            typetransition maker_t maker_t anon_inode [userfaultfd] made_file_t
            typechange maker_t device_t chr_file made_file_t
            typemember maker_t var_t dir made_file_t
            """),
        new("A_domain_transition_brings_all_that_it_needs",
            """
            [Domain, DomainTransition<Bin, Started>(NoNewPrivileges = true)] public sealed class Starter;
            [Domain] public sealed class Started;
            """,
            """
            +domain starter_t started_t
            typetransition starter_t bin_t process started_t
            allow starter_t bin_t file execute getattr ioctl map open read
            allow starter_t started_t process transition
            allow starter_t started_t process2 nnp_transition nosuid_transition
            dontaudit starter_t started_t process noatsecure rlimitinh siginh
            allow started_t bin_t file entrypoint execute getattr ioctl lock map open read
            allow started_t starter_t fd use
            allow started_t starter_t fifo_file append getattr ioctl lock read write
            allow started_t starter_t process sigchld
            """),
        new("A_domain_transition_goes_through_the_one_entrypoint",
            """
            [Domain] public sealed class Single { [Entrypoint] public sealed class Exec; }
            [RulesFor<Init>, DomainTransition<Single>] public static class FromInit;
            """,
            """
            +domain single_t
            +exec single_exec_t
            typetransition init_t single_exec_t process single_t
            allow init_t single_exec_t file execute getattr ioctl map open read
            allow init_t single_t process transition
            dontaudit init_t single_t process noatsecure rlimitinh siginh
            allow single_t single_exec_t file entrypoint execute getattr ioctl lock map open read
            allow single_t init_t fd use
            allow single_t init_t fifo_file append getattr ioctl lock read write
            allow single_t init_t process sigchld
            """),
        new("A_range_transition_gives_another_range",
            """
            [Domain, RangeTransition<Bin>("s0:c1,c4.c7-s0:c0.c1023"), RangeTransition<Var>("s0", typeof(FilePerms))]
            public sealed class Ranger;
            """,
            """
            +domain ranger_t
            rangetransition ranger_t bin_t process ((s0 (c1 (range c4 c7))) (s0 ((range c0 c1023))))
            rangetransition ranger_t var_t file ((s0) (s0))
            """),
    ];
}
