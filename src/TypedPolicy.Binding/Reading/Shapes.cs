using Microsoft.CodeAnalysis;
using TypedPolicy.Binding.Vocabulary;
using TypedPolicy.Model;
using TypedPolicy.Model.Diagnostics;
using Word = TypedPolicy.Binding.Vocabulary.Word;

namespace TypedPolicy.Binding.Reading;

/// <summary>TP0001, TP0002: the shape that a policy class must have for its attributes to mean something.</summary>
internal static class Shapes
{
    /// <summary>For the fix: the class becomes a static one.</summary>
    private const string MakeStatic = "static";

    /// <summary>Checks a class that is neither a template nor a block.</summary>
    public static void Check(INamedTypeSymbol type, Word[] kinds, INamedTypeSymbol? self, Origin origin, Session session)
    {
        if (kinds.Length > 1)
        {
            session.Report(DiagnosticId.TwoKindsOnOneClass, origin, $"{type.Name} is {string.Join(" and ", kinds.Select(k => $"[{k}]"))} at once; a class declares one thing. Keep one of them.", remedy: string.Join(" ", kinds.Select(k => $"={k}")));
        }

        CheckNoBlock(type, session);
        CheckSet(type, kinds, session);
        if (kinds.Length == 0)
        {
            if (!IsMeantAsBlock(type, session))
            {
                CheckWithoutKind(type, origin, session);
            }

            return;
        }

        if (type.Arity > 0 && self is null)
        {
            session.Report(DiagnosticId.WrongClassShape, origin, $"{type.Name} is generic and declares one thing, so its type parameters have no meaning. Remove them, or make it a [Template].");
        }

        if (kinds[0] == Word.Entrypoint && (type.ContainingType is null || (self is null && session.Entities.StemOf(type.ContainingType) is null)))
        {
            session.Report(DiagnosticId.WrongClassShape, origin, $"The [Entrypoint] class {type.Name} belongs to no domain. Nest it in the domain that it enters, or put [Entrypoint<{type.Name}>] on the domain.");
        }

        CheckBases(type, origin, session);
    }

    /// <summary>Conditions stand on blocks: on anything else they would change nothing.</summary>
    public static void CheckNoBlock(INamedTypeSymbol type, Session session)
    {
        var isMeantAsBlock = IsMeantAsBlock(type, session);
        foreach (var attribute in type.OriginalDefinition.GetAttributes())
        {
            if (session.Words.Of(attribute) is var word && word.Group() is WordGroup.Condition or WordGroup.Subject)
            {
                session.Report(
                    DiagnosticId.WrongClassShape,
                    session.Places.Of(attribute, Origin.None),
                    $"[{word}] belongs on a block, and {type.Name} is not one{(isMeantAsBlock ? $": a block is a static class. Make {type.Name} static." : $", so its rules would not depend on it. Move [{word}] and the rules that it is for to a static class nested in {type.Name}.")}",
                    remedy: isMeantAsBlock ? MakeStatic : null);
                if (isMeantAsBlock)
                {
                    return;
                }
            }
        }
    }

    /// <summary>Whether a class that declares nothing has what blocks have: it lacks the word static, and no kind.</summary>
    private static bool IsMeantAsBlock(INamedTypeSymbol type, Session session) =>
        type is { TypeKind: TypeKind.Class, IsAbstract: false, IsStatic: false, Arity: 0, BaseType.SpecialType: SpecialType.System_Object }
        && !session.Entities.IsExternal(type) && !session.Entities.KindsOf(type).Any()
        && type.GetAttributes().Any(a => session.Words.Of(a).Group() is WordGroup.Condition or WordGroup.Subject);

    /// <summary>A template is abstract and generic over the class that derives from it.</summary>
    public static void CheckTemplate(INamedTypeSymbol type, Origin origin, Session session)
    {
        CheckNoBlock(type, session);
        if (type.TypeKind != TypeKind.Class || !type.IsAbstract || type.Arity != 1)
        {
            session.Report(DiagnosticId.WrongClassShape, origin, $"The template {type.Name} must be an abstract class with one type parameter, the class that derives from it: abstract class {type.Name}<TSelf>.");
        }

        foreach (var kind in session.Entities.KindsOf(type))
        {
            session.Report(DiagnosticId.TwoKindsOnOneClass, origin, $"{type.Name} is both a [Template] and a [{kind}]. The classes that derive from it declare their own kind: move [{kind}] there.", remedy: $"-{kind}");
        }
    }

