using Microsoft.CodeAnalysis;
using TypedPolicy.Binding.Vocabulary;

namespace TypedPolicy.Analyzers.Shared;

/// <summary>Reads <c>[Justified("TP5003", "why")]</c>: on a class, on one around it, or on the assembly.</summary>
internal static class Justifications
{
    /// <summary>Whether the finding of a rule on a symbol is meant so, with a reason.</summary>
    public static bool Cover(ISymbol? symbol, string id)
    {
        for (var around = symbol; around is not null and not INamespaceSymbol; around = around.ContainingType)
        {
            if (Has(around, id))
            {
                return true;
            }
        }

        return symbol?.ContainingAssembly is { } assembly && Has(assembly, id);
    }

    /// <summary>Whether an attribute is the library's <c>[Justified]</c>.</summary>
    public static bool IsJustified(AttributeData attribute) =>
        attribute.AttributeClass is { Name: "JustifiedAttribute", ContainingNamespace: { Name: "TypedPolicy", ContainingNamespace.IsGlobalNamespace: true } };

    private static bool Has(ISymbol symbol, string id) =>
        symbol.GetAttributes().Any(a => IsJustified(a)
            && a.ConstructorArguments is [{ Value: string rule }, { Value: string reason }]
            && rule == id
            && Reasons.IsGiven(reason));
}
