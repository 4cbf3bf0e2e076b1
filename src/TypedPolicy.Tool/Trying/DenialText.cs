using TypedPolicy.Guest;
using TypedPolicy.Sepol;
using TypedPolicy.Sepol.Queries;
using TypedPolicy.Tool.Policies;

namespace TypedPolicy.Tool.Trying;

/// <summary>A record of a kernel in words: what was denied, why, and the rules with their C# lines that are nearest.</summary>
internal sealed class DenialText(AskedPolicy policy)
{
    private const int MaxRules = 3;

    /// <summary>Lines for a person, one for each permission, with the nearest rules below it.</summary>
    public IEnumerable<string> Of(AuditRecord record)
    {
        foreach (var permission in record.Permissions)
        {
            var answer = Answer(record, permission);
            yield return $"  denied: {record.SourceType} {record.TargetType}:{record.ObjectClass} {permission}{(answer is null or { IsAllowed: true } ? "" : $": {answer.Reason}")}";
            foreach (var rule in (answer is null ? [] : answer.Rules.IsEmpty ? Nearest(record) : answer.Rules).Take(MaxRules))
            {
                yield return $"    {policy.Line(rule)}";
            }
        }
    }

    /// <summary>What the source may do to the target already, its own rules first: more is added to one of them.</summary>
    private IEnumerable<PolicyRule> Nearest(AuditRecord record) => policy.Kernel
        .AllowedPermissions(record.SourceType, record.TargetType, record.ObjectClass, policy.Booleans)
        .SelectMany(p => policy.Kernel.FindAllow(record.SourceType, record.TargetType, record.ObjectClass, p))
        .DistinctBy(r => r.ToString())
        .OrderByDescending(r => r.Source == record.SourceType);

    private AccessAnswer? Answer(AuditRecord record, string permission)
    {
        try
        {
            return policy.Kernel.AccessOfContexts(record.Source, record.Target, record.ObjectClass, permission, policy.Booleans);
        }
        catch (SepolException)
        {
            return null; // a context of the guest's own
        }
    }
}
