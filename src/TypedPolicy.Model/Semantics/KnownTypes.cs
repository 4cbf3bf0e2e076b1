using TypedPolicy.Model.Cil;
using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Targets;

namespace TypedPolicy.Model.Semantics;

/// <summary>
/// The types that names of a policy stand for, as far as the policy tells. The base policy and other modules may say more about a name
/// that is theirs; about a type of this policy they can only through an attribute of theirs that it joins.
/// </summary>
internal sealed class KnownTypes
{
    private readonly Dictionary<string, TypeDeclaration> _types;
    private readonly Dictionary<string, AttributeDeclaration> _attributes;
    private readonly Dictionary<string, HashSet<string>> _direct = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _attributesOf = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ofKinds = new(StringComparer.Ordinal);
    private readonly HashSet<string> _inCil = new(StringComparer.Ordinal);

    /// <summary>Collects the memberships of a policy.</summary>
    /// <param name="model">The policy.</param>
    /// <param name="rules">Its rules, calls written out.</param>
    public KnownTypes(PolicyModel model, IEnumerable<Rule> rules)
    {
        _types = Named<TypeDeclaration>(model);
        _attributes = Named<AttributeDeclaration>(model);
        foreach (var type in _types.Values)
        {
            foreach (var attribute in Memberships.ReferencePolicy[type.Kind])
            {
                _ofKinds.Add(attribute);
                Direct(attribute).Add(type.Entity.Name);
            }
        }

        foreach (var rule in rules)
        {
            if (rule is MembershipRule { Attribute.Kind: EntityKind.TypeAttribute } membership)
            {
                Direct(membership.Attribute.Name).Add(membership.Member.Name);
            }
            else if (rule is RawRule raw)
            {
                Collect(raw.Statement);
            }
        }

        foreach (var name in _direct.Keys.Concat(_attributes.Keys).Distinct().ToArray())
        {
            foreach (var member in MembersOf(name))
            {
                if (!_attributesOf.TryGetValue(member, out var attributes))
                {
                    _attributesOf.Add(member, attributes = new HashSet<string>(StringComparer.Ordinal));
                }

                attributes.Add(name);
            }
        }
    }

    /// <summary>The types that a name is known to stand for: a type for itself, an attribute for the members that the policy tells.</summary>
    public IReadOnlyCollection<string> Of(EntityRef entity) => entity.Kind switch
    {
        EntityKind.Type => [entity.Name],
        EntityKind.TypeAttribute => _members.TryGetValue(entity.Name, out var members) ? members : [],
        _ => [],
    };

    /// <summary>A type and all attributes that it is known to be in.</summary>
    public IEnumerable<string> NamesOf(string type) => _attributesOf.TryGetValue(type, out var attributes) ? attributes.Append(type) : [type];

    /// <summary>
    /// Whether all that is ever said of a type is in this policy: it is declared here, is in no attribute of other modules but those of its
    /// kind, and no statement in CIL names it.
    /// </summary>
    public bool IsFullyKnown(string type) =>
        _types.ContainsKey(type)
        && NamesOf(type).All(name => (name == type || _attributes.ContainsKey(name) || _ofKinds.Contains(name)) && !_inCil.Contains(name));

    /// <summary>Whether a statement in CIL names it.</summary>
    public bool IsInCil(string name) => _inCil.Contains(name);

    /// <summary>What the policy puts into an attribute directly, with attributes as they are named.</summary>
    public IEnumerable<string> NamedMembersOf(string attribute) => _direct.TryGetValue(attribute, out var members) ? members : [];

    /// <summary>The type that this policy declares under a name.</summary>
    public TypeDeclaration? Type(string name) => _types.TryGetValue(name, out var type) ? type : null;

    /// <summary>The attribute that this policy declares under a name.</summary>
    public AttributeDeclaration? Attribute(string name) => _attributes.TryGetValue(name, out var attribute) ? attribute : null;

    private static Dictionary<string, T> Named<T>(PolicyModel model)
        where T : Declaration
    {
        var named = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var declaration in model.Declarations)
        {
            if (declaration is T one && one.Entity.Kind is EntityKind.Type or EntityKind.TypeAttribute)
            {
                named[one.Entity.Name] = one;
            }
        }

        return named;
    }

    private HashSet<string> Direct(string attribute)
    {
        if (!_direct.TryGetValue(attribute, out var members))
        {
            _direct.Add(attribute, members = new HashSet<string>(StringComparer.Ordinal));
        }

        return members;
    }

    private HashSet<string> MembersOf(string attribute)
    {
        if (_members.TryGetValue(attribute, out var known))
        {
            return known;
        }

        // An attribute that is made of itself meets what was found so far; TP1007 reports it.
        var members = new HashSet<string>(StringComparer.Ordinal);
        _members.Add(attribute, members);
        foreach (var name in NamedMembersOf(attribute))
        {
            members.UnionWith(TypesOf(name));
        }

        if (_attributes.TryGetValue(attribute, out var declaration) && declaration.Set is { } set)
        {
            members.UnionWith(Evaluate(set));
        }

        return members;
    }

    private HashSet<string> Evaluate(TypeSet set)
    {
        var types = new HashSet<string>(set.All ? _types.Keys : set.Included.SelectMany(e => TypesOf(e.Name)), StringComparer.Ordinal);
        foreach (var other in set.Intersected)
        {
            types.IntersectWith(TypesOf(other.Name));
        }

        foreach (var other in set.Excluded)
        {
            types.ExceptWith(TypesOf(other.Name));
        }

        // What others exclude or cut by their own attributes is theirs to say.
        if (set.Excluded.Any(e => IsOfOthers(e.Name)))
        {
            types.RemoveWhere(type => NamedMembershipsOf(type).Any(IsOfOthers));
        }

        return types;
    }

    private IEnumerable<string> NamedMembershipsOf(string type) => _direct.Where(pair => pair.Value.Contains(type)).Select(pair => pair.Key);

    private bool IsOfOthers(string name) => !_types.ContainsKey(name) && !_attributes.ContainsKey(name) && !_ofKinds.Contains(name);

    private IReadOnlyCollection<string> TypesOf(string name) =>
        _attributes.ContainsKey(name) || _direct.ContainsKey(name) ? MembersOf(name) : [name];

    private void Collect(CilNode node)
    {
        if (node is CilAtom atom)
        {
            _inCil.Add(atom.Text);
        }
        else if (node is CilList list)
        {
            foreach (var item in list.Items)
            {
                Collect(item);
            }
        }
    }
}
