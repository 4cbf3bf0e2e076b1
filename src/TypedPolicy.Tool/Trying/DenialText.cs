using System.Text;
using TypedPolicy.Guest;
using TypedPolicy.Sepol;
using TypedPolicy.Sepol.Queries;
using TypedPolicy.Tool.Policies;

namespace TypedPolicy.Tool.Trying;

/// <summary>A record of a kernel in words: what was denied, why, and the rules with their C# lines that are nearest.</summary>
internal sealed class DenialText(AskedPolicy policy)
{
    private const int MaxRules = 3;

    public string Of(AuditRecord record)
    {
        var text = new StringBuilder();
        foreach (var permission in record.Permissions)
        {
            text.Append(text.Length == 0 ? "" : "\n").Append($"  denied: {record.SourceType} {record.TargetType}:{record.ObjectClass} {permission}");
            if (Answer(record, permission) is { } answer)
            {
                // Where something is given already, more is added.
                var rules = answer.Rules.IsEmpty
                    ? policy.Kernel.AllowedPermissions(record.SourceType, record.TargetType, record.ObjectClass, policy.Booleans).SelectMany(p => policy.Kernel.FindAllow(record.SourceType, record.TargetType, record.ObjectClass, p)).Distinct()
                    : answer.Rules;
                text.Append(answer.IsAllowed ? "" : $": {answer.Reason}").Append(string.Concat(rules.Take(MaxRules).Select(r => $"\n    {policy.Line(r)}")));
            }
        }

        return text.ToString();
    }

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
