using System.Text;
using TypedPolicy.Sepol.Queries;
using TypedPolicy.Sepol.Sources;

namespace TypedPolicy.Testing;

/// <summary>Why something is allowed or not: the rules and their C# lines, booleans that are set otherwise, and the nearest rule.</summary>
internal sealed class AccessExplanation(KernelPolicy policy, RuleOrigins origins, BooleanStates booleans)
{
    private const int MaxRules = 3;

    public RuleOrigins Origins => origins;

    public string Of(string source, string target, string @class, string permission, AccessAnswer answer)
    {
        var text = new StringBuilder($"{source} is {(answer.IsAllowed ? "" : "not ")}allowed {permission} on {target} ({@class}).");
        switch (answer.Outcome)
        {
            case AccessOutcome.Allowed:
                text.Append($" Allowed by{Lines(answer.Rules, permission)}");
                break;
            case AccessOutcome.ConditionDoesNotHold:
                var set = answer.Rules.SelectMany(r => Booleans(r.Condition)).Distinct().Select(b => $"{b} is {(booleans[b] ? "on" : "off")}");
                text.Append($" A rule would grant it, but {string.Join(", ", set)}:{Lines(answer.Rules, permission)}");
                break;
            default:
                var has = policy.AllowedPermissions(source, target, @class, booleans);
                text.Append(has.IsEmpty ? $" No rule grants it anything on {target} ({@class})." : $" It has {string.Join(", ", has)}, but not {permission}.");
                var nearest = Nearest(source, target, @class, permission).Take(MaxRules).ToList();
                text.Append(nearest.Count == 0 ? "" : $" Nearest:{Lines(nearest, permission)}");
                break;
        }

        return text.ToString();
    }

    // The same target and class first, then the same permission elsewhere, where the target is most like this one.
    private IEnumerable<PolicyRule> Nearest(string source, string target, string @class, string permission)
    {
        var names = policy.AttributesOf(source).Append(source).ToHashSet(StringComparer.Ordinal);
        var like = policy.AttributesOf(target).Append(target).ToHashSet(StringComparer.Ordinal);
        return policy.Rules
            .Where(r => r.Kind == "allow" && r.Class == @class && names.Contains(r.Source) && (like.Contains(r.Target) || r.Permissions.Contains(permission)))
            .OrderByDescending(r => r.Target == target)
            .ThenByDescending(r => like.Contains(r.Target))
            .ThenByDescending(r => policy.AttributesOf(r.Target).Intersect(like).Count())
            .ThenBy(r => r.ToString(), StringComparer.Ordinal);
    }

    /// <summary>A rule on a line of its own, with the C# lines that it comes from.</summary>
    public string Line(PolicyRule rule, string permission) => Lines([rule], permission);

    private string Lines(IEnumerable<PolicyRule> rules, string permission) =>
        string.Concat(rules.Select(r => $"\n  {r}{(origins.Of(r, r.Permissions.Contains(permission) ? permission : r.Permissions[0]) is { Count: > 0 } places ? $" — {string.Join(", ", places.Take(MaxRules))}" : "")}"));

    private static IEnumerable<string> Booleans(string condition) => condition.Split([' ', '(', ')', '!', '&', '|', '^', '='], StringSplitOptions.RemoveEmptyEntries);
}
