using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedPolicy.Binding.Vocabulary;

namespace TypedPolicy.Binding;

/// <summary>
/// Lists the classes that a policy is read from, for the build: it finds out what the compiled assembly has beyond them, which is what other source
/// generators made and this one could not see.
/// </summary>
public static class PolicyClasses
{
    /// <summary>A line for each class, in ordinal order, and one for the assembly itself, with an empty name; null if neither has policy.</summary>
    public static string List(Compilation compilation, CancellationToken cancellation)
    {
        var words = new AttributeClassifier();
        var lines = new List<string>();
        foreach (var type in PolicyBinder.Types(compilation.Assembly.GlobalNamespace))
        {
            cancellation.ThrowIfCancellationRequested();
            Add(type, words, lines);
        }

        var ofAssembly = Attributes(compilation.Assembly, words);
        if (lines.Count > 0 || ofAssembly > 0)
        {
            lines.Add($"\t{Number(ofAssembly)}\t0");
        }

        lines.Sort(StringComparer.Ordinal);
        return string.Join("\n", lines);
    }

    private static void Add(INamedTypeSymbol type, AttributeClassifier words, List<string> lines)
    {
        var attributes = Attributes(type, words);
        if (attributes > 0)
        {
            lines.Add(IsPartial(type) ? $"{MetadataName(type)}\t{Number(attributes)}\t{Number(Interfaces(type))}" : MetadataName(type));
        }

        foreach (var nested in type.GetTypeMembers())
        {
            Add(nested, words, lines);
        }
    }

    private static int Attributes(ISymbol symbol, AttributeClassifier words) => symbol.GetAttributes().Count(a => words.Of(a) != AttributeKind.None);

    /// <summary>As many as the compiler lists in metadata: those that the class names, and the interfaces of these.</summary>
    private static int Interfaces(INamedTypeSymbol type) =>
        type.Interfaces.Concat(type.Interfaces.SelectMany(i => i.AllInterfaces)).Distinct<ITypeSymbol>(SymbolEqualityComparer.Default).Count();

    /// <summary>Whether another file may add to the class.</summary>
    private static bool IsPartial(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Any(r => r.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static string MetadataName(INamedTypeSymbol type)
    {
        if (type.ContainingType is { } around)
        {
            return $"{MetadataName(around)}+{type.MetadataName}";
        }

        return type.ContainingNamespace is { IsGlobalNamespace: false } space ? $"{space.ToDisplayString(Plain)}.{type.MetadataName}" : type.MetadataName;
    }

    // Without the @ of names that are keywords.
    private static readonly SymbolDisplayFormat Plain = new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
