using Microsoft.CodeAnalysis;

namespace TypedPolicy.Binding.Vocabulary;

/// <summary>Tells which word of the vocabulary an attribute class is. One for each compilation.</summary>
internal sealed class Words
{
    /// <summary>The assembly and namespace of the vocabulary.</summary>
    public const string Library = "TypedPolicy";

    private readonly Dictionary<INamedTypeSymbol, Word> _known = new(SymbolEqualityComparer.Default);

    /// <summary>The word that an attribute is, or none.</summary>
    public Word Of(AttributeData attribute) =>
        attribute.AttributeClass is { } type && type.TypeKind != TypeKind.Error ? Of(type.OriginalDefinition) : Word.None;

    /// <summary>Whether a symbol carries a word.</summary>
    public bool Carries(ISymbol symbol, Word word) => Find(symbol, word) is not null;

    /// <summary>The attribute of a symbol that is a word.</summary>
    public AttributeData? Find(ISymbol symbol, Word word)
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

    private Word Of(INamedTypeSymbol definition)
    {
        if (!_known.TryGetValue(definition, out var word))
        {
            _known.Add(definition, word = Classify(definition));
        }

        return word;
    }

    private static Word Classify(INamedTypeSymbol definition)
    {
        if (!IsInLibrary(definition))
        {
            return DerivesFromPolicyInterface(definition) ? Word.InterfaceCall : Word.None;
        }

        const string suffix = "Attribute";
        var name = definition.Name;
        if (!name.EndsWith(suffix, StringComparison.Ordinal))
        {
            return Word.None;
        }

        name = name.Substring(0, name.Length - suffix.Length);
        return (name, definition.Arity) switch
        {
            ("Role", 1) => Word.RoleOf,
            ("Entrypoint", 1) => Word.EntrypointOf,
            ("DomainTransition", 2) => Word.DomainTransitionThrough,
            _ => Enum.TryParse<Word>(name, out var word) ? word : Word.None,
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
