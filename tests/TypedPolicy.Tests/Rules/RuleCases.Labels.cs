using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.Tests.Rules;

public static partial class RuleCases
{
    /// <summary>Cases of transitions and labels.</summary>
    private static RuleCase[] Labels =>
    [
        new(
            DiagnosticId.ConflictingTransitions,
            "two results of one transition",
            Names + "[Domain, TypeTransition<Etc, Tmp>(typeof(FilePerms)),\n TypeTransition<Etc, Etc>(typeof(FilePerms))] class A;",
            [
            "(1,72): For a_t and etc_t:file this type transition gives tmp_t, and another one gives etc_t. Keep one of them, or tell them apart by type or file name.",
            "(2,2): For a_t and etc_t:file this type transition gives etc_t, and another one gives tmp_t. Keep one of them, or tell them apart by type or file name."],
            Names + """[Domain, TypeTransition<Etc, Tmp>(typeof(FilePerms)), TypeTransition<Etc, Etc>(typeof(FilePerms), Name = "x")] class A;"""),
        new(
            DiagnosticId.ConflictingTransitions,
            "two results through an attribute",
            Names + "[TypeAttribute, TypeTransition<Etc, Etc>(typeof(FilePerms))] interface IA;\n[Domain, TypeTransition<Etc, Tmp>(typeof(FilePerms))] class A : IA;",
            [
            "(1,79): For a_t and etc_t:file this type transition gives etc_t, and another one gives tmp_t. Keep one of them, or tell them apart by type or file name.",
            "(2,10): For a_t and etc_t:file this type transition gives tmp_t, and another one gives etc_t. Keep one of them, or tell them apart by type or file name."],
            Names + """[TypeAttribute, TypeTransition<Etc, Etc>(typeof(FilePerms))] interface IA; [Domain, TypeTransition<Etc, Tmp>(typeof(FilePerms))] class A;"""),
        new(
            DiagnosticId.ImpossibleFileName,
            "a path for the name of a file",
            Names + """[Domain, TypeTransition<Etc, Tmp>(typeof(FilePerms), Name = "a/b")] class A;""",
            ["""(1,72): The file name of a transition contains '/', which no file name does. Write the last part of the path, such as "planet.sock"; it is compared letter by letter."""],
            Names + """[Domain, TypeTransition<Etc, Tmp>(typeof(FilePerms), Name = "a.b"), TypeTransition<Etc, Tmp>(typeof(FilePerms), Name = "*a?[b]{c} \\é;()'#")] class A;"""),
        new(
            DiagnosticId.ImpossibleFileName,
            "a path through an interface",
            Names + """[PolicyInterface, TypeTransition<Arg1, Arg2>(typeof(FilePerms), Name = Param1.Value)] class RAttribute<D, F>(string name) : PolicyInterfaceAttribute; [Domain, R<Etc, Tmp>("x/d")] class A;""",
            ["""(1,222): The file name of a transition contains '/', which no file name does. Write the last part of the path, such as "planet.sock"; it is compared letter by letter."""],
            Names + """[PolicyInterface, TypeTransition<Arg1, Arg2>(typeof(FilePerms), Name = Param1.Value)] class RAttribute<D, F>(string name) : PolicyInterfaceAttribute; [Domain, R<Etc, Tmp>("*.d")] class A;"""),
        new(
            DiagnosticId.NotOneEntrypoint,
            "a domain without an entrypoint",
            """[Domain, DomainTransition<B>] class A; [Domain] class B;""",
            ["(1,27): b_t has no entrypoint, but [DomainTransition<B>] needs exactly one. Name the executable: [DomainTransition<TExec, B>]."],
            """[Domain, DomainTransition<B>] class A; [Domain] class B { [Entrypoint] public class Exec; }"""),
        new(
            DiagnosticId.NotOneEntrypoint,
            "a domain with two entrypoints",
            """[Domain, DomainTransition<B>] class A; [Domain] class B { [Entrypoint] public class Exec; [Entrypoint] public class Other; }""",
            ["(1,27): b_t has 2 entrypoints (b_exec_t, b_other_t), but [DomainTransition<B>] needs exactly one. Name the executable: [DomainTransition<TExec, B>]."],
            """[Domain, DomainTransition<B.Exec, B>] class A; [Domain] class B { [Entrypoint] public class Exec; [Entrypoint] public class Other; }"""),
        new(
            DiagnosticId.InvalidPathPattern,
            "a pattern that cannot be read",
            """[FileType, FileContextPattern("/a(b")] class A;""",
            ["(1,34): This '(' is never closed; add ')', or write '\\(' for the character."],
            """[FileType, FileContextPattern("/a(b)?")] class A;"""),
        new(
            DiagnosticId.PatternNotAnchored,
            "a pattern that is not anchored",
            """[FileType, FileContextPattern("/a|/b")] class A;""",
            ["(1,32): A '|' outside a group splits the pattern from its anchors, and each part then matches inside any path; put the alternatives in a group, or write two labels."],
            """[FileType, FileContextPattern("/(a|b)")] class A;"""),
        new(
            DiagnosticId.PatternNeverMatches,
            "a path that is not absolute",
            """[FileType, FileContext("srv")] class A;""",
            ["(1,25): The path is relative, and every path that is looked up is absolute; begin it with '/', HOME_DIR or HOME_ROOT."],
            """[FileType, FileContext("/srv")] class A;"""),
        new(
            DiagnosticId.PatternNeverMatches,
            "a path that ends in a slash",
            """[FileType, FileContext("/srv/")] class A;""",
            ["(1,29): A path that is looked up has no slash at its end; leave it out, or label the directory with its contents."],
            """[FileType, FileContextTree("/srv")] class A;"""),
        new(
            DiagnosticId.ConflictingLabels,
            "two labels for one path",
            "[FileType, FileContext(\"/srv\")] class A;\n[FileType, FileContext(\"/srv\")] class B;",
            [
            "(1,12): /srv (any) is labelled system_u:object_r:a_t:s0 here and system_u:object_r:b_t:s0 elsewhere. Keep one of them.",
            "(2,12): /srv (any) is labelled system_u:object_r:b_t:s0 here and system_u:object_r:a_t:s0 elsewhere. Keep one of them."],
            """[FileType, FileContext("/srv", FileKind.File)] class A; [FileType, FileContext("/srv", FileKind.Directory)] class B;"""),
        new(
            DiagnosticId.LabelIsDomainOrAttribute,
            "a domain for a label",
            """[Domain, FileContext("/srv")] class A;""",
            ["(1,10): a_t is a domain, the type of processes, and cannot label an object. Label it with a type made for it, such as a [FileType]."],
            """[FileType, FileContext("/srv")] class A;"""),
        new(
            DiagnosticId.LabelIsDomainOrAttribute,
            "an attribute for a label",
            """[TypeAttribute, FileContext("/srv")] interface IA;""",
            ["(1,17): a is an attribute, and a label takes one type. Write one of its members."],
            """[FileType, FileContext("/srv")] class A;"""),
        new(
            DiagnosticId.InvalidGenfsPath,
            "a pattern for a genfs path",
            """[PolicyType, Genfs("proc", "/a*")] class A;""",
            ["(1,31): The path of a genfs label is not a pattern: it matches all paths that begin with it. Write it without '*'."],
            """[PolicyType, Genfs("proc", "/a")] class A;"""),
        new(
            DiagnosticId.InvalidGenfsPath,
            "a relative genfs path",
            """[PolicyType, Genfs("proc", "a")] class A;""",
            ["(1,28): The path of a genfs label must begin with '/'. Write the path from the root of the file system."],
            """[PolicyType, Genfs("proc", "/")] class A;"""),
        new(
            DiagnosticId.InvalidLevel,
            "a level that cannot be read",
            """[FileType, FileContext("/srv", Level = "secret")] class A;""",
            ["(1,12): 'secret' is not a sensitivity: write s0 to s15, by number, since names such as SystemHigh are translated by each machine."],
            """[FileType, FileContext("/srv", Level = "s0:c1.c5")] class A;"""),
        new(
            DiagnosticId.InvalidLevel,
            "a range upside down",
            """[Domain, RangeTransition<Self>("s1-s0")] class A;""",
            ["(1,32): The high level 's0' does not dominate the low level 's1': its sensitivity must be at least as high, and it must have all categories of the low level."],
            """[Domain, RangeTransition<Self>("s0-s1")] class A;"""),
        new(
            DiagnosticId.InvalidPort,
            "a port over 65535",
            """[PortType, Port(Protocol.Tcp, 80800)] class P;""",
            ["(1,31): There is no port 80800: ports go from 1 to 65535."],
            """[PortType, Port(Protocol.Tcp, 8080)] class P;"""),
        new(
            DiagnosticId.InvalidPort,
            "ports upside down",
            """[PortType, Port(Protocol.Tcp, 90, 80)] class P;""",
            ["(1,31): The range descends: write 80, 90."],
            """[PortType, Port(Protocol.Tcp, 80, 90)] class P;"""),
        new(
            DiagnosticId.InvalidPort,
            "partition keys over 16 bits",
            """[PolicyType, InfinibandPkey("fe80::", 0, 65536)] class P;""",
            ["(1,39): There is no partition key 65536: partition keys go from 0 to 65535."],
            """[PolicyType, InfinibandPkey("fe80::", 0, 65535)] class P;"""),
        new(
            DiagnosticId.ConflictingNetworkLabels,
            "one port with two labels",
            "[PortType, Port(Protocol.Tcp, 80)] class P;\n[PortType, Port(Protocol.Tcp, 80)] class Q;",
            [
            "(1,12): The tcp port 80 is labelled system_u:object_r:p_t:s0 here and system_u:object_r:q_t:s0 elsewhere. Keep one of them.",
            "(2,12): The tcp port 80 is labelled system_u:object_r:q_t:s0 here and system_u:object_r:p_t:s0 elsewhere. Keep one of them."],
            """[PortType, Port(Protocol.Tcp, 80)] class P; [PortType, Port(Protocol.Udp, 80)] class Q;"""),
        new(
            DiagnosticId.InvalidAddress,
            "an address that cannot be read",
            """[NodeType, Node("10.1.1.256", "255.0.0.0")] class P;""",
            ["(1,17): '10.1.1.256' is not an address: write four decimal numbers as in 192.0.2.0, or an IPv6 address as in 2001:db8::, without zone or prefix length."],
            """[NodeType, Node("10.0.0.0", "255.0.0.0")] class P;"""),
        new(
            DiagnosticId.InvalidAddress,
            "a network interface that is no name",
            """[NetifType, Netif("eth 0")] class P;""",
            ["(1,19): 'eth 0' is not the name of a network interface: letters, digits and _ - . : @ make one."],
            """[NetifType, Netif("eth0")] class P;"""),
    ];
}
