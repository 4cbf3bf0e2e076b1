using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedPolicy.Analyzers.Shared;
using TypedPolicy.CodeFixes.Editing;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.CodeFixes;

/// <summary>Leaves a class with one kind, or gives it one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KindFix)), Shared]
public sealed class KindFix() : SyntaxFix(DiagnosticId.TwoKindsOnOneClass)
{
    /// <inheritdoc/>
    protected override IEnumerable<Edit> EditsFor(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        if (Syntax.DeclarationAt(root, diagnostic) is not { } declaration)
        {
            return [];
        }

        return RemedyProperties.Read(diagnostic) switch
        {
            KeepOneKind keep => keep.Kinds.Select(kind => new Edit($"Keep [{kind}]", declaration, editor => Remove(editor, [.. keep.Kinds.Where(k => k != kind)]), kind)),
            RemoveKind { Kind: var kind } => [new Edit($"Remove [{kind}]", declaration, editor => Remove(editor, [kind]), kind)],
            AddKind add => add.Kinds.Select(kind => new Edit($"Add [{kind}]", declaration, editor => Syntax.AddAttribute(editor, declaration, $"global::TypedPolicy.{kind}"), kind)),
            _ => [],
        };

        void Remove(Microsoft.CodeAnalysis.Editing.SyntaxEditor editor, string[] kinds)
        {
            foreach (var attribute in Syntax.AttributesOf(declaration).Where(a => kinds.Any(k => Syntax.IsNamed(a, k))))
            {
                Syntax.RemoveAttribute(editor, attribute);
            }
        }
    }
}
