using Microsoft.CodeAnalysis;
using TypedPolicy.Binding.Vocabulary;
using TypedPolicy.Model;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.Binding.Reading;

/// <summary>TP0001, TP0002: the shape that a policy class must have for its attributes to mean something.</summary>
internal static class Shapes
{
    /// <summary>Checks a class that is neither a template nor a block.</summary>
    public static void Check(INamedTypeSymbol type, AttributeKind[] kinds, INamedTypeSymbol? self, Origin origin, Session session)
    {
        if (kinds.Length > 1)
        {
            session.Report(RuleCatalogue.TwoKindsOnOneClass.SeveralKinds.With(type.Name, string.Join(" and ", kinds.Select(k => $"[{k}]"))), origin, new KeepOneKind(EquatableArray.From(kinds.Select(k => k.ToString()))));
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
            session.Report(RuleCatalogue.WrongClassShape.Generic.With(type.Name), origin);
        }

        if (kinds[0] == AttributeKind.Entrypoint && (type.ContainingType is null || (self is null && session.Entities.StemOf(type.ContainingType) is null)))
        {
            session.Report(RuleCatalogue.WrongClassShape.EntrypointOfNothing.With(type.Name), origin);
        }

        CheckBases(type, origin, session);
    }

    /// <summary>Conditions belong on blocks: on anything else they would change nothing.</summary>
    public static void CheckNoBlock(INamedTypeSymbol type, Session session)
    {
        var isMeantAsBlock = IsMeantAsBlock(type, session);
        foreach (var attribute in type.OriginalDefinition.GetAttributes())
        {
            if (session.Attributes.Of(attribute) is var word && word.Group() is AttributeGroup.Condition or AttributeGroup.Subject)
            {
                session.Report(
                    (isMeantAsBlock ? RuleCatalogue.WrongClassShape.BlockAttributeOnClass : RuleCatalogue.WrongClassShape.BlockAttributeOnSubject).With(word, type.Name),
                    session.Places.Of(attribute, Origin.None),
                    isMeantAsBlock ? new MakeStatic() : null);
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
        && type.GetAttributes().Any(a => session.Attributes.Of(a).Group() is AttributeGroup.Condition or AttributeGroup.Subject);

    /// <summary>A template is abstract and generic over the class that derives from it.</summary>
    public static void CheckTemplate(INamedTypeSymbol type, Origin origin, Session session)
    {
        CheckNoBlock(type, session);
        if (type.TypeKind != TypeKind.Class || !type.IsAbstract || type.Arity != 1)
        {
            session.Report(RuleCatalogue.WrongClassShape.TemplateShape.With(type.Name), origin);
        }

        foreach (var kind in session.Entities.KindsOf(type))
        {
            session.Report(RuleCatalogue.TwoKindsOnOneClass.TemplateWithKind.With(type.Name, kind), origin, new RemoveKind(kind.ToString()));
        }
    }

    /// <summary>A static class that is not a block carries no rules.</summary>
    public static void CheckStatic(INamedTypeSymbol type, Origin origin, Session session)
    {
        foreach (var kind in session.Entities.KindsOf(type))
        {
            session.Report(RuleCatalogue.WrongClassShape.Static.With(type.Name, kind), origin);
            return;
        }

        foreach (var attribute in type.GetAttributes())
        {
            if (session.Attributes.Of(attribute) is var word && word.Group() is AttributeGroup.Rule or AttributeGroup.Label or AttributeGroup.Condition or AttributeGroup.Call && NeedsSubject(attribute, word, session)
                && !(word.Group() == AttributeGroup.Condition && HoldsBlocks(type)))
            {
                session.Report(RuleCatalogue.TwoKindsOnOneClass.BlockWithoutSubject.With(type.Name), session.Places.Of(attribute, origin));
                return;
            }
        }
    }

    /// <summary>Whether blocks are nested in a static class: their subjects may differ, so it needs none itself.</summary>
    private static bool HoldsBlocks(INamedTypeSymbol type) => type.GetTypeMembers().Any(BlockReader.IsBlock);

    /// <summary>Whether an attribute speaks of the class that carries it. A label that names its type, raw CIL and constraints do not, nor interfaces that make all of their names of a text.</summary>
    private static bool NeedsSubject(AttributeData attribute, AttributeKind word, Session session) => word switch
    {
        AttributeKind.FileContextNone or AttributeKind.RawCil or AttributeKind.Constrain or AttributeKind.MlsConstrain or AttributeKind.ValidateTransition or AttributeKind.MlsValidateTransition => false,
        AttributeKind.InterfaceCall => !session.BaseInterfaces.MayStandAnywhere(attribute.AttributeClass!.OriginalDefinition),
        _ => word.Group() != AttributeGroup.Label || attribute.AttributeClass!.Arity == 0,
    };

    private static void CheckWithoutKind(INamedTypeSymbol type, Origin origin, Session session)
    {
        if (session.Entities.IsExternal(type))
        {
            return;
        }

        foreach (var attribute in type.GetAttributes())
        {
            if (session.Attributes.Of(attribute) is var word && word.Group() is AttributeGroup.SetPart or AttributeGroup.Companion or AttributeGroup.Rule or AttributeGroup.Label or AttributeGroup.Call && NeedsSubject(attribute, word, session))
            {
                var kind = type.TypeKind == TypeKind.Interface ? "[TypeAttribute]" : "[Domain] or [FileType]";
                session.Report(RuleCatalogue.TwoKindsOnOneClass.NoKind.With(type.Name, kind), session.Places.Of(attribute, origin), type.TypeKind == TypeKind.Interface ? new AddKind(EquatableArray.Of("TypeAttribute")) : new AddKind(EquatableArray.Of("Domain", "FileType")));
                return;
            }
        }

        if (type is { TypeKind: TypeKind.Class, IsAbstract: false, BaseType: { } parent } && session.Entities.IsTemplate(parent))
        {
            session.Report(RuleCatalogue.TwoKindsOnOneClass.DerivedWithoutKind.With(type.Name, parent.Name), origin, new AddKind(EquatableArray.Of("Domain", "FileType")));
        }
    }

    private static void CheckSet(INamedTypeSymbol type, AttributeKind[] kinds, Session session)
    {
        if (kinds is [AttributeKind.TypeAttribute, ..] && !session.Entities.IsExternal(type))
        {
            return;
        }

        if (kinds.Length > 0 || session.Entities.IsExternal(type))
        {
            foreach (var attribute in type.GetAttributes())
            {
                if (session.Attributes.Of(attribute) is var word && word.Group() == AttributeGroup.SetPart)
                {
                    session.Report(RuleCatalogue.WrongClassShape.MembersOfForeignAttribute.With(word, type.Name), session.Places.Of(attribute, Origin.None));
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
                    var remedy = SymbolEqualityComparer.Default.Equals(parent, type.BaseType) && parent.Arity == 1
                        ? new CloseTemplate(parent.OriginalDefinition.Construct(type).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat))
                        : null;
                    session.Report(RuleCatalogue.WrongClassShape.NotClosedOverItself.With(type.Name, parent.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), parent.Name), origin, remedy);
                    return;
                }
            }
            else if (session.Entities.KindsOf(parent.OriginalDefinition).Any())
            {
                session.Report(RuleCatalogue.WrongClassShape.BaseNotATemplate.With(type.Name, parent.Name), origin);
                return;
            }
        }
    }
}
