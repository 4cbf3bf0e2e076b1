#pragma warning disable CS1591 // The text of a message is its documentation.

namespace TypedPolicy.Model.Diagnostics;

/// <content>TP0xxx: how policy classes are written.</content>
public static partial class RuleCatalogue
{
    /// <summary>TP0001.</summary>
    public static class WrongClassShape
    {
        public static readonly RuleMetadata Rule = Blocking(DiagnosticId.WrongClassShape, "Policy class has the wrong shape", Categories.Authoring, RuleScope.Symbol, "the TypedPolicy library", hasFix: true);
        public static readonly RuleMessage Generic = new(DiagnosticId.WrongClassShape, "{0} is generic and declares one thing, so its type parameters have no meaning. Remove them, or make it a [Template].");
        public static readonly RuleMessage EntrypointOfNothing = new(DiagnosticId.WrongClassShape, "The [Entrypoint] class {0} belongs to no domain. Nest it in the domain that it enters, or put [Entrypoint<{0}>] on the domain.");
        public static readonly RuleMessage TemplateShape = new(DiagnosticId.WrongClassShape, "The template {0} must be an abstract class with one type parameter, the class that derives from it: abstract class {0}<TSelf>.");
        public static readonly RuleMessage Static = new(DiagnosticId.WrongClassShape, "{0} is static, and a static class is a block of rules: [{1}] declares nothing here. Take 'static' out.");
        public static readonly RuleMessage MembersOfForeignAttribute = new(DiagnosticId.WrongClassShape, "[{0}] defines the members of a [TypeAttribute] of this policy, and {1} is not one. Declare an attribute of your own with it.");
        public static readonly RuleMessage NotClosedOverItself = new(DiagnosticId.WrongClassShape, "{0} derives from {1}; a template is closed over the class that derives from it. Write {2}<{0}>.");
        public static readonly RuleMessage BaseNotATemplate = new(DiagnosticId.WrongClassShape, "{0} derives from {1}, which is not a template: SELinux types do not inherit. Make {1} a [Template], or share its rules through an interface with [TypeAttribute].");
        public static readonly RuleMessage BlockAttributeOnClass = new(DiagnosticId.WrongClassShape, "[{0}] belongs on a block, and {1} is not one: a block is a static class. Make {1} static.");
        public static readonly RuleMessage BlockAttributeOnSubject = new(DiagnosticId.WrongClassShape, "[{0}] belongs on a block, and {1} is not one, so its rules would not depend on it. Move [{0}] and the rules that it is for to a static class nested in {1}.");
    }

    /// <summary>TP0002.</summary>
    public static class TwoKindsOnOneClass
    {
        public static readonly RuleMetadata Rule = Blocking(DiagnosticId.TwoKindsOnOneClass, "Two kinds on one class, or a policy attribute on a class that declares nothing", Categories.Authoring, RuleScope.Symbol, "the TypedPolicy library", hasFix: true);
        public static readonly RuleMessage SeveralKinds = new(DiagnosticId.TwoKindsOnOneClass, "{0} is {1} at once; a class declares one thing. Keep one of them.");
        public static readonly RuleMessage TemplateWithKind = new(DiagnosticId.TwoKindsOnOneClass, "{0} is both a [Template] and a [{1}]. The classes that derive from it declare their own kind: move [{1}] there.");
        public static readonly RuleMessage BlockWithoutSubject = new(DiagnosticId.TwoKindsOnOneClass, "The rules of {0} have no subject: nest the block in a policy class, or add [RulesFor<T>].");
        public static readonly RuleMessage NoKind = new(DiagnosticId.TwoKindsOnOneClass, "{0} declares nothing in SELinux, so this attribute has no effect. Add a kind such as {1}, or [External].");
        public static readonly RuleMessage DerivedWithoutKind = new(DiagnosticId.TwoKindsOnOneClass, "{0} derives from the template {1} but has no kind. Add [Domain], [FileType] or another one.");
    }