    /// <summary>A static class that is no block carries no rules.</summary>
    public static void CheckStatic(INamedTypeSymbol type, Origin origin, Session session)
    {
        foreach (var kind in session.Entities.KindsOf(type))
        {
            session.Report(DiagnosticId.WrongClassShape, origin, $"{type.Name} is static, and a static class is a block of rules: [{kind}] declares nothing here. Take 'static' out.");
            return;
        }

        foreach (var attribute in type.GetAttributes())
        {
            if (session.Words.Of(attribute) is var word && word.Group() is WordGroup.Rule or WordGroup.Label or WordGroup.Condition or WordGroup.Call && NeedsSubject(attribute, word, session)
                && !(word.Group() == WordGroup.Condition && HoldsBlocks(type)))
            {
                session.Report(DiagnosticId.TwoKindsOnOneClass, session.Places.Of(attribute, origin), $"The rules of {type.Name} have no subject: nest the block in a policy class, or add [RulesFor<T>].");
                return;
            }
        }
    }

    /// <summary>Whether blocks are nested in a static class: their subjects may differ, so it needs none itself.</summary>
    private static bool HoldsBlocks(INamedTypeSymbol type) => type.GetTypeMembers().Any(BlockReader.IsBlock);

    /// <summary>Whether an attribute speaks of the class that carries it. A label that names its type, raw CIL and constraints do not, nor interfaces that make all of their names of a text.</summary>
    private static bool NeedsSubject(AttributeData attribute, Word word, Session session) => word switch
    {
        Word.FileContextNone or Word.RawCil or Word.Constrain or Word.MlsConstrain or Word.ValidateTransition or Word.MlsValidateTransition => false,
        Word.InterfaceCall => !session.BaseInterfaces.MayStandAnywhere(attribute.AttributeClass!.OriginalDefinition),
        _ => word.Group() != WordGroup.Label || attribute.AttributeClass!.Arity == 0,
    };

    private static void CheckWithoutKind(INamedTypeSymbol type, Origin origin, Session session)
    {
        if (session.Entities.IsExternal(type))
        {
            return;
        }

        foreach (var attribute in type.GetAttributes())
        {
            if (session.Words.Of(attribute) is var word && word.Group() is WordGroup.SetPart or WordGroup.Companion or WordGroup.Rule or WordGroup.Label or WordGroup.Call && NeedsSubject(attribute, word, session))
            {
                var kind = type.TypeKind == TypeKind.Interface ? "[TypeAttribute]" : "[Domain] or [FileType]";
                session.Report(DiagnosticId.TwoKindsOnOneClass, session.Places.Of(attribute, origin), $"{type.Name} declares nothing in SELinux, so this attribute has no effect. Add a kind such as {kind}, or [External].", remedy: type.TypeKind == TypeKind.Interface ? "+TypeAttribute" : "+Domain +FileType");
                return;
            }
        }

        if (type is { TypeKind: TypeKind.Class, IsAbstract: false, BaseType: { } parent } && session.Entities.IsTemplate(parent))
        {
            session.Report(DiagnosticId.TwoKindsOnOneClass, origin, $"{type.Name} derives from the template {parent.Name} but has no kind. Add [Domain], [FileType] or another one.", remedy: "+Domain +FileType");
        }
    }

    private static void CheckSet(INamedTypeSymbol type, Word[] kinds, Session session)
    {
        if (kinds is [Word.TypeAttribute, ..] && !session.Entities.IsExternal(type))
        {
            return;
        }

        if (kinds.Length > 0 || session.Entities.IsExternal(type))
        {
            foreach (var attribute in type.GetAttributes())
            {
                if (session.Words.Of(attribute) is var word && word.Group() == WordGroup.SetPart)
                {
                    session.Report(DiagnosticId.WrongClassShape, session.Places.Of(attribute, Origin.None), $"[{word}] defines the members of a [TypeAttribute] of this policy, and {type.Name} is not one. Declare an attribute of your own with it.");
                }
            }
        }
    }

    private static void CheckBases(INamedTypeSymbol type, Origin origin, Session session)
    {
        for (var parent = type.BaseType; parent is { SpecialType: not SpecialType.System_Object }; parent = parent.BaseType)
        {
            if (session.Entities.IsTemplate(parent))
            {
                if (parent.TypeArguments is not [var self] || !SymbolEqualityComparer.Default.Equals(self, type))
                {
                    var instead = SymbolEqualityComparer.Default.Equals(parent, type.BaseType) && parent.Arity == 1
                        ? parent.OriginalDefinition.Construct(type).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)
                        : null;
                    session.Report(DiagnosticId.WrongClassShape, origin, $"{type.Name} derives from {parent.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}; a template is closed over the class that derives from it. Write {parent.Name}<{type.Name}>.", instead);
                    return;
                }
            }
            else if (session.Entities.KindsOf(parent.OriginalDefinition).Any())
            {
                session.Report(DiagnosticId.WrongClassShape, origin, $"{type.Name} derives from {parent.Name}, which is not a template: SELinux types do not inherit. Make {parent.Name} a [Template], or share its rules through an interface with [TypeAttribute].");
                return;
            }
        }
    }
}
