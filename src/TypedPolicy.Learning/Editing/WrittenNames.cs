using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedPolicy.Binding;
using TypedPolicy.Learning.Compiling;
using TypedPolicy.Model.Languages;
using TypedPolicy.Model.Naming;

namespace TypedPolicy.Learning.Editing;

/// <summary>How C# writes types. One that no class stands for gets a class with <c>[External]</c>, if the linked policy has it: a name of a log alone becomes none.</summary>
internal sealed class WrittenNames
{
    private readonly CompiledPolicy _policy;
    private readonly Func<string, bool> _exists;
    private readonly Dictionary<string, PolicySymbol> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (INamedTypeSymbol Owner, string Name)> _nested = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _externals = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>Begins.</summary>
    /// <param name="policy">The C#.</param>
    /// <param name="exists">Whether the linked policy has a type.</param>
    public WrittenNames(CompiledPolicy policy, Func<string, bool> exists)
    {
        (_policy, _exists) = (policy, exists);
        foreach (var symbol in policy.Symbols)
        {
            _known.TryAdd(symbol.Entity.Name, symbol);
        }
    }

    /// <summary>Types that get a class, by the names of the classes.</summary>
    public IEnumerable<(string Type, string Class)> Externals => _externals.Select(e => (e.Key, e.Value));

    /// <summary>The class of a type.</summary>
    public PolicySymbol? Find(string type) => _known.GetValueOrDefault(type);

    /// <summary>The type that a class stands for; null if it stands for none.</summary>
    public string? TypeOf(ITypeSymbol symbol) =>
        symbol is { Name: "Self" or "Owner", ContainingNamespace: { Name: "TypedPolicy", ContainingNamespace.IsGlobalNamespace: true } } ? symbol.Name == "Self" ? "self" : "owner"
            : _policy.Symbols.FirstOrDefault(s => SymbolEqualityComparer.Default.Equals(s.Symbol, symbol))?.Entity.Name;

    /// <summary>Remembers a class that is to be declared in another.</summary>
    public void Declare(string type, INamedTypeSymbol owner, string name)
    {
        _nested[type] = (owner, name);
        _taken.Add(name);
    }

    /// <summary>How C# writes a type at a place; null if it cannot.</summary>
    public string? Of(string type, EditedFile file, int at) => type switch
    {
        "self" => file.NameOf(_policy.Compilation.GetTypeByMetadataName("TypedPolicy.Self")!, at),
        "owner" => file.NameOf(_policy.Compilation.GetTypeByMetadataName("TypedPolicy.Owner")!, at),
        _ when _known.TryGetValue(type, out var known) => file.NameOf(known.Symbol, at),
        _ when _nested.TryGetValue(type, out var nested) => $"{file.NameOf(nested.Owner, at)}.{nested.Name}",
        _ when _exists(type) && External(type) is { } external => external,
        _ => null,
    };

    /// <summary>A class name that nothing in the project has.</summary>
    public string Free(string name)
    {
        var free = name;
        for (var number = 2; IsTaken(free); number++)
        {
            free = $"{name}{number}";
        }

        _taken.Add(free);
        return free;
    }

    private bool IsTaken(string name) => _taken.Contains(name) || _policy.Compilation.ContainsSymbolsWithName(name, SymbolFilter.Type | SymbolFilter.Namespace);

    private string? External(string type)
    {
        if (!_externals.TryGetValue(type, out var name))
        {
            var pascal = Model.Naming.NameOf.Pascal(Model.Naming.NameOf.Stem(type, EntityKind.Type));
            if (!CSharpText.IsIdentifier(pascal))
            {
                return null;
            }

            _externals[type] = name = Free(IsTaken(pascal) ? pascal + "T" : pascal);
        }

        return name;
    }
}
