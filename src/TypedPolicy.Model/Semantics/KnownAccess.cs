using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Model.Semantics;

/// <summary>What the policy lets types do, as far as the policy itself tells. A rule under a condition counts.</summary>
internal sealed class KnownAccess
{
    private readonly Dictionary<(string Source, string Target), List<PermissionSet>> _allowed = [];
    private readonly KnownTypes _types;

    /// <summary>Collects the allow rules of a policy.</summary>
    /// <param name="types">What its names stand for.</param>
    /// <param name="rules">Its rules, calls written out.</param>
    public KnownAccess(KnownTypes types, IEnumerable<Rule> rules)
    {
        _types = types;
        foreach (var rule in rules.SelectMany(DomainTransitions.Parts))
        {
            if (rule is AccessRule { Kind: AccessKind.Allow } access)
            {
                var key = (access.Source.Name, access.Target.Name);
                if (!_allowed.TryGetValue(key, out var sets))
                {
                    _allowed.Add(key, sets = []);
                }

                sets.Add(access.Permissions);
            }
        }
    }

    /// <summary>Whether a rule may give a type a permission on another one; a permission under a name of someone else may be any.</summary>
    public bool MayAllow(string source, string target, string @class, string permission)
    {
        foreach (var from in _types.NamesOf(source))
        {
            if (source == target && Allows(from, EntityRef.Self.Name))
            {
                return true;
            }

            foreach (var to in _types.NamesOf(target))
            {
                if (Allows(from, to))
                {
                    return true;
                }
            }
        }

        return false;

        bool Allows(string from, string to) =>
            _allowed.TryGetValue((from, to), out var sets)
            && sets.Any(set => set.Class.Kind != EntityKind.ObjectClass || (set.Class.Name == @class && Holds(set, permission)));
    }

    /// <summary>Whether a set has a permission.</summary>
    public static bool Holds(PermissionSet set, string permission) => set.Names.Contains(permission) || set.Names.Contains("all");
}
