using TypedPolicy.Guest;
using Xunit;

namespace TypedPolicy.Kernel.Tests.Vocabulary;

/// <content>Labels.</content>
public static partial class KernelCases
{
    private static IEnumerable<KernelCase> Labels =>
    [
        new("Files_get_the_labels_that_their_paths_have",
            """
            [FileType, FileContext("/srv/labels/exact"), FileContextTree("/srv/labels/tree"), FileContextPattern("/srv/labels/p[0-9]", FileKind.File)]
            [FileContext("/srv/labels/leveled", FileKind.File, Level = "s0:c1,c3"), FileContext("/srv/labels/tree", FileKind.File)]
            public sealed class Labelled;
            [FileType, FileContextNone("/srv/labels/none", Form = PathForm.Tree)] public sealed class Unlabelled;
            [FileType] public sealed class Elsewhere;
            [FileContext<Elsewhere>("/srv/labels/exact.more"), FileContextTree<Elsewhere>("/srv/labels/tree/a"), FileContextPattern<Elsewhere>("/srv/labels/p[a-z]")] public static class Places;
            """,
            guest =>
            {
                foreach (var (path, label) in ((string, string)[])
                [
                    ("/srv/labels/exact", Label("labelled_t")), ("/srv/labels/exact.more", Label("elsewhere_t")), ("/srv/labels/tree", Label("labelled_t")),
                    ("/srv/labels/tree/a/b", Label("elsewhere_t")), ("/srv/labels/p7", Label("labelled_t")), ("/srv/labels/px", Label("elsewhere_t")),
                    ("/srv/labels/leveled", Label("labelled_t", "s0:c1,c3")),
                ])
                {
                    guest.Kernel.Run(null, Step.GetLabel(path)).SaysText(label);
                }

                // What setfiles leaves alone has the label that it was made with.
                Assert.DoesNotContain("var_t", guest.Kernel.Run(null, Step.GetLabel("/srv/labels/none/a")).Succeeds().Text, StringComparison.Ordinal);
            }),
        new("A_port_has_its_type",
            """
            [PortType, Port(Protocol.Tcp, 61101, 61102), Port(Protocol.Udp, 61103)] public sealed class Harbour;
            [PortType] public sealed class OtherHarbour;
            [Port<OtherHarbour>(Protocol.Tcp, 61104)] public static class MorePorts;
            [Domain, Role<SystemR>, Allow<Self>(TcpSocketPerms.CreateStream, UdpSocketPerms.CreateSet), Allow<AnyAddress>(TcpSocketPerms.NodeBind, UdpSocketPerms.NodeBind)]
            [Allow<Harbour>(TcpSocketPerms.NameBind, UdpSocketPerms.NameBind)]
            public sealed class Sails;
            """,
            guest =>
            {
                guest.In("sails_t", Step.Bind("tcp", 61101), Step.Bind("tcp", 61102), Step.Bind("udp", 61103)).Succeeds();
                guest.In("sails_t", Step.Bind("udp", 61101)).IsDenied("name_bind", "unreserved_port_t");
                guest.In("sails_t", Step.Bind("tcp", 61104)).IsDenied("name_bind", "other_harbour_t");
            }),
        new("An_address_has_its_type",
            """
            [NodeType, Node("127.0.7.0", "255.255.255.0")] public sealed class Pier;
            [NodeType] public sealed class OtherPier;
            [Node<OtherPier>("127.0.8.0", "255.255.255.0")] public static class MoreNodes;
            [PortType, Port(Protocol.Tcp, 61105)] public sealed class PierPort;
            [Domain, Role<SystemR>, Allow<Self>(TcpSocketPerms.CreateStream), Allow<PierPort>(TcpSocketPerms.NameBind), Allow<Pier>(TcpSocketPerms.NodeBind)] public sealed class Moors;
            """,
            guest =>
            {
                guest.In("moors_t", Step.Bind("tcp", "127.0.7.1", 61105)).Succeeds();
                guest.In("moors_t", Step.Bind("tcp", "127.0.8.1", 61105)).IsDenied("node_bind", "other_pier_t");
                guest.In("moors_t", Step.Bind("tcp", "127.0.0.1", 61105)).IsDenied("node_bind", "node_t");
            }),
        new("A_file_system_and_a_file_of_the_kernel_have_their_types",
            """
            [FilesystemType, FsUse(FsUseKind.Transition, "debugfs")] public sealed class Quick;
            [FilesystemType, Genfs("proc", "/version")] public sealed class Version;
            [FilesystemType] public sealed class Swaps;
            [Genfs<Swaps>("proc", "/swaps")] public static class MoreFiles;
            """,
            guest =>
            {
                guest.Kernel.Run(null, Step.CreateDirectory("/quick"), Step.Mount("debugfs", "/quick", "debugfs")).Succeeds();
                guest.Kernel.Run(null, Step.GetLabel("/quick")).SaysText(Label("quick_t"));
                guest.Kernel.Run(null, Step.GetLabel("/proc/version")).SaysText(Label("version_t"));
                guest.Kernel.Run(null, Step.GetLabel("/proc/swaps")).SaysText(Label("swaps_t"));
            }),
    ];
}
