using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedPolicy.Analyzers.Shared;
using TypedPolicy.CodeFixes.Editing;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;

namespace TypedPolicy.CodeFixes;

/// <summary>Adds what a class lacks: a role, a label, the access that a transition takes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingAttributeFix)), Shared]
public sealed class MissingAttributeFix() : SyntaxFix(DiagnosticId.DomainWithoutRole, DiagnosticId.ExecutableWithoutLabel, DiagnosticId.IncompleteFileTransition)
{
    /// <inheritdoc/>
    protected override IEnumerable<Edit> EditsFor(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        return Syntax.DeclarationAt(root, diagnostic) is not { } declaration ? [] : (DiagnosticIds.Parse(diagnostic.Id), RemedyProperties.Read(diagnostic)) switch
        {
            (DiagnosticId.DomainWithoutRole, _) => [Add(declaration, declaration, "Add [Role<SystemR>]", "global::TypedPolicy.Role<global::TypedPolicy.SystemR>")],
            (_, LabelPath { Path: var path }) => [Add(declaration, declaration, $"Label {path}", $"global::TypedPolicy.FileContext(\"{path}\", global::TypedPolicy.FileKind.File)")],
            (_, AllowFileTransition access) when Syntax.AttributeAt(root, diagnostic) is { } transition && Syntax.TypeArgumentsOf(transition) is [var target, var result] =>
                [Add(transition, declaration, "Allow what the transition takes", [.. access.Missing.Select(a => Allow(a, target, result, model.Compilation))])],
            _ => [],
        };
    }

    private static Edit Add(SyntaxNode node, TypeDeclarationSyntax declaration, string title, params string[] attributes) => new(title, node, editor =>
    {
        foreach (var attribute in attributes)
        {
            Syntax.AddAttribute(editor, declaration, attribute);
        }
    });

    /// <summary>The rule for a permission, with the set that people use for it.</summary>
    private static string Allow(TransitionAccess access, TypeSyntax target, TypeSyntax result, Compilation compilation)
    {
        var (permissions, permission) = ($"{NameOf.Pascal(access.ObjectClass)}Perms", NameOf.Pascal(access.Permission));
        var set = permission == "AddName" ? "AddEntry" : $"{permission}Set";
        var known = compilation.GetTypeByMetadataName($"TypedPolicy.{permissions}")?.GetMembers(set).IsEmpty == false;
        return $"global::TypedPolicy.Allow<{(access.IsOnTarget ? target : result)}>(global::TypedPolicy.{permissions}.{(known ? set : permission)})";
    }
}
