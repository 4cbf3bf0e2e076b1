using TypedPolicy.Model.Index;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>
/// What a policy and the base of one target together let types do. An answer takes every rule that may hold, whatever its conditions are; where something has a part
/// in it that is not known (an attribute of a third policy, a permission that no index decides, a statement in CIL), there is none.
/// </summary>
internal sealed class EffectiveAccess
{
    private readonly ReviewedPolicy _policy;
    private readonly TargetBase _base;
    private readonly ILookup<string, AccessRule> _rules;

    /// <summary>Joins a policy with the base of one target.</summary>
    public EffectiveAccess(ReviewedPolicy policy, TargetBase @base)
    {
        (_policy, _base) = (policy, @base);
        _rules = policy.Everything;
    }

    /// <summary>Whether a type may do something to another one, or to itself; null if that is not known.</summary>
    public bool? Allows(string source, string target, string @class, string permission)
    {
        var areTargetsKnown = NamesOf(target, out var targets);
        if (source == target)
        {
            targets.Add(EntityRef.Self.Name);
        }

        return Allows(source, targets, areTargetsKnown, @class, permission);
    }

    /// <summary>Whether a type may do something to any type at all but those that it does not count; null if that is not known.</summary>
    /// <param name="source">The type that does it.</param>
    /// <param name="class">The object class.</param>
    /// <param name="permission">The permission.</param>
    /// <param name="isNone">Whether a rule on a name gives nothing, since no object of the class has such a type there.</param>
    public bool? AllowsSomewhere(string source, string @class, string permission, Func<EntityRef, bool> isNone) => Allows(source, targets: null, areTargetsKnown: true, @class, permission, isNone);

    /// <summary>The names under which rules speak of a type: its own and those of its attributes. False if there may be more.</summary>
    public bool NamesOf(string type, out HashSet<string> names)
    {
        names = new HashSet<string>(_policy.Types.NamesOf(type), StringComparer.Ordinal);
        var isKnown = names.All(name => name == type || IsKnown(name)) && !names.Any(_policy.Types.IsInCil);
        if (_policy.Types.Type(type) is null)
        {
            var attributes = _base.AttributesOf(type);
            isKnown &= attributes is not null;
            names.UnionWith(attributes ?? []);
        }

        return isKnown;
    }

    private bool? Allows(string source, HashSet<string>? targets, bool areTargetsKnown, string @class, string permission, Func<EntityRef, bool>? isNone = null)
    {
        var areSourcesKnown = NamesOf(source, out var sources);
        var isKnown = areSourcesKnown && areTargetsKnown && _base.Decides(@class, permission);
        foreach (var name in sources.Append(IndexedAccess.Everyone))
        {
            if (_base.Allows(name, targets, @class, permission))
            {
                return true;
            }

            foreach (var rule in _rules[name])
            {
                var isNamed = rule.Permissions.Class.Kind != EntityKind.ObjectClass;
                if (!isNamed && (rule.Permissions.Class.Name != @class || !KnownAccess.Holds(rule.Permissions, permission) || isNone?.Invoke(rule.Target) == true))
                {
                    continue;
                }

                if (!isNamed && (targets is null || targets.Contains(rule.Target.Name) || (rule.Target == rule.Source && targets.Contains(EntityRef.Self.Name))))
                {
                    return true;
                }

                // A class map may hold anything, and an attribute of a third policy any type.
                isKnown &= !isNamed && (rule.Target.Kind != EntityKind.TypeAttribute || IsKnown(rule.Target.Name));
            }
        }

        return isKnown ? false : null;
    }

    /// <summary>Whether an attribute is this policy's, or one of the base.</summary>
    private bool IsKnown(string attribute) => _policy.Types.Attribute(attribute) is not null || _policy.Types.Type(attribute) is not null || _base.Find(attribute) is not null;
}
