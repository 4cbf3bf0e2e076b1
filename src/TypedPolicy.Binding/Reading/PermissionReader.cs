using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedPolicy.Binding.Entities;
using TypedPolicy.Model;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Binding.Reading;

/// <summary>Reads permissions: values of permission enums, of one class or several, or the parameter that stands for them.</summary>
internal sealed class PermissionReader(Session session)
{
    /// <summary>The permissions of an attribute's argument, sorted by class; problems are reported.</summary>
    public ImmutableArray<PermissionSet> Read(AttributeData attribute, int index, Carrier carrier) =>
        attribute.ConstructorArguments.Length > index
            ? Read(attribute.ConstructorArguments[index], session.Places.Of(attribute, carrier.Outer), index, carrier)
            : [];

    /// <summary>The permissions of a value.</summary>
    public ImmutableArray<PermissionSet> Read(TypedConstant argument, Origin origin, int index, Carrier carrier)
    {
        var values = argument.Kind == TypedConstantKind.Array ? (argument.IsNull ? [] : argument.Values) : [argument];
        var sets = ImmutableArray.CreateBuilder<PermissionSet>();
        var failed = false;
        for (var i = 0; i < values.Length; i++)
        {
            var read = ReadOne(values[i], new Spot(origin, SpotPart.Argument, index + i), carrier);
            failed |= read.IsEmpty;
            sets.AddRange(read);
        }

        if (sets.Count == 0 && !failed)
        {
            session.Report(RuleCatalogue.UnknownPermission.None.With(), origin);
        }

        return sets.Count < 2 ? sets.ToImmutable() : Merge(sets);
    }

    private ImmutableArray<PermissionSet> ReadOne(TypedConstant value, Spot spot, Carrier carrier)
    {
        if (value is { Kind: TypedConstantKind.Primitive, Value: string text })
        {
            if (Placeholders.Parameter(text) is { } parameter && carrier.InInterface)
            {
                return [new PermissionSet(new EntityRef(EntityKind.Parameter, parameter), EquatableArray<string>.Empty)];
            }

            var near = Nearest(text);
            session.Report(RuleCatalogue.UnknownPermission.String.With(near ?? "FilePerms.Read"), spot, near is null ? null : new WriteCode("global::TypedPolicy." + near));
            return [];
        }

        if (value is not { Kind: TypedConstantKind.Enum, Type: INamedTypeSymbol type })
        {
            if (value.Kind != TypedConstantKind.Error)
            {
                session.Report(RuleCatalogue.UnknownPermission.NotAPermission.With(), spot);
            }

            return [];
        }

        var read = session.Enums.Of(type);
        if (read.Entity.Kind is not (EntityKind.ObjectClass or EntityKind.ClassMap or EntityKind.ClassPermission))
        {
            session.Report(RuleCatalogue.UnknownPermission.NotAPermissionEnum.With(type.Name), spot);
            return [];
        }

        var sets = read.Decode(EnumReader.Bits(value.Value));
        if (sets.IsEmpty)
        {
            session.Report(RuleCatalogue.UnknownPermission.ValueOutsideClass.With(type.Name, read.Entity.Describe()), spot);
        }

        return sets;
    }

    /// <summary>The member that a text was meant for: one of files first, then that of another class which is called so, or nearly.</summary>
    private string? Nearest(string text)
    {
        var name = NameOf.Pascal(text);
        if (session.Compilation.GetTypeByMetadataName("TypedPolicy.FilePerms") is not { } files)
        {
            return null;
        }

        var members = files.ContainingNamespace.GetTypeMembers()
            .Where(t => t.TypeKind == TypeKind.Enum && t.Name.EndsWith("Perms", StringComparison.Ordinal))
            .OrderBy(t => !SymbolEqualityComparer.Default.Equals(t, files)).ThenBy(t => t.Name, StringComparer.OrdinalIgnoreCase)
            .SelectMany(t => t.GetMembers().OfType<IFieldSymbol>())
            .ToArray();
        var near = Similar.To(name, members.Where(f => f.ContainingType.Name == files.Name).Select(f => f.Name)) is { } ofFiles && members.All(f => f.Name != name) ? ofFiles : Similar.To(name, members.Select(f => f.Name));
        return members.FirstOrDefault(f => f.Name == near) is { } member ? $"{member.ContainingType.Name}.{member.Name}" : null;
    }

    /// <summary>One set for each class, so that two values of one class are one rule.</summary>
    private static ImmutableArray<PermissionSet> Merge(IEnumerable<PermissionSet> sets) =>
    [
        .. sets
            .GroupBy(s => s.Class)
            .OrderBy(g => g.Key.Name, StringComparer.Ordinal)
            .Select(g => Union(g.Key, [.. g])),
    ];

    private static PermissionSet Union(EntityRef @class, IReadOnlyList<PermissionSet> sets)
    {
        var names = sets.SelectMany(s => s.Names).Distinct().OrderBy(n => n, StringComparer.Ordinal);
        var complements = sets.Where(s => s.Excluded.Count > 0).Select(s => (IEnumerable<string>)s.Excluded).ToList();
        if (complements.Count == 0)
        {
            return new PermissionSet(@class, EquatableArray.From(names));
        }

        // What is left out is what none of them gives.
        var excluded = EquatableArray.From(complements.Aggregate((all, next) => all.Intersect(next)).Except(sets.Where(s => s.Excluded.Count == 0).SelectMany(s => s.Names)).OrderBy(n => n, StringComparer.Ordinal));
        return excluded.Count == 0 || sets.Any(s => s.Names.Contains("all")) ? new PermissionSet(@class, EquatableArray.Of("all")) : new PermissionSet(@class, EquatableArray.From(names)) { Excluded = excluded };
    }
}
