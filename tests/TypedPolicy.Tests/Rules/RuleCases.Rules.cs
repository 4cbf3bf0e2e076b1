using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.Tests.Rules;

public static partial class RuleCases
{
    /// <summary>Cases of rules and their permissions.</summary>
    private static RuleCase[] Rules =>
    [
        new(
            DiagnosticId.UnknownPermission,
            "no permission",
            """[Domain, Allow<Self>()] class A;""",
            ["(1,10): No permission is given. Write at least one, such as FilePerms.Read."],
            """[Domain, Allow<Self>(FilePerms.Read)] class A;"""),
        new(
            DiagnosticId.UnknownPermission,
            "a permission that its class has not",
            """[Domain, Allow<Self>((FdPerms)64)] class A;""",
            ["(1,22): This value of FdPerms holds no permission, or one that the class fd does not have. Write its members by name."],
            """[Domain, Allow<Self>(FdPerms.Use)] class A;"""),
        new(
            DiagnosticId.UnknownPermission,
            "a text for a permission of another class",
            """[Domain, Allow<Self>("sys_admin")] class A;""",
            ["(1,22): A string is not a permission. Write a member of a permission enum, such as CapabilityPerms.SysAdmin."],
            """[Domain, Allow<Self>(CapabilityPerms.SysAdmin)] class A;"""),
        new(
            DiagnosticId.UnknownPermission,
            "a text that is nearly a permission of files",
            """[Domain, Allow<Self>("unlnik")] class A;""",
            ["(1,22): A string is not a permission. Write a member of a permission enum, such as FilePerms.Unlink."],
            """[Domain, Allow<Self>(FilePerms.Unlink)] class A;"""),
        new(
            DiagnosticId.UnknownPermission,
            "a text that is no permission by far",
            """[Domain, Allow<Self>("everything there is")] class A;""",
            ["(1,22): A string is not a permission. Write a member of a permission enum, such as FilePerms.Read."],
            """[Domain, Allow<Self>(FilePerms.Read)] class A;"""),
        new(
            DiagnosticId.UnknownPermission,
            "a permission in raw CIL that its class does not have",
            """[Domain, RawCil("(allow a_t self (file (read red)))")] class A;""",
            ["(1,46): The object class file has no permission 'red'. Did you mean 'read'?"],
            """[Domain, RawCil("(allow red self (file (read)))")] class A;"""),
        new(
            DiagnosticId.UnknownPermission,
            "an object class in raw CIL that nothing declares",
            """[Domain, RawCil("(optional o (allow fille self (fille (read))))")] class A;""",
            ["(1,49): Unknown object class 'fille'. Did you mean 'file'?"],
            """[assembly: RawCil("(class fille (read)) (classorder (unordered fille))")] [Domain, RawCil("(optional o (allow fille self (fille (read))))")] class A;"""),
        new(
            DiagnosticId.UnknownPermission,
            "classes and permissions in the other statements of raw CIL",
            """[Domain, RawCil("(allow a_t self (file (not (red)))) (allowx a_t self (ioctl chr_fil (0x5400))) (typetransition a_t a_t proces b_t) (mlsconstrain (dir (serch)) (eq u1 u2)) (booleanif can (true (dontaudit a_t self (fd (used))))) ; (file (red))")] class A;""",
            [
            "(1,46): The object class file has no permission 'red'. Did you mean 'read'?",
            "(1,78): Unknown object class 'chr_fil'. Did you mean 'chr_file'?",
            "(1,121): Unknown object class 'proces'. Did you mean 'process'?",
            "(1,153): The object class dir has no permission 'serch'. Did you mean 'search'?",
            "(1,219): The object class fd has no permission 'used'. Did you mean 'use'?",
            ],
            """[Domain, RawCil("(allow a_t self (file (not (read)))) (macro m ((class c) (classpermission p)) (allow a_t self (c (anything))) (allow a_t self p)) (classpermission q) (classpermissionset q (file (all))) (allow a_t self q)")] class A;"""),
        new(
            DiagnosticId.UnknownPermission,
            "a class of raw CIL that an enum declares",
            """[External, ObjectClass] enum LampPerms { Switch = 1 } [Domain, RawCil("(allow a_t self (lamp (swich)))")] class A;""",
            ["(1,95): The object class lamp has no permission 'swich'. Did you mean 'switch'?"],
            """[External, ObjectClass] enum LampPerms { Switch = 1 } [Domain, RawCil("(allow a_t self (lamp (switch)))")] class A;"""),
        new(
            DiagnosticId.UnknownPermission,
            "a permission in raw CIL that kernels no longer check, of a class that never had it",
            """[Domain, RawCil("(allow a_t self (dir (tcp_send)))")] class A;""",
            ["(1,40): The object class dir has no permission 'tcp_send'."],
            """[Domain, RawCil("(allow a_t self (netif (tcp_send))) (allow a_t self (udp_socket (send_msg))) (allow a_t self (file (swapon)))")] class A;"""),
        new(
            DiagnosticId.UnknownPermission,
            "a text for a permission",
            """[Domain, Allow<Self>("raed")] class A;""",
            ["(1,22): A string is not a permission. Write a member of a permission enum, such as FilePerms.Read."],
            """[Domain, Allow<Self>(FilePerms.Read)] class A;"""),
        new(
            DiagnosticId.UnknownPermission,
            "an enum that is no class",
            """enum E { Read } [Domain, Allow<Self>(E.Read)] class A;""",
            ["(1,38): E is not a permission enum. Put [ObjectClass], [ClassMap], [ClassPermission] or [External] on it, or use another one."],
            """[External("e")] enum E { Read = 1 } [Domain, Allow<Self>(E.Read)] class A;"""),
        new(
            DiagnosticId.UnknownPermission,
            "a class map without a mapping",
            """[ClassMap] enum M { Read }""",
            ["(1,21): M.Read has no permissions. Add [ClassMapping(FilePerms.Read, …)]."],
            """[ClassMap] enum M { [ClassMapping(FilePerms.Read)] Read }"""),
        new(
            DiagnosticId.UnknownPermission,
            "no class for a transition",
            Names + """[Domain, TypeTransition<Etc, Tmp>()] class A;""",
            ["(1,72): No object class is given. Name at least one by its permissions, such as typeof(FilePerms)."],
            Names + """[Domain, TypeTransition<Etc, Tmp>(typeof(FilePerms))] class A;"""),
        new(
            DiagnosticId.InvalidIoctlRequest,
            "ioctl requests upside down",
            """[Domain, AllowIoctl<Self, FilePerms>("5-1")] class A;""",
            ["(1,39): The range descends, and secilc would accept it silently; write '1-5'."],
            """[Domain, AllowIoctl<Self, FilePerms>("1-5")] class A;"""),
        new(
            DiagnosticId.InvalidIoctlRequest,
            "an ioctl request over 16 bits",
            """[Domain, AllowIoctl<Self, FilePerms>("0x1, 0x10000")] class A;""",
            ["(1,44): A request number has 16 bits, the type and the number without direction and size; write '0x0000'."],
            """[Domain, AllowIoctl<Self, FilePerms>("0x1, 0xffff")] class A;"""),
        new(
            DiagnosticId.NeverAllowViolated,
            "what a neverallow of the policy forbids",
            """[FileType] class F; [TypeAttribute, NeverAllow<F>(FilePerms.Write)] interface IReader; [Domain, Allow<F>(FilePerms.Append, FilePerms.Write)] class A : IReader;""",
            ["(1,97): This allows a_t write on f_t (file), and a neverallow of this policy forbids it. Take the rule out, or the type out of one of the two."],
            """[FileType] class F; [TypeAttribute, NeverAllow<F>(FilePerms.Write)] interface IReader; [Domain, Allow<F>(FilePerms.Append)] class A : IReader; [Domain, Allow<F>(FilePerms.Write)] class B;"""),
        new(
            DiagnosticId.NeverAllowViolated,
            "what a neverallow on the type itself forbids",
            """[TypeAttribute, NeverAllow<Self>(ProcessPerms.Execmem)] interface IStrict; [Domain, Allow<A>(ProcessPerms.Execmem)] class A : IStrict;""",
            ["(1,85): This allows a_t execmem on a_t (process), and a neverallow of this policy forbids it. Take the rule out, or the type out of one of the two."],
            """[TypeAttribute, NeverAllow<Self>(ProcessPerms.Execmem)] interface IStrict; [Domain, Allow<B>(ProcessPerms.Execmem)] class A : IStrict; [Domain] class B;"""),
        new(
            DiagnosticId.NeverAllowViolated,
            "what neverallows of two types forbid their attribute",
            """[FileType] class F; [TypeAttribute, Allow<F>(FilePerms.Write)] interface IWriter; [Domain, NeverAllow<F>(FilePerms.Write)] class B : IWriter; [Domain, NeverAllow<F>(FilePerms.Write)] class A : IWriter;""",
            ["(1,37): This allows a_t write on f_t (file), and a neverallow of this policy forbids it. Take the rule out, or the type out of one of the two.", "(1,37): This allows b_t write on f_t (file), and a neverallow of this policy forbids it. Take the rule out, or the type out of one of the two."],
            """[FileType] class F; [TypeAttribute, Allow<F>(FilePerms.Write)] interface IWriter; [Domain, NeverAllow<F>(FilePerms.Write)] class B; [Domain, NeverAllow<F>(FilePerms.Write)] class A;"""),
        new(
            DiagnosticId.NeverAllowViolated,
            "an ioctl that a neverallow of the policy forbids",
            """[FileType] class F; [Domain, NeverAllowIoctl<F, FilePerms>("0x10-0x1f"), AllowIoctl<F, FilePerms>("0x1a, 0x20"), Allow<F>(FilePerms.Ioctl)] class A;""",
            ["(1,74): This allows a_t the ioctl 0x001a on f_t (file), and a neverallow of this policy forbids it. Take the rule out, or the type out of one of the two."],
            """[FileType] class F; [Domain, NeverAllowIoctl<F, FilePerms>("0x10-0x1f"), AllowIoctl<F, FilePerms>("0x20"), Allow<F>(FilePerms.Ioctl)] class A;"""),
        new(
            DiagnosticId.UnreadableCil,
            "CIL that is not closed",
            """[Domain, RawCil("(allow a_t")] class A;""",
            ["(1,18): The CIL cannot be read: a parenthesis is not closed (character 1)."],
            """[Domain, RawCil("(allow a_t a_t (file (read)))")] class A;"""),
        new(
            DiagnosticId.UnreadableCil,
            "CIL that is no statement",
            """[Domain, RawCil("allow")] class A;""",
            ["(1,17): 'allow' is not a CIL statement. A statement is a list that begins with a keyword, such as (allow a b (file (read)))."],
            """[Domain, RawCil("(allow a_t a_t (file (read)))")] class A;"""),
        new(
            DiagnosticId.UnreadableCil,
            "CIL that says nothing",
            """[Domain, RawCil("; nothing")] class A;""",
            ["(1,17): The CIL holds no statement. Write one, such as (allow a b (file (read))), or take the attribute out."],
            """[Domain, RawCil("(allow a_t a_t (file (read))) ; read")] class A;"""),
        new(
            DiagnosticId.UnreadableCil,
            "a constraint that compares nothing",
            """[assembly: Constrain("(same u1 u2)", FilePerms.Read)]""",
            ["(1,22): The expression cannot be read: 'same' is neither a comparison (eq, neq, dom, domby, incomp) nor and, or, not."],
            """[assembly: Constrain("(eq u1 u2)", FilePerms.Read)]"""),
    ];
}
