using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.Tests.Rules;

public static partial class RuleCases
{
    /// <summary>Cases of interfaces, and of what other assemblies declare.</summary>
    private static RuleCase[] Interfaces =>
    [
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
    ];
}
