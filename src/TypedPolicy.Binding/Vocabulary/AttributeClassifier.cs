using Microsoft.CodeAnalysis;

namespace TypedPolicy.Binding.Vocabulary;

/// <summary>Tells which attribute of the vocabulary a class is. One for each compilation.</summary>
internal sealed class AttributeClassifier
{
    /// <summary>The assembly and namespace of the vocabulary.</summary>
    public const string Library = "TypedPolicy";

    private readonly Dictionary<INamedTypeSymbol, AttributeKind> _known = new(SymbolEqualityComparer.Default);

    /// <summary>The kind of an attribute, or none.</summary>
    public AttributeKind Of(AttributeData attribute) =>
        attribute.AttributeClass is { } type && type.TypeKind != TypeKind.Error ? Of(type.OriginalDefinition) : AttributeKind.None;

    /// <summary>Whether a symbol carries an attribute of a kind.</summary>
    public bool Carries(ISymbol symbol, AttributeKind word) => Find(symbol, word) is not null;

    /// <summary>The attribute of a symbol that is of a kind.</summary>
    public AttributeData? Find(ISymbol symbol, AttributeKind word)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (Of(attribute) == word)
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>Whether a type is the given one of the library.</summary>
    public static bool IsLibraryType(ITypeSymbol type, string name) =>
        type.Name == name && IsInLibrary(type);

    /// <summary>Whether a type is declared by the library itself.</summary>
    public static bool IsInLibrary(ITypeSymbol type) =>
        type.ContainingType is null
        && type.ContainingNamespace is { Name: Library, ContainingNamespace.IsGlobalNamespace: true }
        && type.ContainingAssembly?.Name == Library;

    private AttributeKind Of(INamedTypeSymbol definition)
    {
        if (!_known.TryGetValue(definition, out var word))
        {
            _known.Add(definition, word = Classify(definition));
        }

        return word;
    }

    private static AttributeKind Classify(INamedTypeSymbol definition)
    {
        if (!IsInLibrary(definition))
        {
            return DerivesFromPolicyInterface(definition) ? AttributeKind.InterfaceCall : AttributeKind.None;
        }

        const string suffix = "Attribute";
        var name = definition.Name;
        if (!name.EndsWith(suffix, StringComparison.Ordinal))
        {
            return AttributeKind.None;
        }

        name = name.Substring(0, name.Length - suffix.Length);
        return (name, definition.Arity) switch
        {
            ("Role", 1) => AttributeKind.RoleOf,
            ("Entrypoint", 1) => AttributeKind.EntrypointOf,
            ("DomainTransition", 2) => AttributeKind.DomainTransitionThrough,
            _ => Enum.TryParse<AttributeKind>(name, out var word) ? word : AttributeKind.None,
        };
    }

    private static bool DerivesFromPolicyInterface(INamedTypeSymbol definition)
    {
        for (var type = definition.BaseType; type is not null; type = type.BaseType)
        {
            if (IsLibraryType(type, "PolicyInterfaceAttribute"))
            {
                return true;
            }
        }

        return false;
    }
}
