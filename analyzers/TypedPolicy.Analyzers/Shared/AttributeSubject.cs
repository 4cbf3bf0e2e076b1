using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedPolicy.Analyzers.Shared;

/// <summary>The class that an attribute is on.</summary>
internal static class AttributeSubject
{
    public static INamedTypeSymbol? Of(AttributeSyntax attribute, SemanticModel model, CancellationToken cancellation) =>
        attribute.Parent?.Parent is BaseTypeDeclarationSyntax declaration ? model.GetDeclaredSymbol(declaration, cancellation) as INamedTypeSymbol : null;

    /// <summary>What the compiler read of an attribute, which it does in any case; null if that is not known. To ask the semantic model binds the attribute once more.</summary>
    public static AttributeData? DataOf(AttributeSyntax attribute, SemanticModel model, CancellationToken cancellation) =>
        Of(attribute, model, cancellation)?.GetAttributes().FirstOrDefault(a => a.ApplicationSyntaxReference is { } at && at.Span == attribute.Span && at.SyntaxTree == attribute.SyntaxTree);

    /// <summary>Whether an attribute may have one of some names, by its text; an alias may stand for any.</summary>
    public static bool MayBe(AttributeSyntax attribute, SemanticModel model, CancellationToken cancellation, params string[] names) =>
        names.Contains(TextOf(attribute)) || (attribute.Name is IdentifierNameSyntax alias && model.GetAliasInfo(alias, cancellation) is not null);

    /// <summary>
    /// The library's class of an attribute, without arity; null if it is another one. The text is looked at first: binding an attribute
    /// costs a thousand times as much.
    /// </summary>
    public static INamedTypeSymbol? LibraryClassOf(AttributeSyntax attribute, SemanticModel model, CancellationToken cancellation, params string[] names)
    {
        if (!MayBe(attribute, model, cancellation, names))
        {
            return null;
        }

        var symbol = model.GetSymbolInfo(attribute, cancellation);
        var type = (symbol.Symbol ?? symbol.CandidateSymbols.FirstOrDefault())?.ContainingType;
        return type is { ContainingNamespace: { Name: "TypedPolicy", ContainingNamespace.IsGlobalNamespace: true } } && type.ContainingAssembly?.Name == "TypedPolicy" && names.Contains(Short(type.Name)) ? type : null;
    }

    /// <summary>The name of an attribute as it is written: without namespaces, type arguments and ending.</summary>
    private static string TextOf(AttributeSyntax attribute) => Short(attribute.Name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    });

    private static string Short(string name) => name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;
}
