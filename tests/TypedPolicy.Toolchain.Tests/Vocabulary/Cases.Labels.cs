namespace TypedPolicy.Toolchain.Tests.Vocabulary;

/// <content>Labels.</content>
public static partial class Cases
{
    private static IEnumerable<LinkedCase> Labels =>
    [
        new("File_contexts_of_every_form_and_kind",
            """
            [User(typeof(SystemR), Range = "s0-s0:c0.c1023")] public sealed class Keeper;
            [FileType]
            [FileContext("/opt/app/a.b+c", FileKind.File)]
            [FileContext("/opt/app/any")]
            [FileContextTree("/opt/app.d/tree", FileKind.Directory)]
            [FileContextPattern("/opt/app/x[0-9]+", FileKind.Socket)]
            [FileContext("/opt/app/leveled", FileKind.Pipe, Level = "s0:c1,c3", User = typeof(Keeper))]
            [FileContext("/opt/app/ch", FileKind.CharacterDevice)]
            [FileContext("/opt/app/bl", FileKind.BlockDevice)]
            [FileContext("/opt/app/ln", FileKind.SymbolicLink)]
            [FileContextNone("/opt/app/none", Form = PathForm.Tree)]
            [FileContextTree("HOME_DIR/.app")]
            public sealed class Labelled;
            """,
            """
            +file labelled_t
            user keeper_u
            userrole keeper_u system_r
            userrole keeper_u object_r
            userlevel keeper_u (s0)
            userrange keeper_u ((s0) (s0 ((range c0 c1023))))
            filecon /opt/app/a\.b\+c -- system_u:object_r:labelled_t:s0
            filecon /opt/app/any system_u:object_r:labelled_t:s0
            filecon /opt/app\.d/tree(/.*)? -d system_u:object_r:labelled_t:s0
            filecon /opt/app/x[0-9]+ -s system_u:object_r:labelled_t:s0
            filecon /opt/app/leveled -p keeper_u:object_r:labelled_t:s0:c1,c3
            filecon /opt/app/ch -c system_u:object_r:labelled_t:s0
            filecon /opt/app/bl -b system_u:object_r:labelled_t:s0
            filecon /opt/app/ln -l system_u:object_r:labelled_t:s0
            filecon /opt/app/none(/.*)? <<none>>
            filecon HOME_DIR/\.app(/.*)? system_u:object_r:labelled_t:s0
            """),
        new("Labels_that_name_their_type_stand_anywhere",
            """
            [FileContext<Etc>("/opt/of/one"), FileContextTree<Etc>("/opt/of/tree"), FileContextPattern<Etc>("/opt/of/p.*", FileKind.File)]
            [Port<Elsewhere>(Protocol.Udp, 7001)]
            [Node<ElsewhereNode>("10.1.0.0", "255.255.0.0")]
            [Netif<ElsewhereNetif>("eth1")]
            [Genfs<Etc>("proc", "/elsewhere")]
            [FsUse<Etc>(FsUseKind.Task, "pipefs")]
            [InfinibandPkey<Elsewhere>("fe80::", 16, 16)]
            [InfinibandEndPort<Elsewhere>("mlx4_1", 2)]
            public static class Places;

            [PortType] public sealed class Elsewhere;
            [NodeType] public sealed class ElsewhereNode;
            [NetifType] public sealed class ElsewhereNetif;
            """,
            """
            +port elsewhere_t
            +node elsewhere_node_t
            +netif elsewhere_netif_t
            filecon /opt/of/one system_u:object_r:etc_t:s0
            filecon /opt/of/tree(/.*)? system_u:object_r:etc_t:s0
            filecon /opt/of/p.* -- system_u:object_r:etc_t:s0
            portcon udp 7001 (system_u object_r elsewhere_t ((s0) (s0)))
            nodecon (10.1.0.0) (255.255.0.0) (system_u object_r elsewhere_node_t ((s0) (s0)))
            netifcon eth1 (system_u object_r elsewhere_netif_t ((s0) (s0))) (system_u object_r elsewhere_netif_t ((s0) (s0)))
            genfscon proc "/elsewhere" (system_u object_r etc_t ((s0) (s0)))
            fsuse task pipefs (system_u object_r etc_t ((s0) (s0)))
            ibpkeycon fe80:: 16 (system_u object_r elsewhere_t ((s0) (s0)))
            ibendportcon mlx4_1 2 (system_u object_r elsewhere_t ((s0) (s0)))
            """),
        new("Labels_of_the_network_and_of_file_systems",
            """
            [PortType, Port(Protocol.Tcp, 61009, 61010), Port(Protocol.Dccp, 7002), Port(Protocol.Sctp, 7003, Level = "s0:c5")] public sealed class Harbour;
            [NodeType, Node("2001:db8::", "ffff:ffff::")] public sealed class Host;
            [NetifType, Netif("eth0", PacketType = typeof(Wire.Packet))] public sealed class Wire { [PolicyType] public sealed class Packet; }
            [FilesystemType, FsUse(FsUseKind.Xattr, "wirefs"), FsUse(FsUseKind.Transition, "wiretmp")] public sealed class Disk;
            [FilesystemType, Genfs("proc", "/wire"), Genfs("sysfs", "/wire", Kind = FileKind.Directory)] public sealed class Pseudo;
            [PolicyType, InfinibandPkey("fe80::", 1, 2), InfinibandEndPort("mlx4_0", 1)] public sealed class Fabric;
            """,
            """
            +port harbour_t
            +node host_t
            +netif wire_t
            +type wire_packet_t fabric_t
            +filesystem disk_t pseudo_t
            portcon tcp (61009 61010) (system_u object_r harbour_t ((s0) (s0)))
            portcon dccp 7002 (system_u object_r harbour_t ((s0) (s0)))
            portcon sctp 7003 (system_u object_r harbour_t ((s0 (c5)) (s0 (c5))))
            nodecon (2001:db8::) (ffff:ffff::) (system_u object_r host_t ((s0) (s0)))
            netifcon eth0 (system_u object_r wire_t ((s0) (s0))) (system_u object_r wire_packet_t ((s0) (s0)))
            fsuse xattr wirefs (system_u object_r disk_t ((s0) (s0)))
            fsuse trans wiretmp (system_u object_r disk_t ((s0) (s0)))
            genfscon proc "/wire" (system_u object_r pseudo_t ((s0) (s0)))
            genfscon sysfs "/wire" dir (system_u object_r pseudo_t ((s0) (s0)))
            ibpkeycon fe80:: (1 2) (system_u object_r fabric_t ((s0) (s0)))
            ibendportcon mlx4_0 1 (system_u object_r fabric_t ((s0) (s0)))
            """),
    ];

    private static IEnumerable<LinkedCase> OfTheAssembly =>
    [
        new("Container_contexts_name_types_of_the_policy",
            """
            [Domain, Role<SystemR>] public sealed class ContainerProcess;
            [FileType] public sealed class ContainerContent;
            """,
            """
            +domain container_process_t
            +file container_content_t
            roletype system_r container_process_t
            """,
            """
            [assembly: PolicyModule("vocabulary", Version = "1.0")]
            [assembly: ContainerContexts(Process = typeof(Cases.Container_contexts_name_types_of_the_policy.ContainerProcess), File = typeof(Cases.Container_contexts_name_types_of_the_policy.ContainerContent), Level = "s0")]
            """),
    ];
}
