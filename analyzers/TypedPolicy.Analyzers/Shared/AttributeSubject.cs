using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedPolicy.Analyzers.Shared;

/// <summary>The class that an attribute stands on.</summary>
internal static class AttributeSubject
{
    public static INamedTypeSymbol? Of(AttributeSyntax attribute, SemanticModel model, CancellationToken cancellation) =>
        attribute.Parent?.Parent is BaseTypeDeclarationSyntax declaration ? model.GetDeclaredSymbol(declaration, cancellation) as INamedTypeSymbol : null;

    /// <summary>The library's class of an attribute, without arity; nothing where it is somebody else's.</summary>
    public static INamedTypeSymbol? LibraryClassOf(AttributeSyntax attribute, SemanticModel model, CancellationToken cancellation)
    {
        var symbol = model.GetSymbolInfo(attribute, cancellation);
        var type = (symbol.Symbol ?? symbol.CandidateSymbols.FirstOrDefault())?.ContainingType;
        return type is { ContainingNamespace: { Name: "TypedPolicy", ContainingNamespace.IsGlobalNamespace: true } } && type.ContainingAssembly?.Name == "TypedPolicy" ? type : null;
    }
}
