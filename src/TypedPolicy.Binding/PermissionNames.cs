using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedPolicy.Binding.Entities;
using TypedPolicy.Binding.Vocabulary;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Binding;

/// <summary>Tells which permissions a value of a permission enum stands for. One for each compilation; safe to share.</summary>
public sealed class PermissionNames
{
    private readonly EnumReader _enums = new(new EntityTable(new AttributeClassifier()));
    private readonly object _gate = new();

    /// <summary>The permissions; none where the type is not an enum of permissions. <c>all</c> stands for every one of the class.</summary>
    public ImmutableArray<PermissionSet> Of(ITypeSymbol? type, object? value)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Enum } named || value is null)
        {
            return [];
        }

        lock (_gate)
        {
            var read = _enums.Of(named);
            return read.Entity.Kind == EntityKind.ObjectClass ? read.Decode(EnumReader.Bits(value)) : [];
        }
    }
}
