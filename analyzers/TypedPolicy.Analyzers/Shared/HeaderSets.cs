using Microsoft.CodeAnalysis;

namespace TypedPolicy.Analyzers.Shared;

/// <summary>The permission sets of a base policy's headers, which bindings have as constants: <c>Perms.File.Manage</c>.</summary>
internal sealed class HeaderSets
{
    private readonly ILookup<ISymbol?, (string Name, string Full, ulong Value)> _byEnum;

    /// <param name="compilation">The compilation that may reference bindings.</param>
    public HeaderSets(Compilation compilation) =>
        _byEnum = (compilation.GetTypeByMetadataName("TypedPolicy.Base.Perms")?.GetTypeMembers() ?? [])
            .SelectMany(t => t.GetMembers().OfType<IFieldSymbol>())
            .Where(f => f is { HasConstantValue: true, Type.TypeKind: TypeKind.Enum })
            .ToLookup(
                f => (ISymbol?)f.Type,
                f => ($"{f.ContainingType.ContainingType.Name}.{f.ContainingType.Name}.{f.Name}", $"{f.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}.{f.Name}", EnumBits.Of(f.ConstantValue!)),
                SymbolEqualityComparer.Default);

    /// <summary>The set of an enum that has just some permissions: how C# writes it, in short and in full; null if there is none.</summary>
    public (string Name, string Full)? Of(INamedTypeSymbol type, ulong value) =>
        _byEnum[type].FirstOrDefault(s => s.Value == value) is { Name: not null } set ? (set.Name, set.Full) : null;
}
