namespace TypedPolicy.Toolchain.Tests.Vocabulary;

/// <content>Constraints and defaults.</content>
public static partial class Cases
{
    private static IEnumerable<LinkedCase> Constraints =>
    [
        // checkpolicy prints every validatetrans of an MLS policy as mlsvalidatetrans: the binary keeps no difference.
        new("A_constraint_binds_the_permissions",
            """
            [Domain]
            [Constrain("(or (eq u1 u2) (eq t1 constrained_t))", FilePerms.Create | FilePerms.Relabelto)]
            [MlsConstrain("(or (dom h1 h2) (eq t1 constrained_t))", DirPerms.Search)]
            [ValidateTransition("(or (eq u1 u2) (eq t3 constrained_t))", typeof(SockFilePerms))]
            [MlsValidateTransition("(or (eq l1 l2) (eq t3 constrained_t))", typeof(FifoFilePerms))]
            public sealed class Constrained;
            """,
            """
            +domain constrained_t
            constrain (file (create relabelto)) (or (eq u1 u2) (eq t1 constrained_t))
            mlsconstrain (dir (search)) (or (dom h1 h2) (eq t1 constrained_t))
            mlsvalidatetrans sock_file (or (eq u1 u2) (eq t3 constrained_t))
            mlsvalidatetrans fifo_file (or (eq l1 l2) (eq t3 constrained_t))
            """),
        new("A_new_object_takes_a_part_of_its_context_from_its_maker_or_its_place",
            "",
            """
            defaultuser lnk_file source
            defaultrole lnk_file target
            defaulttype lnk_file source
            defaultrange lnk_file source low
            defaultrange packet target low-high
            """,
            """
            [assembly: DefaultUser(DefaultFrom.Source, typeof(LnkFilePerms))]
            [assembly: DefaultRole(DefaultFrom.Target, typeof(LnkFilePerms))]
            [assembly: DefaultType(DefaultFrom.Source, typeof(LnkFilePerms))]
            [assembly: DefaultRange(DefaultFrom.Source, RangePart.Low, typeof(LnkFilePerms))]
            [assembly: DefaultRange(DefaultFrom.Target, RangePart.LowHigh, typeof(PacketPerms))]
            """),
    ];
}
