using Microsoft.CodeAnalysis;
using TypedPolicy.Binding.Vocabulary;
using TypedPolicy.Model;
using TypedPolicy.Model.Declarations;

namespace TypedPolicy.Binding.Reading;

/// <summary>Reads <c>[Justified("TP5003", "why")]</c>. One without a reason has no effect.</summary>
internal static class JustificationReader
{
    /// <summary>Those of a class and the templates that it derives from, or of an assembly.</summary>
    /// <param name="symbol">The class or assembly.</param>
    /// <param name="session">What is read.</param>
    /// <param name="outer">The place around one that was read from another assembly.</param>
    /// <param name="withBlocks">Whether those of the blocks in a class count too.</param>
    public static EquatableArray<Justification> Of(ISymbol symbol, Session session, Origin outer, bool withBlocks = false) => EquatableArray.From(All(symbol, session, outer, withBlocks));

    private static IEnumerable<Justification> All(ISymbol symbol, Session session, Origin outer, bool withBlocks)
    {
        foreach (var attribute in session.Places.InOrder(symbol))
        {
            if (attribute.AttributeClass is { Name: "JustifiedAttribute", ContainingNamespace: { Name: "TypedPolicy", ContainingNamespace.IsGlobalNamespace: true } }
                && attribute.ConstructorArguments is [{ Value: string rule }, { Value: string reason }]
                && rule.Length > 0 && rule.All(char.IsLetterOrDigit)
                && Reasons.IsGiven(reason))
            {
                yield return new(session.Places.Of(attribute, outer), rule, reason);
            }
        }

        if (symbol is not INamedTypeSymbol type)
        {
            yield break;
        }

        var blocks = withBlocks ? session.Places.InOrder(type.GetTypeMembers()).Where(BlockReader.IsBlock) : [];
        var templates = type.BaseType is { } template && session.Entities.IsTemplate(template) ? [template.OriginalDefinition] : Enumerable.Empty<INamedTypeSymbol>();
        foreach (var justification in blocks.Concat(templates).SelectMany(t => All(t, session, outer, withBlocks)))
        {
            yield return justification;
        }
    }
}
