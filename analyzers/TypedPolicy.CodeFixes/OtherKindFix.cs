using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedPolicy.Analyzers.Shared;
using TypedPolicy.CodeFixes.Editing;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.CodeFixes;

/// <summary>Gives a type the kind that its rules ask for, in place of the one that it has.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OtherKindFix)), Shared]
public sealed class OtherKindFix() : SyntaxFix(DiagnosticId.OutsideDomainAttribute, DiagnosticId.LabelNotFileType)
{
    private static readonly string[] Kinds = ["PolicyType", "FileType", "PortType"];

    /// <inheritdoc/>
    protected override IEnumerable<Edit> EditsFor(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        if (RemedyProperties.Read(diagnostic) is ChangeKind { Kind: var kind }
            && Syntax.DeclarationAt(root, diagnostic) is { } declaration && declaration.Identifier.Span == diagnostic.Location.SourceSpan
            && Syntax.AttributesOf(declaration).FirstOrDefault(a => Kinds.Any(k => Syntax.IsNamed(a, k))) is { Name: { } name })
        {
            yield return Edit.Write($"Declare it [{kind}]", name, ((NameSyntax)Syntax.Type($"global::TypedPolicy.{kind}Attribute")).WithTriviaFrom(name));
        }
    }
}