    /// <summary>TP0003.</summary>
    public static class ClassNamedLikeNamespace
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.ClassNamedLikeNamespace, "Policy class has the name of a namespace", Categories.Authoring, RuleScope.Symbol, "C# (CS0234)", hasFix: true);
        public static readonly RuleMessage SameName = new(DiagnosticId.ClassNamedLikeNamespace, "{0} has the name of the namespace {1}, so other projects that write {0} get the namespace (CS0234). Rename the namespace; or rename the class and write its SELinux name into its attribute.");
    }

    /// <summary>TP0004.</summary>
    public static class ClassDeclaresNothing
    {
        public static readonly RuleMetadata Rule = Blocking(DiagnosticId.ClassDeclaresNothing, "C# type declares nothing in SELinux", Categories.Authoring, RuleScope.Policy, "the TypedPolicy library");
        public static readonly RuleMessage NoKind = new(DiagnosticId.ClassDeclaresNothing, "{0} declares nothing in SELinux, so it cannot be {1}. Put a kind such as [Domain], [FileType], [TypeAttribute] or [External] on it.");
        public static readonly RuleMessage ContainerContext = new(DiagnosticId.ClassDeclaresNothing, "{1} takes one type, and was given {0}. Name a class with [Domain], [FileType] or [External].");
        public static readonly RuleMessage OpenTemplate = new(DiagnosticId.ClassDeclaresNothing, "{0}, nested in a template that no policy class here derives from, declares nothing in SELinux, so it cannot be {1}. Name a policy class.");
        public static readonly RuleMessage OutsideInterface = new(DiagnosticId.ClassDeclaresNothing, "{0}, outside of a [PolicyInterface], declares nothing in SELinux, so it cannot be {1}. Name a policy class.");
        public static readonly RuleMessage NoOwner = new(DiagnosticId.ClassDeclaresNothing, "{0}, outside of a class that is nested in a policy type, declares nothing in SELinux, so it cannot be {1}. Name a policy class.");
    }

    /// <summary>TP0005.</summary>
    public static class WrongKindOfName
    {
        public static readonly RuleMetadata Rule = Blocking(DiagnosticId.WrongKindOfName, "Policy name of the wrong kind", Categories.Authoring, RuleScope.Policy, "secilc");
        public static readonly RuleMessage OtherKind = new(DiagnosticId.WrongKindOfName, "{0} cannot be {1}. Name {2}.");
    }

    /// <summary>TP0006.</summary>
    public static class InterfaceNotExpressible
    {
        public static readonly RuleMetadata Rule = Blocking(DiagnosticId.InterfaceNotExpressible, "Interface cannot be written or applied", Categories.Authoring, RuleScope.Policy, "secilc");
        public static readonly RuleMessage CannotBeApplied = new(DiagnosticId.InterfaceNotExpressible, "{0} cannot be applied with these arguments: {1}. Give it other arguments, or write the rules that it stands for.");
        public static readonly RuleMessage NotAnInterface = new(DiagnosticId.InterfaceNotExpressible, "{0} derives from PolicyInterfaceAttribute but does not carry [PolicyInterface], so it declares no interface. Add it there.");
        public static readonly RuleMessage ParameterType = new(DiagnosticId.InterfaceNotExpressible, "An interface takes file names (string), object classes (Type) and permissions (object, params object[] or a permission enum). Give this parameter one of these types.");
        public static readonly RuleMessage SeveralConstructors = new(DiagnosticId.InterfaceNotExpressible, "The interface {0} has {1} public constructors; its parameters are those of the only one. Keep one.");
        public static readonly RuleMessage ConstructorParameter = new(DiagnosticId.InterfaceNotExpressible, "The parameter {0} of the interface {1} is neither a file name (string), nor an object class (Type), nor permissions (object, params object[] or a permission enum).");
        public static readonly RuleMessage AppliesItself = new(DiagnosticId.InterfaceNotExpressible, "The interface {0} applies itself, directly or through another interface; a CIL macro cannot. Take one of the applications out.");
        public static readonly RuleMessage MissingParameter = new(DiagnosticId.InterfaceNotExpressible, "The interface {0} has no {1}, which this rule uses. Name one that it has, or add it.");
        public static readonly RuleMessage ParameterKind = new(DiagnosticId.InterfaceNotExpressible, "The {0} of the interface {1} is {2}, and this rule uses it as {3}. Give the parameter the C# type of what it is used as.");
    }

    /// <summary>TP0007.</summary>
    public static class UnreadableReferencedPolicy
    {
        public static readonly RuleMetadata Rule = Blocking(DiagnosticId.UnreadableReferencedPolicy, "Part of a referenced policy cannot be read", Categories.Authoring, RuleScope.Policy, "C#, which is silent");
        public static readonly RuleMessage UnknownEnum = new(DiagnosticId.UnreadableReferencedPolicy, "{0} of {1} carries [{2}], with values of an enum whose assembly this project does not reference, so it would be ignored. Reference that assembly too.");
        public static readonly RuleMessage OtherVersion = new(DiagnosticId.UnreadableReferencedPolicy, "{0}, and the {1} that this project references has no such class, so this would be ignored. Reference the version that {2} was built against.");
        public static readonly RuleMessage NotReferenced = new(DiagnosticId.UnreadableReferencedPolicy, "{0}, which this project does not reference, so this would be ignored. Reference {1} as {2} does.");
        public static readonly RuleMessage NoBindings = new(DiagnosticId.UnreadableReferencedPolicy, "{0}, which this project does not reference, so this would be ignored. Reference {1} as {2} does, or add the PolicyHeaders item that makes it.");
    }

    /// <summary>TP0008.</summary>
    public static class EndlessExpansion
    {
        public static readonly RuleMetadata Rule = Blocking(DiagnosticId.EndlessExpansion, "Template or interface expands without end, or too far", Categories.Authoring, RuleScope.Policy, "the TypedPolicy library");
        public static readonly RuleMessage AppliedTooDeep = new(DiagnosticId.EndlessExpansion, "{0} is applied by an interface that another one applies, and so on, more than {1} deep. Apply it directly where it is needed.");
        public static readonly RuleMessage PolicyTooLarge = new(DiagnosticId.EndlessExpansion, "The interfaces that this policy applies expand to more than {0:N0} rules together. Apply fewer, or smaller ones.");
        public static readonly RuleMessage TooDeep = new(DiagnosticId.EndlessExpansion, "The interface {0} applies another one, which applies another one, and so on, more than {1} deep. Apply those that are needed directly.");
        public static readonly RuleMessage TooLarge = new(DiagnosticId.EndlessExpansion, "The interface {0} expands to more than {1:N0} rules when the interfaces that it applies are written out. Apply each of them once.");
        public static readonly RuleMessage TemplateContainsItself = new(DiagnosticId.EndlessExpansion, "The template {0} contains {1}, which derives from {2}, so a class that derives from {0} would contain others without end. Derive {1} from another template, or move it out of {0}.");
        public static readonly RuleMessage TemplateTooDeep = new(DiagnosticId.EndlessExpansion, "In the template {0}, templates are nested more than {1} deep. Move classes out of them.");
        public static readonly RuleMessage TemplateTooLarge = new(DiagnosticId.EndlessExpansion, "A class that derives from the template {0} would contain more than {1:N0} others. Move classes out of {0}, or out of the templates that they derive from.");
    }
}
