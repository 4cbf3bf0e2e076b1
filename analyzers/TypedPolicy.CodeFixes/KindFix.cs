using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedPolicy.Analyzers.Places;
using TypedPolicy.CodeFixes.Editing;

namespace TypedPolicy.CodeFixes;

/// <summary>Leaves a class with one kind, or gives it one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KindFix)), Shared]
public sealed class KindFix() : SyntaxFix("TP0002")
{
    /// <inheritdoc/>
    protected override IEnumerable<Edit> EditsFor(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        if (Syntax.DeclarationAt(root, diagnostic) is not { } declaration
            || !diagnostic.Properties.TryGetValue(RemedyProperties.Remedy, out var remedy) || remedy is null)
        {
            yield break;
        }

        // "=Domain =FileType": one of them stays. "-Domain": it goes. "+Domain +FileType": one of them comes.
        var choices = remedy.Split(' ').Select(c => (What: c[0], Kind: c.Substring(1))).ToArray();
        foreach (var (what, kind) in choices)
        {
            yield return what switch
            {
                '+' => new Edit($"Add [{kind}]", declaration, editor => Syntax.AddAttribute(editor, declaration, $"global::TypedPolicy.{kind}"), kind),
                '-' => new Edit($"Remove [{kind}]", declaration, editor => Remove(editor, [kind]), kind),
                _ => new Edit($"Keep [{kind}]", declaration, editor => Remove(editor, [.. choices.Select(c => c.Kind).Where(k => k != kind)]), kind),
            };
        }

        void Remove(Microsoft.CodeAnalysis.Editing.SyntaxEditor editor, string[] kinds)
        {
            foreach (var attribute in Syntax.AttributesOf(declaration).Where(a => kinds.Any(k => Syntax.IsNamed(a, k))))
            {
                Syntax.RemoveAttribute(editor, attribute);
            }
        }
    }
}
