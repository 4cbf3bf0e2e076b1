using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.Tests.Rules;

/// <summary>The table of cases.</summary>
public static class RuleCases
{
    private const string Names = """[External("etc_t")] class Etc; [External("tmp_t")] class Tmp; """;

    private const string Lamp = """
        public class Lamp { [PolicyInterface, Allow<Self>(FilePerms.Read)] public class SwitchAttribute : PolicyInterfaceAttribute; [External("bulb_t")] public class Bulb; }
        [ObjectClass("lamp"), Flags] public enum LampPerms { On = 1 }
        [TypeAttribute] public interface ILit;
        """;

    /// <summary>Every case.</summary>
    public static IReadOnlyList<RuleCase> All { get; } =
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
        new(
            DiagnosticId.InterfaceNotExpressible,
            "an interface that applies itself",
            """[PolicyInterface, R] class RAttribute : PolicyInterfaceAttribute;""",
            ["(1,28): The interface RAttribute applies itself, directly or through another interface; a CIL macro cannot. Take one of the applications out."],
            """[PolicyInterface, S] class RAttribute : PolicyInterfaceAttribute; [PolicyInterface] class SAttribute : PolicyInterfaceAttribute;"""),
        new(
            DiagnosticId.InterfaceNotExpressible,
            "interfaces that apply each other",
            """[PolicyInterface, S] class RAttribute : PolicyInterfaceAttribute; [PolicyInterface, R] class SAttribute : PolicyInterfaceAttribute; [Domain, R] class A;""",
            [
            "(1,28): The interface RAttribute applies itself, directly or through another interface; a CIL macro cannot. Take one of the applications out.",
            "(1,94): The interface SAttribute applies itself, directly or through another interface; a CIL macro cannot. Take one of the applications out."],
            """[PolicyInterface, S] class RAttribute : PolicyInterfaceAttribute; [PolicyInterface] class SAttribute : PolicyInterfaceAttribute; [Domain, R] class A;"""),
        new(
            DiagnosticId.InterfaceNotExpressible,
            "an interface that does not say that it is one",
            """class RAttribute : PolicyInterfaceAttribute; [Domain, R] class A;""",
            ["(1,55): RAttribute derives from PolicyInterfaceAttribute but does not carry [PolicyInterface], so it declares no interface. Add it there."],
            """[PolicyInterface] class RAttribute : PolicyInterfaceAttribute; [Domain, R] class A;"""),
        new(
            DiagnosticId.InterfaceNotExpressible,
            "a parameter of no use",
            """[PolicyInterface] class RAttribute(int number) : PolicyInterfaceAttribute;""",
            ["(1,25): The parameter number of the interface RAttribute is neither a file name (string), nor an object class (Type), nor permissions (object, params object[] or a permission enum)."],
            """[PolicyInterface] class RAttribute(string name) : PolicyInterfaceAttribute;"""),
        new(
            DiagnosticId.InterfaceNotExpressible,
            "an interface with two constructors",
            """[PolicyInterface] class RAttribute : PolicyInterfaceAttribute { public RAttribute() { } public RAttribute(string name) { } }""",
            ["(1,25): The interface RAttribute has 2 public constructors; its parameters are those of the only one. Keep one."],
            """[PolicyInterface] class RAttribute : PolicyInterfaceAttribute { public RAttribute(string name) { } }"""),
        new(
            DiagnosticId.InterfaceNotExpressible,
            "a file name for permissions",
            """[PolicyInterface, Allow<Arg1>(Param1.Value)] class RAttribute<T>(string name) : PolicyInterfaceAttribute;""",
            ["(1,19): The constructor parameter 1 of the interface RAttribute<T> is a file name (string), and this rule uses it as permissions (object, params object[] or a permission enum). Give the parameter the C# type of what it is used as."],
            """[PolicyInterface, Allow<Arg1>(Param1.Value)] class RAttribute<T>(object permissions) : PolicyInterfaceAttribute;"""),
        new(
            DiagnosticId.InterfaceNotExpressible,
            "an argument that the interface has not",
            """[PolicyInterface, Allow<Arg2>(FilePerms.Read)] class RAttribute<T> : PolicyInterfaceAttribute;""",
            ["(1,19): The interface RAttribute<T> has no type argument 2, which this rule uses. Name one that it has, or add it."],
            """[PolicyInterface, Allow<Arg1>(FilePerms.Read)] class RAttribute<T> : PolicyInterfaceAttribute;"""),
        new(
            DiagnosticId.UnreadableReferencedPolicy,
            "a template with an interface of an assembly that is not referenced",
            """[Domain] class B : T<B>;""",
            ["(1,16): T<TSelf> of second carries [Lamp.Switch] of first, which this project does not reference, so this would be ignored. Reference first as second does."],
            """[Domain] class B : T<B>;""",
            new(Lamp, "[Template, Lamp.Switch] public abstract class T<TSelf>;")),
        new(
            DiagnosticId.UnreadableReferencedPolicy,
            "a template with a rule on a type of an assembly that is not referenced",
            """[Domain] class B : T<B>;""",
            ["(1,16): T<TSelf> of second carries [Allow] of first, which this project does not reference, so this would be ignored. Reference first as second does."],
            """[Domain] class B : T<B>;""",
            new(Lamp, "[Template, Allow<Lamp.Bulb>(FilePerms.Read)] public abstract class T<TSelf>;")),
        new(
            DiagnosticId.UnreadableReferencedPolicy,
            "a template with a class of an assembly that is not referenced",
            """[Domain] class B : T<B>;""",
            ["(1,16): T<TSelf> of second carries [TypeTransition] of first, which this project does not reference, so this would be ignored. Reference first as second does."],
            """[Domain] class B : T<B>;""",
            new(Lamp, "[Template, TypeTransition<Self, Self>(typeof(LampPerms))] public abstract class T<TSelf>;")),
        new(
            DiagnosticId.UnreadableReferencedPolicy,
            "a template with permissions of an assembly that is not referenced",
            """[Domain] class B : T<B>;""",
            ["(1,16): T<TSelf> of second carries [Allow], with values of an enum whose assembly this project does not reference, so it would be ignored. Reference that assembly too."],
            """[Domain] class B : T<B>;""",
            new(Lamp, "[Template, Allow<Self>(LampPerms.On)] public abstract class T<TSelf>;")),
        new(
            DiagnosticId.UnreadableReferencedPolicy,
            "a block in a template",
            """[Domain] class B : T<B>;""",
            ["(1,16): T<TSelf>.Block of second carries [Lamp.Switch] of first, which this project does not reference, so this would be ignored. Reference first as second does."],
            """[Domain] class B : T<B>;""",
            new(Lamp, "[Template] public abstract class T<TSelf> { [Optional, Lamp.Switch] static class Block; }")),
        new(
            DiagnosticId.UnreadableReferencedPolicy,
            "a type in a template that joins an attribute of an assembly that is not referenced",
            """[Domain] class B : T<B>;""",
            ["(1,16): T<TSelf>.State of second implements ILit of first, which this project does not reference, so this would be ignored. Reference first as second does."],
            """[Domain] class B : T<B>;""",
            new(Lamp, "[Template] public abstract class T<TSelf> { [FileType] public class State : ILit; }")),
        new(
            DiagnosticId.UnreadableReferencedPolicy,
            "an interface that applies one of an assembly that is not referenced",
            """[Domain, Outer] class B;""",
            ["(1,10): InnerAttribute of second carries [Lamp.Switch] of first, which this project does not reference, so this would be ignored. Reference first as second does."],
            """[Domain, Outer] class B;""",
            new(Lamp, "[PolicyInterface, Lamp.Switch] public class InnerAttribute : PolicyInterfaceAttribute; [PolicyInterface, Inner] public class OuterAttribute : PolicyInterfaceAttribute;")),
        new(
            DiagnosticId.EndlessExpansion,
            "a template that contains itself",
            """[Template] abstract class T<S> { [Domain] class F : T<F>; } [Domain] class A : T<A>;""",
            ["(1,27): The template T<S> contains F, which derives from T<S>, so a class that derives from T<S> would contain others without end. Derive F from another template, or move it out of T<S>."],
            """[Template] abstract class T<S> { [Domain] class F : U<F>; } [Template] abstract class U<S>; [Domain] class A : T<A>;"""),
        new(
            DiagnosticId.EndlessExpansion,
            "a template that contains itself, though no class derives from it",
            """[Template] abstract class T<S> { class G { [Domain] class F : T<F>; } }""",
            ["(1,27): The template T<S> contains F, which derives from T<S>, so a class that derives from T<S> would contain others without end. Derive F from another template, or move it out of T<S>."],
            """[Template] abstract class T<S> { class G { [Domain] class F; } }"""),
        new(
            DiagnosticId.EndlessExpansion,
            "templates that contain each other",
            """[Template] abstract class T<S> { [Domain] class F : U<F>; } [Template] abstract class U<S> { [Domain] class G : T<G>; } [Domain] class A : U<A>;""",
            [
            "(1,27): The template T<S> contains F, which derives from U<S>, so a class that derives from T<S> would contain others without end. Derive F from another template, or move it out of T<S>.",
            "(1,87): The template U<S> contains G, which derives from T<S>, so a class that derives from U<S> would contain others without end. Derive G from another template, or move it out of U<S>."],
            """[Template] abstract class T<S> { [Domain] class F : U<F>; } [Template] abstract class U<S> { [Domain] class G; } [Domain] class A : U<A>;"""),
        new(
            DiagnosticId.EndlessExpansion,
            "a template that contains itself by the template that it derives from",
            """[Template] abstract class B<S> { [Domain] class F : T<F>; } [Template] abstract class T<S> : B<S>; [Domain] class A : T<A>;""",
            ["(1,27): The template B<S> contains F, which derives from T<S>, so a class that derives from B<S> would contain others without end. Derive F from another template, or move it out of B<S>."],
            """[Template] abstract class B<S> { [Domain] class F : U<F>; } [Template] abstract class T<S> : B<S>; [Template] abstract class U<S>; [Domain] class A : T<A>;"""),
        new(
            DiagnosticId.EndlessExpansion,
            "a template that contains a template that contains it",
            """[Template] abstract class T<S> { [Template] public abstract class N<R> { [Domain] class F : T<F>; } } [Domain] class A : T<A>;""",
            [
            "(1,27): The template T<S> contains F, which derives from T<S>, so a class that derives from T<S> would contain others without end. Derive F from another template, or move it out of T<S>.",
            "(1,67): The template N<R> contains F, which derives from T<S>, so a class that derives from N<R> would contain others without end. Derive F from another template, or move it out of N<R>."],
            """[Template] abstract class T<S> { [Template] public abstract class N<R> { [Domain] class F; } } [Domain] class A : T<A>;"""),
        new(
            DiagnosticId.EndlessExpansion,
            "a template of another assembly that contains itself",
            """[Domain] class A : T<A>;""",
            ["(1,16): The template T<S> contains F, which derives from T<S>, so a class that derives from T<S> would contain others without end. Derive F from another template, or move it out of T<S>."],
            """[Domain] class A;""",
            new("", "[Template] public abstract class T<S> { [Domain] public class F : T<F>; }")),
        new(
            DiagnosticId.EndlessExpansion,
            "templates that double what they contain",
            Doubling(30) + "[Domain] class A : T10<A>;",
            [
            "(10,27): A class that derives from the template T9<S> would contain more than 1,000 others. Move classes out of T9<S>, or out of the templates that they derive from."],
            Doubling(9) + "[Domain] class A : T8<A>;"),
        new(
            DiagnosticId.EndlessExpansion,
            "templates in one another, deeper than any policy",
            Nesting(18) + "[Domain] class A : T17<A>;",
            ["(18,27): In the template T17<S>, templates are nested more than 16 deep. Move classes out of them."],
            Nesting(17) + "[Domain] class A : T16<A>;"),
        new(
            DiagnosticId.EndlessExpansion,
            "interfaces that double what they stand for",
            DoublingInterfaces(30) + "[Domain, I29<Self>] class A;",
            ["(13,47): The interface I12Attribute<T> expands to more than 10,000 rules when the interfaces that it applies are written out. Apply each of them once."],
            DoublingInterfaces(12) + "[Domain, I11<Self>] class A;"),
        new(
            DiagnosticId.EndlessExpansion,
            "an interface of another assembly that doubles what it stands for",
            "[Domain, I29<Self>] class A;",
            ["(1,10): The interface I29Attribute<T> expands to more than 10,000 rules when the interfaces that it applies are written out. Apply each of them once."],
            "[Domain, I3<Self>] class A;",
            new("", DoublingInterfaces(30).Replace("class", "public class", StringComparison.Ordinal))),
        new(
            DiagnosticId.EndlessExpansion,
            "interfaces that apply one another in a long row",
            Row(60) + "[Domain, R59] class A;",
            ["(33,30): The interface R32Attribute applies another one, which applies another one, and so on, more than 32 deep. Apply those that are needed directly."],
            Row(32) + "[Domain, R31] class A;"),
        new(
            DiagnosticId.EndlessExpansion,
            "interfaces that apply one another in a row that is too long to read",
            string.Concat(Row(100).Split('\n').Reverse().Select(l => l + "\n")),
            [
            "(33,30): The interface R68Attribute applies another one, which applies another one, and so on, more than 32 deep. Apply those that are needed directly.",
            "(66,30): R35Attribute is applied by an interface that another one applies, and so on, more than 64 deep. Apply it directly where it is needed.",
            "(69,30): The interface R32Attribute applies another one, which applies another one, and so on, more than 32 deep. Apply those that are needed directly."],
            Row(32)),
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

