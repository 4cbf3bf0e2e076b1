using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.Tests.Rules;

public static partial class RuleCases
{
    /// <summary>Cases of classes that cannot be what they are declared as.</summary>
    private static RuleCase[] Shapes =>
    [
        new(
            DiagnosticId.WrongClassShape,
            "a template that is not abstract",
            """[Template] class T<TSelf>;""",
            ["(1,18): The template T must be an abstract class with one type parameter, the class that derives from it: abstract class T<TSelf>."],
            """[Template] abstract class T<TSelf>;"""),
        new(
            DiagnosticId.WrongClassShape,
            "a template that is closed over another class",
            """[Template] abstract class T<TSelf>; [Domain] class A; [Domain] class B : T<A>;""",
            ["(1,70): B derives from T<A>; a template is closed over the class that derives from it. Write T<B>."],
            """[Template] abstract class T<TSelf>; [Domain] class A; [Domain] class B : T<B>;"""),
        new(
            DiagnosticId.WrongClassShape,
            "a type that derives from a type",
            """[Domain] class A; [Domain] class B : A;""",
            ["(1,34): B derives from A, which is not a template: SELinux types do not inherit. Make A a [Template], or share its rules through an interface with [TypeAttribute]."],
            """[Template] abstract class A<TSelf>; [Domain] class B : A<B>;"""),
        new(
            DiagnosticId.WrongClassShape,
            "a generic type that is no template",
            """[FileType] class A<T>;""",
            ["(1,18): A is generic and declares one thing, so its type parameters have no meaning. Remove them, or make it a [Template]."],
            """[FileType] class A;"""),
        new(
            DiagnosticId.WrongClassShape,
            "an entrypoint of nothing",
            """[Entrypoint] class Exec;""",
            ["(1,20): The [Entrypoint] class Exec belongs to no domain. Nest it in the domain that it enters, or put [Entrypoint<Exec>] on the domain."],
            """[Domain] class A { [Entrypoint] class Exec; }"""),
        new(
            DiagnosticId.WrongClassShape,
            "a static class with a kind",
            """[FileType] static class A;""",
            ["(1,25): A is static, and a static class is a block of rules: [FileType] declares nothing here. Take 'static' out."],
            """[FileType] class A;"""),
        new(
            DiagnosticId.WrongClassShape,
            "a condition on a class that is no block",
            """[PolicyBoolean] class Can; [Domain, If<Can>, Allow<Self>(FilePerms.Read)] class A;""",
            ["(1,37): [If] belongs on a block, and A is not one, so its rules would not depend on it. Move [If] and the rules that it is for to a static class nested in A."],
            """[PolicyBoolean] class Can; [Domain] class A { [If<Can>, Allow<Self>(FilePerms.Read)] static class When; }"""),
        new(
            DiagnosticId.WrongClassShape,
            "an expression on an attribute of someone else",
            """[External("x"), Exclude<A>] interface IX; [FileType] class A;""",
            ["(1,17): [Exclude] defines the members of a [TypeAttribute] of this policy, and IX is not one. Declare an attribute of your own with it."],
            """[TypeAttribute("x"), Exclude<A>] interface IX; [FileType] class A;"""),
        new(
            DiagnosticId.TwoKindsOnOneClass,
            "two kinds",
            """[Domain, FileType] class A;""",
            ["(1,26): A is [Domain] and [FileType] at once; a class declares one thing. Keep one of them."],
            """[Domain] class A;"""),
        new(
            DiagnosticId.TwoKindsOnOneClass,
            "rules on a class that declares nothing",
            Names + """[Allow<Etc>(FilePerms.Read)] class A;""",
            ["(1,64): A declares nothing in SELinux, so this attribute has no effect. Add a kind such as [Domain] or [FileType], or [External]."],
            Names + """[Domain, Allow<Etc>(FilePerms.Read)] class A;"""),
        new(
            DiagnosticId.TwoKindsOnOneClass,
            "a block without a subject",
            Names + """[Allow<Etc>(FilePerms.Read)] static class A;""",
            ["(1,64): The rules of A have no subject: nest the block in a policy class, or add [RulesFor<T>]."],
            Names + """[RulesFor<Tmp>, Allow<Etc>(FilePerms.Read)] static class A;"""),
        new(
            DiagnosticId.TwoKindsOnOneClass,
            "a block of blocks with a rule of its own",
            Names + """[Optional, Allow<Etc>(FilePerms.Read)] static class A { [RulesFor<Tmp>, Allow<Etc>(FilePerms.Read)] static class B; }""",
            ["(1,74): The rules of A have no subject: nest the block in a policy class, or add [RulesFor<T>]."],
            Names + """[Optional] static class A { [RulesFor<Tmp>, Allow<Etc>(FilePerms.Read)] static class B; [RulesFor<Etc>, Allow<Tmp>(FilePerms.Read)] static class C; }"""),
        new(
            DiagnosticId.TwoKindsOnOneClass,
            "a class that derives from a template and has no kind",
            """[Template] abstract class T<TSelf>; class A : T<A>;""",
            ["(1,43): A derives from the template T but has no kind. Add [Domain], [FileType] or another one."],
            """[Template] abstract class T<TSelf>; [Domain] class A : T<A>;"""),
        new(
            DiagnosticId.TwoKindsOnOneClass,
            "a template with a kind",
            """[Template, Domain] abstract class T<TSelf>;""",
            ["(1,35): T is both a [Template] and a [Domain]. The classes that derive from it declare their own kind: move [Domain] there."],
            """[Template] abstract class T<TSelf>; [Domain] class A : T<A>;"""),
        new(
            DiagnosticId.ClassDeclaresNothing,
            "a class without a kind in a rule",
            """class Etc; [Domain, Allow<Etc>(FilePerms.Read)] class A;""",
            ["(1,21): Etc declares nothing in SELinux, so it cannot be the target. Put a kind such as [Domain], [FileType], [TypeAttribute] or [External] on it."],
            """[External("etc_t")] class Etc; [Domain, Allow<Etc>(FilePerms.Read)] class A;"""),
        new(
            DiagnosticId.ClassDeclaresNothing,
            "a class without a kind as an argument of an interface",
            """[PolicyInterface, Allow<Arg1>(FilePerms.Read)] class RAttribute<T> : PolicyInterfaceAttribute; [Domain, R<string>] class A;""",
            ["(1,105): string declares nothing in SELinux, so it cannot be an argument of an interface. Put a kind such as [Domain], [FileType], [TypeAttribute] or [External] on it."],
            """[PolicyInterface, Allow<Arg1>(FilePerms.Read)] class RAttribute<T> : PolicyInterfaceAttribute; [Domain, R<A>] class A;"""),
        new(
            DiagnosticId.ClassDeclaresNothing,
            "Owner where there is none",
            """[FileType, AllowFrom<Owner>(FilePerms.Read)] class A;""",
            ["(1,12): Owner, outside of a class that is nested in a policy type, declares nothing in SELinux, so it cannot be the subject. Name a policy class."],
            """[Domain] class D { [FileType, AllowFrom<Owner>(FilePerms.Read)] class A; }"""),
        new(
            DiagnosticId.ClassDeclaresNothing,
            "an argument outside of an interface",
            """[Domain, Allow<Arg1>(FilePerms.Read)] class A;""",
            ["(1,10): Arg1, outside of a [PolicyInterface], declares nothing in SELinux, so it cannot be the target. Name a policy class."],
            """[PolicyInterface, Allow<Arg1>(FilePerms.Read)] class RAttribute<T> : PolicyInterfaceAttribute;"""),
        new(
            DiagnosticId.ClassDeclaresNothing,
            "the type of a template that is closed over nothing",
            """[Template] abstract class T<TSelf> { [FileType] public class Data; } [TypeAttribute, Allow<T<Self>.Data>(FilePerms.Read)] interface IA;""",
            ["(1,86): T<Self>.Data, nested in a template that no policy class here derives from, declares nothing in SELinux, so it cannot be the target. Name a policy class."],
            """[Template] abstract class T<TSelf> { [FileType] public class Data; } [Domain] class B : T<B>; [TypeAttribute, Allow<B.Data>(FilePerms.Read)] interface IA;"""),
        new(
            DiagnosticId.WrongClassShape,
            "a block that is not static",
            """[PolicyBoolean] class Can; [Domain] class A { [If<Can>, Allow<Self>(FilePerms.Read)] class X; }""",
            ["(1,48): [If] belongs on a block, and X is not one: a block is a static class. Make X static."],
            """[PolicyBoolean] class Can; [Domain] class A { [If<Can>, Allow<Self>(FilePerms.Read)] static class X; }"""),
        new(
            DiagnosticId.WrongKindOfName,
            "a type for a condition of several rules, and a second condition that is right",
            """[PolicyBoolean] class Can; [Domain] class A { [If<Can>, IfNot<B>, Allow<Self>(FilePerms.Read), Allow<Self>(DirPerms.Search)] static class X { [Optional, Allow<B>(FilePerms.Read)] static class Y; } } [FileType] class B;""",
            ["(1,57): The type b_t cannot be the condition. Name a boolean or a tunable."],
            """[PolicyBoolean] class Can; [Domain] class A { [If<Can>, IfNot<B>, Allow<Self>(FilePerms.Read)] static class X; } [PolicyBoolean] class B;"""),
        new(
            DiagnosticId.WrongKindOfName,
            "a role where a type is meant",
            """[Role] class R; [Domain, Allow<R>(FilePerms.Read)] class A;""",
            ["(1,26): The role r_r cannot be the target. Name a type, an attribute or Self."],
            """[Domain, Allow<R>(FilePerms.Read)] class A; [FileType] class R;"""),
        new(
            DiagnosticId.WrongKindOfName,
            "a type where a role is meant",
            """[Domain, Role<B>] class A; [Domain] class B;""",
            ["(1,10): The type b_t cannot be the role. Name a role or a role attribute."],
            """[Domain, Role<B>] class A; [Role] class B;"""),
        new(
            DiagnosticId.WrongKindOfName,
            "rules of a boolean",
            Names + """[PolicyBoolean, Allow<Etc>(FilePerms.Read)] class Can;""",
            ["(1,79): The boolean can cannot be the subject. Name a type or an attribute."],
            Names + """[PolicyType, Allow<Etc>(FilePerms.Read)] class Can;"""),
        new(
            DiagnosticId.WrongKindOfName,
            "a type for a condition",
            """[Domain] class A { [If<B>, Allow<Self>(FilePerms.Read)] static class X; } [FileType] class B;""",
            ["(1,21): The type b_t cannot be the condition. Name a boolean or a tunable."],
            """[Domain] class A { [If<B>, Allow<Self>(FilePerms.Read)] static class X; } [PolicyBoolean] class B;"""),
    ];
}
