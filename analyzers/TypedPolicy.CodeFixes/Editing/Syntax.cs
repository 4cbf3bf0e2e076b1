using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace TypedPolicy.CodeFixes.Editing;

/// <summary>Pieces of C# that fixes read and write.</summary>
internal static class Syntax
{
    /// <summary>The class or interface at a finding.</summary>
    public static TypeDeclarationSyntax? DeclarationAt(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>();

    /// <summary>The attribute at a finding.</summary>
    public static AttributeSyntax? AttributeAt(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>();

    /// <summary>The expression of an argument that a finding underlines as a whole or in part.</summary>
    public static ExpressionSyntax? ArgumentAt(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeArgumentSyntax>()?.Expression;

    /// <summary>An attribute of the library, by its name without the ending, whatever its type arguments.</summary>
    public static bool IsNamed(AttributeSyntax attribute, string name) => NameOf(attribute) is { } own && (own == name || own == name + "Attribute");

    /// <summary>The name of an attribute without namespaces and type arguments.</summary>
    public static string NameOf(AttributeSyntax attribute) => SimpleNameOf(attribute).Identifier.ValueText;

    /// <summary>The type arguments of an attribute.</summary>
    public static SeparatedSyntaxList<TypeSyntax> TypeArgumentsOf(AttributeSyntax attribute) =>
        SimpleNameOf(attribute) is GenericNameSyntax generic ? generic.TypeArgumentList.Arguments : default;

    /// <summary>Every attribute of a declaration.</summary>
    public static IEnumerable<AttributeSyntax> AttributesOf(TypeDeclarationSyntax declaration) => declaration.AttributeLists.SelectMany(l => l.Attributes);

    /// <summary>An expression with names in full, which are shortened as far as the file allows.</summary>
    public static ExpressionSyntax Expression(string text)
    {
        var parsed = SyntaxFactory.ParseExpression(text);
        return parsed.ReplaceNodes(
            parsed.DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>(),
            (_, name) => name.WithAdditionalAnnotations(Simplifier.Annotation));
    }

    /// <summary>A type with its name in full, which is shortened as far as the file allows.</summary>
    public static TypeSyntax Type(string text) => SyntaxFactory.ParseTypeName(text).WithAdditionalAnnotations(Simplifier.Annotation);

    /// <summary>A C# name that means the same everywhere.</summary>
    public static string FullName(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>Puts an attribute on a class, written as in <c>global::TypedPolicy.Role&lt;global::TypedPolicy.SystemR&gt;</c>.</summary>
    public static void AddAttribute(SyntaxEditor editor, TypeDeclarationSyntax declaration, string attribute)
    {
        var parsed = SyntaxFactory.ParseCompilationUnit($"[{attribute}] class C;").Members.OfType<ClassDeclarationSyntax>().Single().AttributeLists[0];
        AddAttribute(editor, declaration, parsed.Attributes[0]);
    }

    /// <summary>Puts an attribute on a class, on a line of its own below the others.</summary>
    public static void AddAttribute(SyntaxEditor editor, TypeDeclarationSyntax declaration, AttributeSyntax attribute)
    {
        var list = SyntaxFactory.AttributeList([attribute.WithoutTrivia()])
            .WithTrailingTrivia(EndOfLine(declaration))
            .WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);
        editor.AddAttribute(declaration, list);
    }

    /// <summary>Takes an attribute out, with what surrounds it alone.</summary>
    public static void RemoveAttribute(SyntaxEditor editor, AttributeSyntax attribute)
    {
        var part = AttributeRemoval.PartOf(attribute);
        editor.RemoveNode(part, AttributeRemoval.OptionsFor(part));
    }

    /// <summary>A declaration with braces in place of a semicolon.</summary>
    public static TypeDeclarationSyntax WithBraces(TypeDeclarationSyntax declaration) => !declaration.OpenBraceToken.IsKind(SyntaxKind.None)
        ? declaration
        : (TypeDeclarationSyntax)declaration
            .WithSemicolonToken(default)
            .WithOpenBraceToken(SyntaxFactory.Token(SyntaxKind.OpenBraceToken))
            .WithCloseBraceToken(SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithTrailingTrivia(declaration.SemicolonToken.TrailingTrivia));

    /// <summary>The end of a line as the file has it.</summary>
    public static SyntaxTrivia EndOfLine(SyntaxNode node) =>
        SyntaxFactory.ElasticEndOfLine(node.SyntaxTree.GetRoot().DescendantTrivia().FirstOrDefault(t => t.IsKind(SyntaxKind.EndOfLineTrivia)).ToString() is { Length: > 0 } own ? own : "\n");

    /// <summary>The last part of an attribute's name.</summary>
    public static SimpleNameSyntax SimpleNameOf(AttributeSyntax attribute) => attribute.Name switch
    {
        QualifiedNameSyntax qualified => qualified.Right,
        AliasQualifiedNameSyntax alias => alias.Name,
        var name => (SimpleNameSyntax)name,
    };
}
