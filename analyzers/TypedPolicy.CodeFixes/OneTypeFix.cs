using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedPolicy.Analyzers.Shared;
using TypedPolicy.Binding;
using TypedPolicy.CodeFixes.Editing;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.CodeFixes;

/// <summary>Writes a member of an attribute where one type is required; which one, its author chooses.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OneTypeFix)), Shared]
public sealed class OneTypeFix() : SyntaxFix(DiagnosticId.AttributeInsteadOfType)
{
    private const int MaxOffers = 8;

    /// <inheritdoc/>
    protected override IEnumerable<Edit> EditsFor(Diagnostic diagnostic, SyntaxNode root, SemanticModel model)
    {
        if (RemedyProperties.Read(diagnostic) is not WriteMember { Attribute: var name } || Syntax.AttributeAt(root, diagnostic) is not { } attribute)
        {
            yield break;
        }

        foreach (var argument in Syntax.TypeArgumentsOf(attribute))
        {
            if (model.GetTypeInfo(argument).Type is INamedTypeSymbol { TypeKind: TypeKind.Interface } carrier && DeclaredNames.Of(carrier).Any(n => n.Entity.Name == name))
            {
                foreach (var member in MembersOf(carrier, model.Compilation).Take(MaxOffers))
                {
                    yield return Edit.Write($"Write {member.Name}", argument, Syntax.Type(Syntax.FullName(member)).WithTriviaFrom(argument), member.ToDisplayString());
                }
            }
        }
    }

    private static IEnumerable<INamedTypeSymbol> MembersOf(INamedTypeSymbol carrier, Compilation compilation) => compilation
        .GetSymbolsWithName(_ => true, SymbolFilter.Type)
        .OfType<INamedTypeSymbol>()
        .Where(t => t is { TypeKind: TypeKind.Class, IsAbstract: false } && t.AllInterfaces.Contains(carrier, SymbolEqualityComparer.Default))
        .OrderBy(t => t.ToDisplayString(), StringComparer.Ordinal);
}
