using Microsoft.CodeAnalysis;

namespace TypedPolicy.CodeFixes.Editing;

/// <summary>The classes and interfaces that stand for a name of another policy.</summary>
internal static class ExternalClasses
{
    /// <summary>The one that a file of a compilation can name; null if there is none. The project's own come first, then those of the library and of a base's bindings.</summary>
    public static INamedTypeSymbol? Find(string name, Compilation compilation) =>
        Of(compilation.Assembly.GlobalNamespace, name).FirstOrDefault()
        ?? (Namespace(compilation.GlobalNamespace, "TypedPolicy") is { } library ? Of(library, name).FirstOrDefault(t => compilation.IsSymbolAccessibleWithin(t, compilation.Assembly)) : null);

    private static INamespaceSymbol? Namespace(INamespaceSymbol outer, string name) => outer.GetNamespaceMembers().FirstOrDefault(n => n.Name == name);

    private static IEnumerable<INamedTypeSymbol> Of(INamespaceOrTypeSymbol outer, string name)
    {
        foreach (var member in outer.GetMembers())
        {
            if (member is INamedTypeSymbol { DeclaredAccessibility: not (Accessibility.Private or Accessibility.Protected) } type && IsExternal(type, name))
            {
                yield return type;
            }

            if (member is INamespaceOrTypeSymbol inner)
            {
                foreach (var found in Of(inner, name))
                {
                    yield return found;
                }
            }
        }
    }

    private static bool IsExternal(INamedTypeSymbol type, string name) => type.GetAttributes().Any(a =>
        a.AttributeClass is { Name: "ExternalAttribute", ContainingNamespace.Name: "TypedPolicy" }
        && a.ConstructorArguments.Length > 0 && a.ConstructorArguments[0].Value is string value && value == name);
}