    /// <summary>Templates, each of which contains two classes of the one before it.</summary>
    private static string Doubling(int templates) =>
        "[Template] abstract class T0<S>;\n" + string.Concat(Enumerable.Range(1, templates - 1).Select(i => $"[Template] abstract class T{i}<S> {{ [Domain] class F : T{i - 1}<F>; [Domain] class G : T{i - 1}<G>; }}\n"));

    /// <summary>Templates, each of which contains a class of the one before it.</summary>
    private static string Nesting(int templates) =>
        "[Template] abstract class T0<S>;\n" + string.Concat(Enumerable.Range(1, templates - 1).Select(i => $"[Template] abstract class T{i}<S> {{ [Domain] class F : T{i - 1}<F>; }}\n"));

    /// <summary>Interfaces, each of which applies the one before it twice.</summary>
    private static string DoublingInterfaces(int interfaces) =>
        "[PolicyInterface, Allow<Self>(FilePerms.Read)] class I0Attribute<T> : PolicyInterfaceAttribute;\n" + string.Concat(Enumerable.Range(1, interfaces - 1).Select(i => $"[PolicyInterface, I{i - 1}<Arg1>, I{i - 1}<Self>] class I{i}Attribute<T> : PolicyInterfaceAttribute;\n"));

    /// <summary>Interfaces in a row.</summary>
    private static string Row(int interfaces) =>
        string.Concat(Enumerable.Range(0, interfaces).Select(i => $"[PolicyInterface{(i == 0 ? "" : $", R{i - 1}")}] class R{i}Attribute : PolicyInterfaceAttribute;\n"));
}
