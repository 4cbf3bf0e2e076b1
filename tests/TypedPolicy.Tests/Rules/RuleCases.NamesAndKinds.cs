using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.Tests.Rules;

public static partial class RuleCases
{
    /// <summary>Cases of names.</summary>
    private static RuleCase[] NamesAndKinds =>
    [
        new(
            DiagnosticId.NameDeclaredTwice,
            "two classes with one SELinux name",
            "[Domain(\"x_t\")] class A;\n[FileType(\"x_t\")] class B;",
            [
            "(1,23): The type x_t is declared twice, by A and by B. Rename one of them, or make one of them [External].",
            "(2,25): The type x_t is declared twice, by B and by A. Rename one of them, or make one of them [External]."],
            """[Domain("x_t")] class A; [External("x_t")] class B;"""),
        new(
            DiagnosticId.NameDeclaredTwice,
            "an alias that is a type",
            """[Domain, Alias("b_t")] class A; [Domain] class B;""",
            [
            "(1,10): The type b_t is declared twice, by the alias of A and by B. Rename one of them, or make one of them [External].",
            "(1,48): The type b_t is declared twice, by B and by the alias of A. Rename one of them, or make one of them [External]."],
            """[Domain, Alias("c_t")] class A; [Domain] class B;"""),
        new(
            DiagnosticId.InvalidName,
            "a name with a letter that SELinux does not know",
            """[Domain] class Gâteau;""",
            ["(1,16): 'gâteau_t', the SELinux name of Gâteau, is not valid: it contains the character U+00E2, and SELinux accepts only letters from a to z, digits, '_' and '-'. Give it another name, in its attribute or by renaming the C#."],
            """[Domain("gateau_t")] class Gâteau;"""),
        new(
            DiagnosticId.InvalidName,
            "a reserved word",
            """[TypeAttribute] interface ISelf;""",
            ["(1,27): 'self', the SELinux name of ISelf, is not valid: CIL reserves this word. Give it another name, in its attribute or by renaming the C#."],
            """[TypeAttribute] interface ISelfish;"""),
        new(
            DiagnosticId.InvalidName,
            "a name that is no name",
            """[FileType("a b")] class A;""",
            ["(1,25): 'a b', the SELinux name of A, is not valid: it contains a space, and SELinux accepts only letters from a to z, digits, '_' and '-'. Give it another name, in its attribute or by renaming the C#."],
            """[FileType("ab-c_t")] class A;"""),
        new(
            DiagnosticId.InvalidName,
            "the name of an external",
            """[External("x) (allow")] class Etc; [Domain, Allow<Etc>(FilePerms.Read)] class A;""",
            ["(1,45): 'x) (allow', the name of an [External] class, is not valid: it contains ')', and SELinux accepts only letters from a to z, digits, '_' and '-'. Give it another name, in its attribute or by renaming the C#."],
            """[External("x")] class Etc; [Domain, Allow<Etc>(FilePerms.Read)] class A;"""),
        new(
            DiagnosticId.InvalidName,
            "the name of the module",
            """[assembly: PolicyModule("a..b")] [Domain] class A;""",
            ["(1,12): 'a..b' cannot be the name of a policy module: a dot in a module's name must be followed by a letter, a digit, '_' or '-'. Give [assembly: PolicyModule] another name."],
            """[assembly: PolicyModule("a.b")] [Domain] class A;"""),
        new(
            DiagnosticId.InvalidName,
            "the name of a permission",
            """[ObjectClass, Flags] enum Lamp { [Permission("on off")] On = 1 }""",
            ["(1,27): 'on off', a permission of Lamp, is not valid: it contains a space, and SELinux accepts only letters from a to z, digits, '_' and '-'. Give it another name, in its attribute or by renaming the C#."],
            """[ObjectClass, Flags] enum Lamp { [Permission("on-off")] On = 1 }"""),
        new(
            DiagnosticId.InvalidName,
            "the prefix of a user",
            """[User(Prefix = "a b")] class U;""",
            ["(1,2): 'a b', the prefix of a user, is not valid: it contains a space, and SELinux accepts only letters from a to z, digits, '_' and '-'. Give it another name, in its attribute or by renaming the C#."],
            """[User(Prefix = "user")] class U;"""),
        new(
            DiagnosticId.InvalidName,
            "an alias of a foreign type",
            """[External("x_t")] class X; [RulesFor<X>, Alias("a b")] static class ForX;""",
            ["(1,42): 'a b', an alias, is not valid: it contains a space, and SELinux accepts only letters from a to z, digits, '_' and '-'. Give it another name, in its attribute or by renaming the C#."],
            """[External("x_t")] class X; [RulesFor<X>, Alias("a_b")] static class ForX;"""),
        new(
            DiagnosticId.AttributeInsteadOfType,
            "an attribute for the result of a transition",
            Names + """[TypeAttribute] interface IA; [Domain, TypeTransition<Etc, IA>(typeof(FilePerms))] class A;""",
            ["(1,102): a is an attribute, and the result of a transition takes one type. Write one of its members, or a rule for each."],
            Names + """[Domain, TypeTransition<Etc, Tmp>(typeof(FilePerms))] class A;"""),
        new(
            DiagnosticId.AttributeInsteadOfType,
            "an attribute that is entered",
            """[External("x_exec_t")] class Exec; [TypeAttribute] interface IA; [Domain, DomainTransition<Exec, IA>] class A;""",
            ["(1,75): a is an attribute, and the domain that is entered takes one type. Write one of its members, or a rule for each."],
            """[External("x_exec_t")] class Exec; [Domain] class B; [Domain, DomainTransition<Exec, B>] class A;"""),
        new(
            DiagnosticId.AttributeInsteadOfType,
            "a role attribute that is taken",
            """[External("x_exec_t")] class Exec; [Role] interface IR; [Role, RoleTransition<Exec, IR>] class R;""",
            ["(1,64): r is a role attribute, and the role that is taken takes one role. Write one of its members, or a rule for each."],
            """[External("x_exec_t")] class Exec; [Role] class S; [Role, RoleTransition<Exec, S>] class R;"""),
        new(
            DiagnosticId.TypeInsteadOfAttribute,
            "a type for an attribute",
            Names + """[Domain, MemberOf<Etc>] class A;""",
            ["(1,72): etc_t is a type, and what a type is a member of must be an attribute: an interface with [TypeAttribute] or [External]."],
            """[Domain, MemberOf<IDomain>] class A;"""),
        new(
            DiagnosticId.MembershipCycle,
            "an attribute that is made of itself",
            "[TypeAttribute, Include<IB>] interface IA;\n[TypeAttribute, Exclude<IA>] interface IB;",
            [
            "(1,40): The attribute a is made of itself: a → b → a. Take one of these memberships out.",
            "(2,40): The attribute b is made of itself: b → a → b. Take one of these memberships out."],
            """[TypeAttribute, Include<IB>] interface IA; [TypeAttribute] interface IB;"""),
        new(
            DiagnosticId.InvalidBounds,
            "two parents",
            "[Domain, Bounds<B>] class A; [Domain] class B;\n[RulesFor<A>, Bounds<C>] static class X; [Domain] class C;",
            [
            "(1,10): a_t is bounded by b_t and c_t; SELinux allows one parent. Keep one of them.",
            "(2,15): a_t is bounded by b_t and c_t; SELinux allows one parent. Keep one of them."],
            """[Domain, Bounds<B>] class A; [Domain, Bounds<C>] class B; [Domain] class C;"""),
        new(
            DiagnosticId.InvalidBounds,
            "bounds that lead back",
            "[Domain, Bounds<B>] class A;\n[Domain, Bounds<A>] class B;",
            [
            "(1,10): The bounds of a_t lead back to it. Take one of them out.",
            "(2,10): The bounds of b_t lead back to it. Take one of them out."],
            """[Domain, Bounds<B>] class A; [Domain] class B;"""),
        new(
            DiagnosticId.DeclarationInConditional,
            "a membership in a condition",
            """[PolicyBoolean] class Can; [PolicyType] class A { [If<Can>, MemberOf<IDomain>] static class X; }""",
            ["(1,61): Membership in an attribute cannot depend on a boolean: a condition holds access rules and unnamed type transitions only. Move it out of the [If] block, or make the condition a [Tunable]."],
            """[PolicyBoolean] class Can; [PolicyType] class A { [If<Can>, Allow<Self>(FilePerms.Read)] static class X; }"""),
        new(
            DiagnosticId.DeclarationInConditional,
            "a label in a condition",
            """[PolicyBoolean] class Can; [PolicyType] class A { [If<Can>, FileContext("/x")] static class X; }""",
            ["(1,61): A label cannot depend on a boolean: a condition holds access rules and unnamed type transitions only. Move it out of the [If] block, or make the condition a [Tunable]."],
            """[PolicyBoolean] class Can; [PolicyType] class A { [If<Can>, Allow<Self>(FilePerms.Read)] static class X; }"""),
        new(
            DiagnosticId.DeclarationInConditional,
            "a neverallow rule in a condition",
            """[PolicyBoolean] class Can; [PolicyType] class A { [If<Can>, NeverAllow<Self>(FilePerms.Read)] static class X; }""",
            ["(1,61): A neverallow rule cannot depend on a boolean: a condition holds access rules and unnamed type transitions only. Move it out of the [If] block, or make the condition a [Tunable]."],
            """[PolicyBoolean] class Can; [PolicyType] class A { [If<Can>, DontAudit<Self>(FilePerms.Read)] static class X; }"""),
        new(
            DiagnosticId.DeclarationInConditional,
            "a named transition in a condition",
            """[PolicyBoolean] class Can; [PolicyType] class A { [If<Can>, TypeTransition<A, A>(typeof(FilePerms), Name = "x")] static class X; }""",
            ["(1,61): A transition with a file name cannot depend on a boolean: a condition holds access rules and unnamed type transitions only. Move it out of the [If] block, or make the condition a [Tunable]."],
            """[PolicyBoolean] class Can; [PolicyType] class A { [If<Can>, TypeTransition<A, A>(typeof(FilePerms))] static class X; }"""),
        new(
            DiagnosticId.DeclarationInConditional,
            "an ioctl rule in a condition",
            """[PolicyBoolean] class Can; [PolicyType] class A { [If<Can>, AllowIoctl<Self, FilePerms>("1")] static class X; }""",
            ["(1,61): A rule on ioctl requests cannot depend on a boolean: a condition holds access rules and unnamed type transitions only. Move it out of the [If] block, or make the condition a [Tunable]."],
            """[PolicyBoolean] class Can; [PolicyType] class A { [If<Can>, Allow<Self>(FilePerms.Ioctl)] static class X; }"""),
        new(
            DiagnosticId.DeclarationInConditional,
            "a role in a condition",
            """[PolicyBoolean] class Can; [PolicyType] class A { [If<Can>, Role<SystemR>] static class X; }""",
            ["(1,61): A role rule cannot depend on a boolean: a condition holds access rules and unnamed type transitions only. Move it out of the [If] block, or make the condition a [Tunable]."],
            """[PolicyBoolean] class Can; [PolicyType] class A { [If<Can>, Allow<Self>(FilePerms.Read)] static class X; }"""),
        new(
            DiagnosticId.DeclarationInConditional,
            "raw CIL in a condition",
            """[PolicyBoolean] class Can; [PolicyType] class A { [If<Can>, RawCil("(neverallow a_t a_t (file (read)))")] static class X; }""",
            ["(1,61): Raw CIL cannot depend on a boolean: a condition holds access rules and unnamed type transitions only. Move it out of the [If] block, or make the condition a [Tunable]."],
            """[PolicyBoolean] class Can; [PolicyType] class A { [If<Can>, RawCil("(allow a_t a_t (file (read)))")] static class X; }"""),
        new(
            DiagnosticId.DeclarationInConditional,
            "a declaration inside a block",
            """[Domain] class A { [Optional] static class X { [FileType] class B; } }""",
            ["(1,65): B is declared inside the block X. What a policy declares always exists: move the class out of the block and leave its rules here, in a nested [RulesFor<B>] class."],
            """[Domain] class A { [Optional] static class X { [RulesFor<B>, Allow<A>(FilePerms.Read)] static class ForB; } } [FileType] class B;"""),
        new(
            DiagnosticId.DeclarationInConditional,
            "an interface that applies a membership in a condition",
            """[PolicyInterface, MemberOf<IDomain>] class RAttribute : PolicyInterfaceAttribute; [PolicyBoolean] class Can; [PolicyType] class A { [If<Can>, R] static class X; }""",
            ["(1,143): Membership in an attribute, which the interface test_r holds, cannot depend on a boolean: a condition holds access rules and unnamed type transitions only. Move it out of the [If] block, or make the condition a [Tunable]."],
            """[PolicyInterface, MemberOf<IDomain>] class RAttribute : PolicyInterfaceAttribute; [Tunable] class Can; [PolicyType] class A { [If<Can>, R] static class X; }"""),
    ];
}
