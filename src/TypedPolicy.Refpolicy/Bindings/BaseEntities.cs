using TypedPolicy.Model.Naming;
using TypedPolicy.Refpolicy.Expansion;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Refpolicy.Language;

namespace TypedPolicy.Refpolicy.Bindings;

/// <summary>Collects the names that the interfaces of a header tree require: types, attributes, roles, booleans, users and classes of the base policy.</summary>
internal static class BaseEntities
{
    /// <summary>All of them, sorted by kind and name. A name that some interface requires as a type and another as an attribute is the attribute.</summary>
    public static IReadOnlyList<BaseEntity> Of(HeaderTree tree)
    {
        var found = new Dictionary<(EntityKind Kind, string Name), BaseEntity>();
        var owners = NameOwners.Of(tree);
        foreach (var item in tree.Interfaces.OrderBy(i => i.Name, StringComparer.Ordinal))
        {
            Collect(item.Expand().Block, item, owners, found, isOptional: false);
        }

        foreach (var (ambiguous, otherwise) in new[] { (EntityKind.Type, EntityKind.TypeAttribute), (EntityKind.Role, EntityKind.RoleAttribute) })
        {
            foreach (var name in found.Keys.Where(k => k.Kind == otherwise).Select(k => k.Name).ToList())
            {
                found.Remove((ambiguous, name));
            }
        }

        return [.. found.Values.OrderBy(e => e.Kind).ThenBy(e => e.Name, StringComparer.Ordinal)];
    }

    private static void Collect(ExpandedBlock block, HeaderInterface item, NameOwners owners, Dictionary<(EntityKind Kind, string Name), BaseEntity> found, bool isOptional)
    {
        foreach (var required in block.Requires)
        {
            if (required.Kind.ToEntityKind() is not { } kind || required.Name.Contains(Hole.Start))
            {
                continue;
            }

            if (!found.TryGetValue((kind, required.Name), out var entity))
            {
                found.Add((kind, required.Name), entity = new BaseEntity(kind, required.Name, owners.Of(required.Name) ?? item.Module));
            }

            entity.IsOptional &= isOptional;
            entity.Permissions.UnionWith(required.Permissions.Where(p => !p.Contains(Hole.Start)));
        }

        foreach (var optional in block.Statements.OfType<ExpandedOptional>())
        {
            Collect(optional.Block, item, owners, found, isOptional: true);
        }
    }
}
