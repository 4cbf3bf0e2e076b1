namespace TypedPolicy.Toolchain.Tests.Vocabulary;

/// <content>Types, attributes and their members.</content>
public static partial class Cases
{
    private static IEnumerable<LinkedCase> Declarations =>
    [
        new("A_type_of_each_kind_joins_what_the_base_gives_its_kind",
            """
            [Domain] public sealed class KindDomain;
            [FileType] public sealed class KindFile;
            [PortType] public sealed class KindPort;
            [NodeType] public sealed class KindNode;
            [NetifType] public sealed class KindNetif;
            [FilesystemType] public sealed class KindFilesystem;
            [PolicyType] public sealed class KindNone;
            """,
            """
            +domain kind_domain_t
            +file kind_file_t
            +port kind_port_t
            +node kind_node_t
            +netif kind_netif_t
            +filesystem kind_filesystem_t
            +type kind_none_t
            """),
        new("A_name_of_its_own_stands_as_it_is",
            """
            [Domain("named_domain")] public sealed class X;
            [FileType("named-file-1")] public sealed class Y;
            """,
            """
            +domain named_domain
            +file named-file-1
            """),
        new("A_member_of_an_attribute_is_a_member_of_all_that_it_extends",
            """
            [TypeAttribute] public interface IWhole : IBaseGroup;
            [TypeAttribute] public interface IPart : IWhole;
            [Domain, Allow<IWhole>(ProcessPerms.Signal), Allow<IPart>(ProcessPerms.Signull)] public sealed class Watcher;
            [Domain] public sealed class PartMember : IPart;
            [Domain] public sealed class WholeMember : IWhole;
            """,
            """
            +domain watcher_t part_member_t whole_member_t
            +member part_member_t base_group
            +member whole_member_t base_group
            allow watcher_t part_member_t process signal signull
            allow watcher_t whole_member_t process signal
            """),
        new("A_foreign_type_can_be_made_a_member",
            """
            [TypeAttribute] public interface IOurs;
            [RulesFor<Initrc>, MemberOf<IOurs>] public static class Foreign;
            [Domain, MemberOf<IBaseGroup>, Allow<IOurs>(ProcessPerms.Sigchld)] public sealed class Joins;
            """,
            """
            +domain joins_t
            +member joins_t base_group
            allow joins_t initrc_t process sigchld
            """),
        new("An_entrypoint_is_an_executable_of_its_domain",
            """
            [Domain, Entrypoint<Bin>]
            public sealed class Enters
            {
                [Entrypoint] public sealed class Exec;
            }
            """,
            """
            +domain enters_t
            +exec enters_exec_t
            allow enters_t enters_exec_t file entrypoint execute getattr ioctl lock map open read
            allow enters_t bin_t file entrypoint execute getattr ioctl lock map open read
            """),
        new("A_template_makes_its_types_for_each_derived_class",
            """
            [Template, Allow<Shape<Self>.State>(FilePerms.Read)]
            public abstract class Shape<TSelf>
            {
                [FileType] public sealed class State;
            }

            [Domain] public sealed class Circle : Shape<Circle>;
            [Domain, Allow<Circle.State>(FilePerms.Append)] public sealed class Square : Shape<Square>;
            """,
            """
            +domain circle_t square_t
            +file circle_state_t square_state_t
            allow circle_t circle_state_t file read
            allow square_t square_state_t file read
            allow square_t circle_state_t file append
            """),
        new("An_alias_is_another_name_of_the_type",
            """
            [FileType, Alias("renamed_old_t")] public sealed class Renamed;
            [External("renamed_old_t")] public sealed class OldName;
            [Domain, Allow<OldName>(FilePerms.Read)] public sealed class ReadsOld;
            """,
            """
            +file renamed_t
            +domain reads_old_t
            typealiasactual renamed_old_t renamed_t
            allow reads_old_t renamed_t file read
            """),
        new("Bounds_and_permissive_are_in_the_binary",
            """
            [Domain, Allow<Etc>(FilePerms.Read)] public sealed class Parent;
            [Domain, Bounds<Parent>, Permissive, Allow<Etc>(FilePerms.Read)] public sealed class Child;
            """,
            """
            +domain parent_t child_t
            allow parent_t etc_t file read
            allow child_t etc_t file read
            typebounds parent_t child_t
            typepermissive child_t
            """),
    ];

    private static IEnumerable<LinkedCase> Sets =>
    [
        new("A_set_holds_what_its_expression_says",
            """
            [TypeAttribute] public interface ILeft;
            [TypeAttribute] public interface IRight;
            [FileType] public sealed class LeftOnly : ILeft;
            [FileType] public sealed class Both : ILeft, IRight;
            [FileType] public sealed class RightOnly : IRight;
            [TypeAttribute, Include<ILeft>, Include<IRight>, Exclude<Both>] public interface IEither;
            [TypeAttribute, Include<ILeft>, Intersect<IRight>] public interface ICommon;
            [TypeAttribute, All, Exclude<IDomain>, Intersect<IRight>] public interface INoDomain;
            [Domain, Allow<IEither>(FilePerms.Read), Allow<ICommon>(FilePerms.Write), Allow<INoDomain>(FilePerms.Append)] public sealed class SetReader;
            """,
            """
            +file left_only_t both_t right_only_t
            +domain set_reader_t
            allow set_reader_t left_only_t file read
            allow set_reader_t right_only_t file read
            allow set_reader_t both_t file write
            allow set_reader_t both_t file append
            allow set_reader_t right_only_t file append
            """),
        new("A_set_that_extends_an_attribute_puts_its_members_there",
            """
            [TypeAttribute, Include<SetMember>] public interface ISet : IBaseGroup;
            [PolicyType] public sealed class SetMember;
            """,
            """
            +type set_member_t
            +member set_member_t base_group
            """),
        new("Expansion_changes_how_a_rule_is_stored_and_not_what_it_says",
            """
            [TypeAttribute(Expand = Expansion.Always)] public interface IExpanded;
            [TypeAttribute(Expand = Expansion.Never)] public interface IKept;
            [Domain, Allow<IExpanded>(FilePerms.Read), Allow<IKept>(FilePerms.Write)] public sealed class ExpandReader;
            [PolicyType] public sealed class ExpandOne : IExpanded, IKept;
            [PolicyType] public sealed class ExpandTwo : IExpanded;
            """,
            """
            +domain expand_reader_t
            +type expand_one_t expand_two_t
            allow expand_reader_t expand_one_t file read write
            allow expand_reader_t expand_two_t file read
            """),
    ];
}
