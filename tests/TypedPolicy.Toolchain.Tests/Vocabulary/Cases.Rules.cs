namespace TypedPolicy.Toolchain.Tests.Vocabulary;

/// <content>Access rules.</content>
public static partial class Cases
{
    private static IEnumerable<LinkedCase> Rules =>
    [
        new("An_access_rule_grants_audits_or_hides_each_permission",
            """
            [Domain]
            [Allow<Etc>(FilePerms.Read | FilePerms.Open, DirPerms.Search)]
            [AuditAllow<Etc>(FilePerms.Read)]
            [DontAudit<Var>(FilePerms.Write, DirPerms.AddName)]
            [Allow<Self>(ProcessPerms.Fork, CapabilityPerms.Chown)]
            public sealed class Access;
            """,
            """
            +domain access_t
            allow access_t etc_t file read open
            allow access_t etc_t dir search
            auditallow access_t etc_t file read
            dontaudit access_t var_t file write
            dontaudit access_t var_t dir add_name
            allow access_t access_t process fork
            allow access_t access_t capability chown
            """),
        new("A_target_says_who_may_use_it",
            """
            [Domain]
            public sealed class Owned
            {
                [FileType]
                [AllowFrom<Owner>(FilePerms.Read)]
                [AuditAllowFrom<Init>(FilePerms.Append)]
                [DontAuditFrom<Initrc>(FilePerms.Write)]
                public sealed class State;
            }
            """,
            """
            +domain owned_t
            +file owned_state_t
            allow owned_t owned_state_t file read
            auditallow init_t owned_state_t file append
            dontaudit initrc_t owned_state_t file write
            """),
        new("Ioctl_requests_are_granted_one_by_one",
            """
            [Domain]
            [Allow<Device>(ChrFilePerms.Ioctl)]
            [AllowIoctl<Device, ChrFilePerms>("0x5401-0x5403, 0x8910")]
            [AuditAllowIoctl<Device, ChrFilePerms>("0x5401")]
            [DontAuditIoctl<Device, BlkFilePerms>("0x1261")]
            public sealed class Controls;
            """,
            """
            +domain controls_t
            allow controls_t device_t chr_file ioctl
            allowx controls_t device_t chr_file 0x5401
            allowx controls_t device_t chr_file 0x5402
            allowx controls_t device_t chr_file 0x5403
            allowx controls_t device_t chr_file 0x8910
            auditallow controls_t device_t chr_file ioctl
            auditallowx controls_t device_t chr_file 0x5401
            dontauditx controls_t device_t blk_file 0x1261
            """),
        new("An_assertion_that_holds_says_nothing_in_the_binary",
            """
            [Domain]
            [NeverAllow<Guarded>(FilePerms.Write)]
            [NeverAllowFrom<Init>(ProcessPerms.Ptrace)]
            [NeverAllowIoctl<Device, ChrFilePerms>("0x1-0xffff")]
            public sealed class Asserts;
            """,
            """
            +domain asserts_t
            """),
        new("A_justification_says_nothing_in_the_binary",
            """
            [Domain, Justified("TP5002", "It compiles code as it runs."), Allow<Self>(ProcessPerms.Execmem)]
            public sealed class Justifies;
            """,
            """
            +domain justifies_t
            allow justifies_t justifies_t process execmem
            """),
        new("Raw_CIL_says_what_it_says",
            """
            [Domain]
            [RawCil("(allow raw_t etc_t (file (read)))   ; a remark\n(typeattributeset base_group (raw_t))")]
            public sealed class Raw;
            """,
            """
            +domain raw_t
            +member raw_t base_group
            allow raw_t etc_t file read
            """),
    ];
}
